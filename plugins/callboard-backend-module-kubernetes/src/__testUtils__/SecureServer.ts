import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerOptions } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { CertificateFiles } from './certificates';

/** A request as it came in. */
export interface SecureRequest {
  readonly url: string;
  readonly authorization?: string;
  /** Whom the client wants to act as. */
  readonly actsAs?: string;
  /** Common name of the client's certificate. */
  readonly client?: string;
}

/** An apiserver that knows its version only, over TLS. */
export class SecureServer {
  readonly #server: Server;
  readonly requests: SecureRequest[] = [];
  /** Answers 401 where it gives false. */
  accepts: (request: SecureRequest) => boolean = () => true;

  static async start(options: {
    certificate: CertificateFiles;
    clientAuthority?: CertificateFiles;
  }): Promise<SecureServer> {
    const { certificate, clientAuthority } = options;
    const server = new SecureServer({
      cert: readFileSync(certificate.cert),
      key: readFileSync(certificate.key),
      ...(clientAuthority && {
        ca: readFileSync(clientAuthority.cert),
        requestCert: true,
        rejectUnauthorized: true,
      }),
    });
    await new Promise<void>(resolve => {
      server.#server.listen(0, '127.0.0.1', resolve);
    });
    return server;
  }

  private constructor(options: ServerOptions) {
    this.#server = createServer(options, (request, response) => {
      const seen = seenOf(request);
      this.requests.push(seen);
      response.statusCode = this.accepts(seen) ? 200 : 401;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ gitVersion: 'v1.35.4' }));
    });
  }

  get url(): string {
    return `https://127.0.0.1:${this.port}`;
  }

  get port(): number {
    const address = this.#server.address() as AddressInfo;
    return address.port;
  }

  async close(): Promise<void> {
    await new Promise<void>(resolve => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}

function seenOf({ url = '', headers, socket }: IncomingMessage): SecureRequest {
  const subject =
    socket instanceof TLSSocket
      ? socket.getPeerCertificate().subject
      : undefined;
  const actsAs = headers['impersonate-user'];
  return {
    url,
    ...(actsAs !== undefined && { actsAs: String(actsAs) }),
    ...(headers.authorization && { authorization: headers.authorization }),
    ...(subject && { client: String(subject.CN) }),
  };
}
