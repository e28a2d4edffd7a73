/** What a server says, so that a sentence can follow it. */
export function asSentence(text: string): string {
  const said = text.trim();
  return said === '' || /[.!?…]$/.test(said) ? said : `${said}.`;
}
