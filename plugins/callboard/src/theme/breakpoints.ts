/** Below this a row is a card and filters hide behind one button. */
export const PHONE = '@media (max-width:640px)';

/** Below this the last change moves under the reason. */
export const NARROW = '@media (max-width:960px)';
