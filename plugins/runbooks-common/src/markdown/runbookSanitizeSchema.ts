/** What the sanitiser of rehype takes; its lists are not read-only. @public */
export interface SanitizeSchema {
  strip: string[];
  tagNames: string[];
  ancestors: Record<string, string[]>;
  attributes: Record<
    string,
    Array<string | [string, ...Array<string | number | boolean | RegExp>]>
  >;
  required: Record<string, Record<string, string | boolean>>;
  protocols: Record<string, string[]>;
  clobber: string[];
  allowComments: boolean;
  allowDoctypes: boolean;
}

/**
 * What is left of a runbook's HTML, for `rehype-sanitize`: text, tables, code, links. No image is
 * ever fetched, because whoever reads a runbook would tell its address to another server; run
 * `imagesAsLinks` before, and images are links. Put it last of all plugins.
 * @public
 */
export const runbookSanitizeSchema: SanitizeSchema = {
  // of these, nothing inside is shown either
  strip: words(
    'script style template noscript noembed noframes iframe frame frameset object embed applet svg math textarea title select xmp plaintext head base meta link audio video canvas map portal',
  ),
  tagNames: words(
    'h1 h2 h3 h4 h5 h6 p br hr blockquote div span section ol ul li dl dt dd pre code kbd samp var tt a strong b em i u s strike del ins sub sup small mark q cite abbr dfn time table caption thead tbody tfoot tr th td details summary input wbr',
  ),
  ancestors: {
    thead: ['table'],
    tbody: ['table'],
    tfoot: ['table'],
    tr: ['table'],
    th: ['table'],
    td: ['table'],
  },
  attributes: {
    a: [
      'href',
      'dataFootnoteRef',
      'dataFootnoteBackref',
      ['className', 'data-footnote-backref'],
      ['id', /^user-content-/],
      'ariaDescribedBy',
      'ariaLabel',
    ],
    code: [['className', /^language-[\w+#.-]{1,40}$/]],
    details: ['open'],
    h2: [
      ['className', 'sr-only'],
      ['id', 'footnote-label'],
    ],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    li: [
      ['className', 'task-list-item'],
      ['id', /^user-content-/],
    ],
    ol: ['start', ['className', 'contains-task-list']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    td: ['colSpan', 'rowSpan', ['align', 'left', 'center', 'right']],
    th: ['colSpan', 'rowSpan', ['align', 'left', 'center', 'right']],
    time: ['dateTime'],
    ul: [['className', 'contains-task-list']],
    '*': ['title'],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  protocols: { href: ['http', 'https', 'mailto', 'tel'] },
  clobber: [],
  allowComments: false,
  allowDoctypes: false,
};

function words(names: string): string[] {
  return names.split(' ');
}
