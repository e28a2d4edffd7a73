import { ReactNode } from 'react';

const dot = (cx: number, cy: number, r: number) => (
  <circle cx={cx} cy={cy} r={r} fill="currentColor" stroke="none" />
);

/** Line drawings on a 24 px grid. @public */
export const GLYPHS = {
  pipelines: (
    <>
      <circle cx="4.6" cy="12" r="2.6" />
      <circle cx="19.4" cy="5.6" r="2.6" />
      <circle cx="19.4" cy="18.4" r="2.6" />
      <path d="M7.2 12h3.3c2.6 0 2.4-6.4 6.3-6.4M10.5 12c2.6 0 2.4 6.4 6.3 6.4" />
    </>
  ),
  kubernetes: (
    <>
      <path d="M12 2.4 20.4 7.2v9.6L12 21.6 3.6 16.8V7.2z" />
      <path d="M12 12l8.2-4.7M12 12v9.4M12 12 3.8 7.3" />
    </>
  ),
  alerts: (
    <>
      <path d="M6 16.5V10.5a6 6 0 0 1 12 0v6l1.8 2H4.2z" />
      <path d="M10 21h4" />
    </>
  ),
  logs: <path d="M4 5.5h16M4 10h11M4 14.5h16M4 19h8" />,
  infrastructure: (
    <>
      <path d="M3.5 4h17v6.5h-17zM3.5 13.5h17V20h-17z" />
      {dot(7, 7.25, 1)}
      {dot(7, 16.75, 1)}
      <path d="M11 7.25h6M11 16.75h6" />
    </>
  ),
  automation: (
    <>
      <path d="M20 11.5A8 8 0 0 0 5.5 7.5M4 12.5a8 8 0 0 0 14.5 4" />
      <path d="M5 3v5h5M19 21v-5h-5" />
    </>
  ),
  cloud: (
    <path d="M7 19a4.5 4.5 0 0 1-.6-8.96 6 6 0 0 1 11.5 1.46A3.8 3.8 0 0 1 17.5 19z" />
  ),
  security: (
    <>
      <path d="M12 2.8 20 6v5.5c0 4.7-3.2 8.2-8 9.7-4.8-1.5-8-5-8-9.7V6z" />
      <path d="M8.5 12l2.5 2.5 4.5-5" />
    </>
  ),
  ownership: (
    <>
      <circle cx="9" cy="8" r="3.4" />
      <path d="M2.6 19.5c.4-3.6 3-5.6 6.4-5.6s6 2 6.4 5.6z" />
      <path d="M15.6 4.9a3.3 3.3 0 0 1 0 6.2M17.6 14.4c2.2.7 3.6 2.4 3.8 5.1" />
    </>
  ),
  runbooks: (
    <>
      <path d="M5 3.4h14v17.2H5z" />
      <path d="M8 8.2l1.2 1.2 2-2.2M8 14.6l1.2 1.2 2-2.2M13.6 8.6h2.8M13.6 15h2.8" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 6.8V12l3.6 2.2" />
    </>
  ),
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="M15.4 15.4 21 21" />
    </>
  ),
  copy: (
    <>
      <path d="M8.5 8.5h11v12h-11z" />
      <path d="M5.5 15.5h-1v-12h11v1.5" />
    </>
  ),
  external: (
    <>
      <path d="M18.5 13.5v6h-14v-14h6" />
      <path d="M14.5 3.5h6v6M20.5 3.5 11 13" />
    </>
  ),
  refresh: (
    <>
      <path d="M20 11.5A8 8 0 1 0 18 17.3" />
      <path d="M20.5 5.5v6h-6" />
    </>
  ),
  down: <path d="M6.5 9.5 12 15l5.5-5.5" />,
  right: <path d="M9.5 6.5 15 12l-5.5 5.5" />,
  more: (
    <>
      {dot(12, 5.5, 1.7)}
      {dot(12, 12, 1.7)}
      {dot(12, 18.5, 1.7)}
    </>
  ),
  person: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4.5 20.5c.5-4.5 3.5-6.5 7.5-6.5s7 2 7.5 6.5z" />
    </>
  ),
  info: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 11v5.5" />
      {dot(12, 7.7, 1.2)}
    </>
  ),
  deploy: (
    <>
      <path d="M12 3.5v11M7.5 8 12 3.5 16.5 8" />
      <path d="M4 15.5v5h16v-5" />
    </>
  ),
  gear: (
    <>
      <circle cx="12" cy="12" r="3.2" />
      <path d="M12 2.8v3M12 18.2v3M2.8 12h3M18.2 12h3M5.5 5.5l2.1 2.1M16.4 16.4l2.1 2.1M18.5 5.5l-2.1 2.1M7.6 16.4l-2.1 2.1" />
    </>
  ),
  commit: (
    <>
      <circle cx="12" cy="12" r="3.6" />
      <path d="M2.5 12h5.9M15.6 12h5.9" />
    </>
  ),
  wall: <path d="M3 4h18v12.5H3zM12 16.5v4M7.5 20.5h9" />,
  board: <path d="M3.5 4.5h17v15h-17zM3.5 9.5h17M9 9.5v10" />,
  plus: <path d="M12 5v14M5 12h14" />,
  close: <path d="M6 6l12 12M18 6 6 18" />,
  check: <path strokeWidth="2.4" d="M5 12.5l4.5 4.5L19 7" />,
  group: <path d="M4 5h16M4 12h10M4 19h6" />,
  arrow: <path d="M4 12h15M13 6l6 6-6 6" />,
  target: (
    <>
      <circle cx="12" cy="12" r="7" />
      <path d="M12 2v6M12 16v6M2 12h6M16 12h6" />
      {dot(12, 12, 1.6)}
    </>
  ),
  history: (
    <>
      <path d="M4 12a8 8 0 1 1 2.5 5.8" />
      <path d="M3.5 20v-4.5H8M12 7.5V12l3 2" />
    </>
  ),
} as const satisfies Record<string, ReactNode>;

/**
 * Name of a line drawing.
 * @public
 */
export type GlyphName = keyof typeof GLYPHS;
