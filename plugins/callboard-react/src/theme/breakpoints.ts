/**
 * Below this a row is a card and filters hide behind one button.
 * @public
 */
export const PHONE = '@media (max-width:640px)';
