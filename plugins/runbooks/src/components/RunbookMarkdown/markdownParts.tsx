import type { Components } from 'react-markdown';
import {
  changesThings,
  commandsOfBlock,
  looksLikeCommand,
  type HtmlNode,
} from '@callboard/plugin-runbooks-common';
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

/** How the parts of a runbook that are more than text are drawn. */
export function markdownParts(options: {
  readonly params: Readonly<Record<string, string>>;
  readonly classes: { readonly code: string; readonly block: string };
  /** Line from which on the author warned of what follows. */
  readonly marked: number;
}): Components {
  const { params, classes, marked } = options;
  // Behind a warning of the author ours would only teach people to tick boxes.
  const changes = (text: string, node: { position?: Place }) =>
    (node.position?.start.line ?? 0) < marked && changesThings(text);
  return {
    a: ({ href, id, title, children }) => (
      <a
        id={id}
        title={title}
        href={href}
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
    pre: ({ node, children }) => {
      const code = (node as HtmlNode).children?.find(
        ({ tagName }) => tagName === 'code',
      );
      const commands = code
        ? commandsOfBlock(textOf(code).replace(/\n$/, ''), languageOf(code))
        : [];
      return commands.length > 0 ? (
        <>
          {commands.map(command => (
            <CommandBlock
              key={command.from}
              text={command.text}
              params={params}
              changes={changes(command.text, node)}
              comment={command.comment}
              expectedOutput={command.expectedOutput}
            />
          ))}
        </>
      ) : (
        <pre className={classes.block}>{children}</pre>
      );
    },
    code: ({ node, inline, children }) => {
      const text = textOf(node as HtmlNode);
      return inline && looksLikeCommand(text, 'inline') ? (
        <InlineCommand
          text={text}
          params={params}
          changes={changes(text, node)}
        />
      ) : (
        <code className={inline ? classes.code : undefined}>{children}</code>
      );
    },
  };
}

interface Place {
  readonly start: { readonly line: number };
}
