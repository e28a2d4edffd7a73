import { ReactNode } from 'react';
import { Tone } from '../../theme/statusTokens';

/**
 * The shape of each status; shape first, colour second.
 * @public
 */
export function statusShape(tone: Tone, glyph: string): ReactNode {
  switch (tone) {
    case 'failing':
      return (
        <>
          <path
            fill="currentColor"
            stroke="none"
            d="M7.8 2h8.4L22 7.8v8.4L16.2 22H7.8L2 16.2V7.8z"
          />
          <path
            stroke={glyph}
            strokeWidth="2.4"
            d="M8.6 8.6l6.8 6.8M15.4 8.6l-6.8 6.8"
          />
        </>
      );
    case 'warning':
      return (
        <>
          <path fill="currentColor" d="M12 3 22 20.5H2z" />
          <path stroke={glyph} strokeWidth="2.4" d="M12 9.5v4.6" />
          <circle cx="12" cy="17.4" r="1.4" fill={glyph} stroke="none" />
        </>
      );
    case 'unknown':
      return (
        <>
          <path d="M12 2.2 21.8 12 12 21.8 2.2 12z" />
          <path
            strokeWidth="2"
            d="M9.7 9.9a2.4 2.4 0 1 1 3.5 2.1c-.8.4-1.2.9-1.2 1.7"
          />
          <circle cx="12" cy="16.6" r="1.2" fill="currentColor" stroke="none" />
        </>
      );
    case 'ok':
      return (
        <>
          <circle cx="12" cy="12" r="9.2" />
          <path strokeWidth="2" d="M7.8 12.4l2.9 2.9 5.6-6" />
        </>
      );
    case 'off':
      return (
        <>
          <path d="M12 3v8.5" />
          <path d="M7.4 6.4a7.6 7.6 0 1 0 9.2 0" />
        </>
      );
    case 'activity':
      return (
        <>
          <circle cx="12" cy="12" r="8.6" opacity=".35" strokeWidth="3" />
          <path strokeWidth="3" d="M12 3.4a8.6 8.6 0 0 1 8.6 8.6" />
        </>
      );
    default:
      return <path d="M8 12h8" />;
  }
}
