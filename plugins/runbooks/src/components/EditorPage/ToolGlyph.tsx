import { ReactNode } from 'react';

/** What a button of the toolbar does. */
export type ToolName =
  | 'bold'
  | 'list'
  | 'command'
  | 'warning'
  | 'step'
  | 'help';

const SHAPES: Readonly<Record<ToolName, ReactNode>> = {
  bold: (
    <path
      strokeWidth={2.4}
      d="M7.5 5h5.3a3.4 3.4 0 0 1 0 6.8H7.500zM7.500 11.800h6.300a3.600 3.600 0 0 1 0 7.200H7.500z"
    />
  ),
  list: (
    <>
      <path d="M9.500 6.500H20M9.500 12H20M9.500 17.500H20" />
      <path
        strokeWidth={2.6}
        d="M4.800 6.500h.01M4.800 12h.01M4.800 17.500h.01"
      />
    </>
  ),
  command: (
    <path d="M3.500 5h17v14h-17zM7 9.500l2.500 2.500L7 14.500M12 15h4.500" />
  ),
  warning: (
    <>
      <path d="M12 4 21 19.500H3zM12 10v4" />
      <path strokeWidth={2.2} d="M12 16.800h.01" />
    </>
  ),
  step: <path d="M4 5.500h10M4 10.500h7M4 15.500h5M17 11.500v8M13 15.500h8" />,
  help: (
    <>
      <circle cx={12} cy={12} r={8.5} />
      <path d="M9.800 9.900a2.300 2.300 0 1 1 3.400 2c-.8.400-1.200.9-1.200 1.600" />
      <path strokeWidth={2.2} d="M12 16.500h.01" />
    </>
  ),
};

/** A line drawing on a button; it says nothing by itself. */
export function ToolGlyph(props: { readonly name: ToolName }) {
  return (
    <svg
      aria-hidden
      focusable={false}
      width={20}
      height={20}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {SHAPES[props.name]}
    </svg>
  );
}
