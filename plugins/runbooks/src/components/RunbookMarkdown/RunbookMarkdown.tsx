import { memo, useMemo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import ReactMarkdown from 'react-markdown';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { MONO_FONT, statusTokens } from '@callboard/plugin-callboard-react';
import {
  imagesAsLinks,
  runbookSanitizeSchema,
} from '@callboard/plugin-runbooks-common';
import { AskedValuesProvider } from './AskedValues';
import { calloutMarks } from './calloutMarks';
import { markedFrom } from './markedFrom';
import { markdownParts } from './markdownParts';
import { withoutFrontMatter } from './withoutFrontMatter';

type Plugins = Parameters<typeof ReactMarkdown>[0]['rehypePlugins'];

// The sanitiser goes last: nothing comes after it that could bring anything back.
const REHYPE: Plugins = [
  rehypeRaw,
  imagesAsLinks,
  calloutMarks,
  [rehypeSanitize, runbookSanitizeSchema],
];

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
      '& table': {
        borderCollapse: 'collapse',
        display: 'block',
        overflow: 'auto',
      },
      '& th, & td': {
        padding: '4px 8px',
        border: `1px solid ${tokens.border}`,
        textAlign: 'left',
      },
    },
    code: {
      padding: '1px 4px',
      borderRadius: 3,
      fontFamily: MONO_FONT,
      fontSize: 13,
      background: tokens.codeBg,
    },
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
  /** Commands ask for values that are missing; they do unless this is false. */
  readonly asks?: boolean;
}) {
  const { params, asks = true } = props;
  const markdown = withoutFrontMatter(props.markdown);
  const classes = useStyles();
  const components = useMemo(
    () => markdownParts({ params, classes, marked: markedFrom(markdown) }),
    [params, classes, markdown],
  );
  const text = (
    <div className={classes.root}>
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        rehypePlugins={REHYPE}
        components={components}
      >
        {markdown}
      </ReactMarkdown>
    </div>
  );
  return asks ? <AskedValuesProvider>{text}</AskedValuesProvider> : text;
});
