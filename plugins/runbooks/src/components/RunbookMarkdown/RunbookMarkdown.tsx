import { memo, useMemo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import ReactMarkdown from 'react-markdown';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { MONO_FONT, statusTokens } from '@callboard/plugin-callboard-react';
import {
  definitionsFor,
  definitionsIn,
  imagesAsLinks,
  isTangled,
  runbookSanitizeSchema,
  type ParsedRunbook,
} from '@callboard/plugin-runbooks-common';
import { pieceOf } from '../../reader/pieceOf';
import { AskedValuesProvider } from './AskedValues';
import { calloutMarks } from './calloutMarks';
import { markdownParts } from './markdownParts';

type Plugins = NonNullable<
  Parameters<typeof ReactMarkdown>[0]['rehypePlugins']
>;

const REMARK: Plugins = [remarkGfm];

// The sanitiser goes last: nothing comes after it that could bring anything back.
const REHYPE: Plugins = [
  imagesAsLinks,
  calloutMarks,
  [rehypeSanitize, runbookSanitizeSchema],
];

const REHYPE_WITH_HTML: Plugins = [rehypeRaw, ...REHYPE];

/** Texts without it need not be read again as HTML, which takes longest. */
const HTML = /<[a-z!/?]/i;

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      fontSize: 14,
      lineHeight: '20px',
      overflowWrap: 'anywhere',
      '& > :first-child': { marginTop: 6 },
      '& > :last-child': { marginBottom: 0 },
      '& p': { margin: '6px 0' },
      '& h1, & h2, & h3, & h4, & h5, & h6': {
        margin: '16px 0 6px',
        fontSize: 16,
        lineHeight: '24px',
      },
      '& h1, & h2': { fontSize: 18 },
      '& ul, & ol': { margin: '6px 0', paddingLeft: 24 },
      '& a': { color: tokens.link, textDecoration: 'underline' },
      '& blockquote': {
        margin: '8px 0',
        paddingLeft: 12,
        borderLeft: `3px solid ${tokens.border}`,
      },
      '& table': { borderCollapse: 'collapse' },
      // Each paragraph goes the way that its own language is written.
      '& p, & li, & h1, & h2, & h3, & h4, & h5, & h6, & th, & td, & summary': {
        unicodeBidi: 'plaintext',
      },
      '& th, & td': {
        padding: '4px 8px',
        border: `1px solid ${tokens.border}`,
        textAlign: 'start',
      },
    },
    code: {
      padding: '1px 4px',
      borderRadius: 3,
      fontFamily: MONO_FONT,
      fontSize: 13,
      background: tokens.codeBg,
    },
    scroll: { margin: '6px 0', overflowX: 'auto' },
    plain: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
    block: {
      margin: '8px 0',
      padding: '8px 12px',
      overflow: 'auto',
      borderRadius: 4,
      fontFamily: MONO_FONT,
      fontSize: 13,
      lineHeight: '20px',
      background: tokens.codeBg,
      '& code': { padding: 0, background: 'none' },
      '@media print': { whiteSpace: 'pre-wrap' },
    },
  };
});

/**
 * A runbook's Markdown as people read it: commands to copy with values filled in, callouts, and
 * nothing that could run or tell anybody that it is read.
 */
export const RunbookMarkdown = memo(function RunbookMarkdownView(props: {
  readonly markdown: string;
  readonly params: Readonly<Record<string, string>>;
  /**
   * Where it stands in its runbook, of which it takes the warnings, the names of headings and the
   * targets of its links; without that, every command that changes things wants a tick.
   */
  readonly text?: ParsedRunbook;
  readonly line?: number;
}) {
  const { markdown, params, text, line = 1 } = props;
  const classes = useStyles();
  const components = useMemo(() => {
    const piece = pieceOf(markdown, text && { text, line });
    return markdownParts({ params, classes, piece });
  }, [markdown, params, classes, text, line]);
  const source = withTargets(markdown, text?.definitions);
  if (isTangled(source)) {
    return <div className={classes.plain}>{markdown}</div>;
  }
  return (
    <AskedValuesProvider>
      <div className={classes.root}>
        <ReactMarkdown
          remarkPlugins={REMARK}
          remarkRehypeOptions={{ clobberPrefix: `user-content-${line}-` }}
          rehypePlugins={HTML.test(source) ? REHYPE_WITH_HTML : REHYPE}
          components={components}
        >
          {source}
        </ReactMarkdown>
      </div>
    </AskedValuesProvider>
  );
});

/** Longer ones are looked through for those that a part needs. */
const TARGETS_MAX_COUNT = 8 * 1024;

/** Where the reference links of a part lead; footnotes stand below it. */
function withTargets(markdown: string, targets = ''): string {
  if (targets === '' || !markdown.includes('[')) {
    return markdown;
  }
  const needed =
    targets.length > TARGETS_MAX_COUNT
      ? definitionsFor(markdown, definitionsIn(targets))
      : targets;
  return `${markdown}\n\n${needed}`;
}
