/** An answer that is not JSON: what Jenkins shows people, and clients in trouble. */
export interface JenkinsPage {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

const HTML = { 'Content-Type': 'text/html;charset=utf-8' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, char => `&#${char.charCodeAt(0)};`);
}

/** Jetty's own error page, which answers before Jenkins does. */
function jettyPage(options: {
  status: number;
  reason: string;
  path: string;
}): JenkinsPage {
  const { status, reason, path } = options;
  return {
    status,
    headers: { 'Content-Type': 'text/html;charset=iso-8859-1' },
    body: `<html>
<head>
<meta http-equiv="Content-Type" content="text/html;charset=ISO-8859-1"/>
<title>Error ${status} ${reason}</title>
</head>
<body><h2>HTTP ERROR ${status} ${reason}</h2>
<table>
<tr><th>URI:</th><td>${escapeHtml(path)}</td></tr>
<tr><th>STATUS:</th><td>${status}</td></tr>
<tr><th>MESSAGE:</th><td>${reason}</td></tr>
<tr><th>SERVLET:</th><td>Stapler</td></tr>
</table>
<hr/><a href="https://jetty.org/">Powered by Jetty:// 12.0.22</a><hr/>

</body>
</html>
`,
  };
}

/** Credentials that were given and are wrong. */
export function unauthorizedPage(path: string): JenkinsPage {
  const page = jettyPage({ status: 401, reason: 'Unauthorized', path });
  return {
    ...page,
    headers: {
      ...page.headers,
      'WWW-Authenticate': 'Basic realm="Jenkins"',
    },
  };
}

/** No credentials at all: 403 and a redirect to the login form, made by a meta tag. */
export function loginRedirectPage(path: string): JenkinsPage {
  const from = encodeURIComponent(path);
  return {
    status: 403,
    headers: {
      ...HTML,
      'X-You-Are-Authenticated-As': 'anonymous',
      'X-Required-Permission': 'hudson.model.Hudson.Read',
    },
    body: `<html><head><meta http-equiv='refresh' content='1;url=/login?from=${from}'/><script id='redirect' data-redirect-url='/login?from=${from}' src='/static/5f1d2c3b/scripts/redirect.js'></script></head><body style='background-color:white; color:white;'>
Authentication required
<!--
-->

</body></html>                                                                                                                                                                                                                                                                                                            `,
  };
}

/** The login form itself, as a proxy in front of Jenkins serves it with a 200. */
export function loginFormPage(): JenkinsPage {
  return {
    status: 200,
    headers: HTML,
    body: `<!DOCTYPE html><html lang="en"><head><title>Sign in - Jenkins</title></head><body><form method="post" name="login" action="j_spring_security_check"><h1>Sign in to Jenkins</h1><input type="text" name="j_username"><input type="password" name="j_password"><button type="submit">Sign in</button></form></body></html>`,
  };
}

/** Item/Discover without Item/Read. */
export function accessDeniedPage(itemName: string): JenkinsPage {
  return {
    status: 403,
    headers: HTML,
    body: `<!DOCTYPE html><html><head><title>Jenkins</title></head><body><div id="main-panel"><h1>Access Denied</h1><p class="error">Please login to access job ${escapeHtml(
      itemName,
    )}</p></div></body></html>`,
  };
}

export function notFoundPage(path: string): JenkinsPage {
  return jettyPage({ status: 404, reason: 'Not Found', path });
}

/** "Oops": an exception, such as a malformed `tree=`. */
export function oopsPage(message: string): JenkinsPage {
  return {
    status: 500,
    headers: HTML,
    body: `<!DOCTYPE html><html><head><title>Oops! - Jenkins</title></head><body><div id="main-panel"><h1>Oops!</h1><h2>A problem occurred while processing the request</h2><p>${escapeHtml(
      message,
    )}</p></div></body></html>`,
  };
}

/** An error of the proxy in front of Jenkins, or of Jenkins as it starts. */
export function unavailablePage(status: number): JenkinsPage {
  return {
    status,
    headers: HTML,
    body: `<!DOCTYPE html><html><head><title>Starting Jenkins</title></head><body><h1>Please wait while Jenkins is getting ready to work …</h1></body></html>`,
  };
}

/** The page of an item for whoever follows a link; there is no Jenkins user interface here. */
export function itemPage(title: string): JenkinsPage {
  return {
    status: 200,
    headers: HTML,
    body: `<!DOCTYPE html><html lang="en"><head><title>${escapeHtml(
      title,
    )} [Jenkins]</title></head><body><h1>${escapeHtml(
      title,
    )}</h1><p>This Jenkins is make-believe: it has an API and no pages.</p></body></html>`,
  };
}
