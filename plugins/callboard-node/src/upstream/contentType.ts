/** How much of a web page is read to see whether it asks for a password. @internal */
export const LOGIN_PEEK_BYTES = 64 * 1024;

/** `application/json` of `Application/JSON; charset=utf-8`. */
function mediaType(contentType: string): string {
  return contentType.split(';')[0].trim().toLowerCase();
}

/**
 * Whether an answer says that it is JSON. One that says nothing gets the benefit of the doubt: the
 * parser decides.
 * @internal
 */
export function isJson(contentType: string | undefined): boolean {
  const type = mediaType(contentType ?? '');
  return type === '' || /^(application|text)\/([\w.-]+\+)?json$/.test(type);
}

/** @internal */
export function isHtml(contentType: string | undefined): boolean {
  return /^(text\/html|application\/xhtml\+xml)$/.test(
    mediaType(contentType ?? ''),
  );
}

/** Whether a web page looks like one where people sign in. @internal */
export function isLoginPage(html: string): boolean {
  return /type\s*=\s*["']?password|j_spring_security|SAMLRequest|openid-connect|\b(log|sign)[ -_]?(in|on)\b/i.test(
    html,
  );
}

/** Whether the address of a page sounds like one where people sign in. @internal */
export function isLoginUrl(url: URL): boolean {
  return /\b(log|sign)[-_]?(in|on)\b|commenceLogin|\b(oauth2?|saml2?|sso|oidc|idp)\b/i.test(
    `${url.hostname}${url.pathname}`,
  );
}
