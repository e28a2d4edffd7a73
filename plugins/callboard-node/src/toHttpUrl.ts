/**
 * The URL in its normal form where it is an absolute `http` or `https` one without credentials,
 * else undefined. Everything that an upstream system gives as a link goes through it.
 * @public
 */
export function toHttpUrl(text: string | null | undefined): string | undefined {
  if (!text || !URL.canParse(text)) {
    return undefined;
  }
  const url = new URL(text);
  const isHttp = url.protocol === 'http:' || url.protocol === 'https:';
  return isHttp && !url.username && !url.password ? url.href : undefined;
}
