/** A user as a person would say it: `user:default/mira.okafor` is "Mira Okafor". */
export function personName(ref: string): string {
  const isUser = ref.startsWith('user:');
  const name = ref.slice(ref.indexOf('/') + 1);
  return isUser
    ? name
        .split(/[.\-_]+/)
        .filter(Boolean)
        .map(part => part[0].toUpperCase() + part.slice(1))
        .join(' ')
    : name;
}
