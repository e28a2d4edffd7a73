import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Made in milliseconds. */
const KEY = [
  '-nodes',
  '-newkey',
  'ec',
  '-pkeyopt',
  'ec_paramgen_curve:prime256v1',
];

/** Paths of a certificate and its key, as PEM. */
export interface CertificateFiles {
  readonly cert: string;
  readonly key: string;
}

/** Makes certificates in a directory, with openssl. */
export class CertificateMaker {
  readonly #directory: string;

  static in(directory: string): CertificateMaker {
    return new CertificateMaker(directory);
  }

  private constructor(directory: string) {
    this.#directory = directory;
  }

  authority(name: string): CertificateFiles {
    const files = this.#files(name);
    this.#openssl(
      'req',
      '-x509',
      '-new',
      ...KEY,
      '-keyout',
      files.key,
      '-out',
      files.cert,
      '-days',
      '2',
      '-subj',
      `/CN=${name}`,
    );
    return files;
  }

  /** For a server at an address, or for a client by its name. */
  signed(
    name: string,
    options: { by: CertificateFiles; address?: string; days?: number },
  ): CertificateFiles {
    const { by, address, days = 2 } = options;
    const files = this.#files(name);
    const request = join(this.#directory, `${name}.csr`);
    const extensions = join(this.#directory, `${name}.ext`);
    writeFileSync(extensions, address ? `subjectAltName=${address}\n` : '');
    this.#openssl(
      'req',
      '-new',
      ...KEY,
      '-keyout',
      files.key,
      '-out',
      request,
      '-subj',
      `/CN=${name}`,
    );
    this.#openssl(
      'x509',
      '-req',
      '-in',
      request,
      '-CA',
      by.cert,
      '-CAkey',
      by.key,
      '-CAcreateserial',
      '-out',
      files.cert,
      '-days',
      String(days),
      '-extfile',
      extensions,
    );
    return files;
  }

  #files(name: string): CertificateFiles {
    return {
      cert: join(this.#directory, `${name}.crt`),
      key: join(this.#directory, `${name}.key`),
    };
  }

  #openssl(...args: string[]) {
    execFileSync('openssl', args, { stdio: 'pipe' });
  }
}
