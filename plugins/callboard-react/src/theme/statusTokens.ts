import { Theme, useTheme } from '@material-ui/core/styles';

/**
 * What an icon or a word can stand for: a status, rest on purpose, or activity.
 * @public
 */
export type Tone =
  | 'failing'
  | 'warning'
  | 'unknown'
  | 'ok'
  | 'none'
  | 'off'
  | 'activity';

/**
 * The colours of one status: text, icon, the tint behind it and the line around it.
 * @public
 */
export interface ToneColors {
  readonly text: string;
  readonly icon: string;
  readonly tint: string;
  readonly line: string;
}

/**
 * Every colour that this library adds to the portal's theme.
 * @public
 */
export interface StatusTokens {
  readonly tones: Readonly<Record<Tone, ToneColors>>;
  /** The mark inside a filled icon. */
  readonly glyph: string;
  readonly secondary: string;
  readonly link: string;
  readonly primary: string;
  readonly onPrimary: string;
  readonly focus: string;
  readonly hover: string;
  readonly selected: string;
  readonly changed: string;
  readonly subtle: string;
  readonly raised: string;
  readonly border: string;
  readonly borderStrong: string;
  readonly codeBg: string;
  readonly hatch: string;
  /** A passed run in a drawing of runs. */
  readonly runOk: string;
}

const LIGHT_REST: ToneColors = {
  text: '#5C5C5C',
  icon: '#767676',
  tint: '#EEEEEE',
  line: '#BDBDBD',
};

const DARK_REST: ToneColors = {
  text: '#D0D0D0',
  icon: '#ABABAB',
  tint: '#505050',
  line: '#7A7A7A',
};

const LIGHT: StatusTokens = {
  tones: {
    failing: {
      text: '#B3151F',
      icon: '#C4161F',
      tint: '#FDECEC',
      line: '#E9A9AC',
    },
    warning: {
      text: '#7F4A00',
      icon: '#C26A00',
      tint: '#FFF3DC',
      line: '#E8BE7C',
    },
    unknown: {
      text: '#5A35AE',
      icon: '#6A42C4',
      tint: '#F2EDFB',
      line: '#C7B5EC',
    },
    ok: { text: '#0B6B57', icon: '#0B7A63', tint: '#E3F4EF', line: '#9CCFC1' },
    none: LIGHT_REST,
    off: LIGHT_REST,
    activity: {
      text: '#1F5493',
      icon: '#1F5493',
      tint: '#E8EFF8',
      line: '#1F5493',
    },
  },
  glyph: '#FFFFFF',
  secondary: '#5C5C5C',
  link: '#0A5FA8',
  primary: '#1F5493',
  onPrimary: '#FFFFFF',
  focus: '#1F5493',
  hover: '#F2F5F9',
  selected: '#E8EFF8',
  changed: '#FFF8C9',
  subtle: '#F3F4F5',
  raised: '#FFFFFF',
  border: '#E0E0E0',
  borderStrong: '#8A8A8A',
  codeBg: '#F1F3F5',
  hatch: 'rgba(0,0,0,.10)',
  runOk: '#4E9C8B',
};

const DARK: StatusTokens = {
  tones: {
    failing: {
      text: '#FFC2BC',
      icon: '#FFA8A0',
      tint: '#6B3535',
      line: '#B4706B',
    },
    warning: {
      text: '#F5C47E',
      icon: '#E8A544',
      tint: '#55462C',
      line: '#967641',
    },
    unknown: {
      text: '#DACBFF',
      icon: '#C4AEFF',
      tint: '#4B4460',
      line: '#8577AE',
    },
    ok: { text: '#93E0C6', icon: '#6FD3B2', tint: '#36504A', line: '#5C8F82' },
    none: DARK_REST,
    off: DARK_REST,
    activity: {
      text: '#B5D6FF',
      icon: '#B5D6FF',
      tint: '#3C4B5E',
      line: '#9CC9FF',
    },
  },
  glyph: '#2B2B2B',
  secondary: '#CFCFCF',
  link: '#A9D1FF',
  primary: '#9CC9FF',
  onPrimary: '#14273D',
  focus: '#9CC9FF',
  hover: '#4A4A4A',
  selected: '#47566A',
  changed: '#55502E',
  subtle: '#3A3A3A',
  raised: '#4A4A4A',
  border: '#5A5A5A',
  borderStrong: '#9A9A9A',
  codeBg: '#333333',
  hatch: 'rgba(255,255,255,.13)',
  runOk: '#67A796',
};

/**
 * The tokens that belong to a theme; for `makeStyles(theme => …)`.
 * @public
 */
export function statusTokens(theme: Theme): StatusTokens {
  return theme.palette.type === 'dark' ? DARK : LIGHT;
}

/**
 * The tokens of the portal's current theme.
 * @public
 */
export function useStatusTokens(): StatusTokens {
  return statusTokens(useTheme());
}
