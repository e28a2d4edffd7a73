import { createElement } from 'react';
import type { Components } from 'react-markdown';
import {
  commandsOfBlock,
  inlineCommandOf,
  type HtmlNode,
} from '@callboard/plugin-runbooks-common';
import { anchorId, anchorIn } from '../../reader/anchorId';
import type { Piece } from '../../reader/pieceOf';
import { CommandBlock, InlineCommand } from '../CommandBlock';
import { Callout } from './Callout';
import { calloutOf } from './calloutMarks';

const LANGUAGE = 'language-';

/** Of another server; `//` alone names one too. */
const ELSEWHERE = /^(?:https?:|[\\/]{2})/i;

function textOf(node: HtmlNode): string {
  return node.value ?? (node.children ?? []).map(textOf).join('');
}

function languageOf(code: HtmlNode): string | undefined {
  const names = code.properties?.className;
  const name = Array.isArray(names)
    ? names.find(one => String(one).startsWith(LANGUAGE))
    : undefined;
  return name === undefined ? undefined : String(name).slice(LANGUAGE.length);
}

/** Lines of a node, from 1 within the text; HTML that was moved has none. */
function linesOf(node: { position?: Place }): {
  readonly line: number;
  readonly endLine: number;
} {
  const { start, end } = node.position ?? {};
  return { line: start?.line ?? 0, endLine: end?.line ?? 0 };
}

/** How the parts of a runbook that are more than text are drawn. */
export function markdownParts(options: {
  readonly params: Readonly<Record<string, string>>;
  readonly classes: Readonly<Record<'block' | 'code' | 'scroll', string>>;
  readonly piece: Piece;
}): Components {
  const { params, classes, piece } = options;
  const heading: Components['h1'] = ({ node, level, id, children }) => {
    const anchor = piece.anchorAt(linesOf(node).line);
    return createElement(
      `h${level}`,
      { id: anchor === undefined ? id : anchorId(anchor) },
      children,
    );
  };
  const within = (href: string) => {
    const name = anchorIn(href);
    return name !== undefined && piece.hasAnchor(name)
      ? `#${anchorId(name)}`
      : href;
  };
  return {
    h1: heading,
    h2: heading,
    h3: heading,
    h4: heading,
    h5: heading,
    h6: heading,
    a: ({ href, id, title, children }) => (
      <a
        id={id}
        title={title}
        href={href && within(href)}
        {...(href && ELSEWHERE.test(href)
          ? { target: '_blank', rel: 'noopener noreferrer nofollow' }
          : {})}
      >
        {children}
      </a>
    ),
    blockquote: ({ title, children }) => {
      const kind = calloutOf(title);
      return kind ? (
        <Callout kind={kind}>{children}</Callout>
      ) : (
        <blockquote>{children}</blockquote>
      );
    },
    // What scrolls has to be reached by keyboard too.
    table: ({ children }) => (
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      <div className={classes.scroll} tabIndex={0}>
        <table>{children}</table>
      </div>
    ),
    pre: ({ node, children }) => {
      const code = (node as HtmlNode).children?.find(
        ({ tagName }) => tagName === 'code',
      );
      const words = code ? textOf(code).replace(/\n$/, '') : '';
      const commands = code ? commandsOfBlock(words, languageOf(code)) : [];
      const { line, endLine } = linesOf(node);
      // An indented block has no line for its fence.
      const begin =
        endLine - line + 1 > words.split('\n').length ? line + 1 : line;
      return commands.length > 0 ? (
        <>
          {commands.map(command => (
            <CommandBlock
              key={command.from}
              text={command.text}
              params={params}
              changes={piece.asksFirst({
                text: command.text,
                inline: false,
                line: begin + command.from,
              })}
              comment={command.comment}
              expectedOutput={command.expectedOutput}
            />
          ))}
        </>
      ) : (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre className={classes.block} dir="ltr" tabIndex={0}>
          {children}
        </pre>
      );
    },
    code: ({ node, inline, children }) => {
      const text = inline
        ? inlineCommandOf(textOf(node as HtmlNode))
        : undefined;
      return text === undefined ? (
        <code className={inline ? classes.code : undefined}>{children}</code>
      ) : (
        <InlineCommand
          text={text}
          params={params}
          changes={piece.asksFirst({
            text,
            inline: true,
            line: linesOf(node).line,
          })}
        />
      );
    },
  };
}

interface Place {
  readonly start: { readonly line: number };
  readonly end: { readonly line: number };
}
