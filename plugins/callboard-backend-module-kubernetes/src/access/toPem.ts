const PEM = /-----BEGIN [A-Z ]+-----/;

/** PEM as it is, or out of base64; undefined where it is neither. */
export function toPem(data: string): string | undefined {
  if (PEM.test(data)) {
    return data;
  }
  const decoded = Buffer.from(data, 'base64').toString('utf8');
  return PEM.test(decoded) ? decoded : undefined;
}
