/** What Node.js calls certificates of authorities that it does not know. */
const UNKNOWN_AUTHORITY = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** A sentence about a TLS connection that did not come about; undefined where it is not about that. */
export function trustProblem(options: {
  /** The code of the error underneath. */
  readonly code: string | undefined;
  /** `kubernetes/prod-eu` */
  readonly name: string;
  /** "set caData or caFile of …" */
  readonly hint: string;
}): string | undefined {
  const { code = '', name, hint } = options;
  if (UNKNOWN_AUTHORITY.has(code)) {
    return `The certificate of ${name} is signed by nobody that we trust (${code}): ${hint}`;
  }
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return `The certificate of ${name} has expired (${code}): renew it on the cluster`;
    case 'CERT_NOT_YET_VALID':
      return `The certificate of ${name} is not valid yet (${code}): is a clock wrong?`;
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `The certificate of ${name} is for another host (${code}): use an address that stands in it`;
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
    case 'EPROTO':
      return `${name} does not speak TLS (${code}): is its address http, or another port?`;
    case 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED':
    case 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE':
    case 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA':
    case 'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE':
      return `${name} does not accept our client certificate (${code}): set clientCertFile and clientKeyFile, or mend the kubeconfig`;
    default:
      return undefined;
  }
}
