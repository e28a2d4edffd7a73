import { CHANGING_VERBS, SHELLS } from './riskyWords';

/** Words that are no flags, with what is said to flags among them. */
export function operands(words: readonly string[]): readonly string[] {
  return words.filter(word => !/^-[^-]|^--[\w-]+=/.test(word));
}

/** Whether any word says that something is changed, whatever it is said to. */
export function anyVerb(words: readonly string[]): boolean {
  return words.some(
    word =>
      CHANGING_VERBS.has(word.toLowerCase()) ||
      /^(?:-{1,2}|[a-z0-9]+[-:_])?(?:delete|destroy|drop|purge|reset|restart|remove|terminate|truncate|failover|alter|apply|prune|promote|migrate|undo|rollback|add(?=-))(?:[-_.:][\w.:-]+)?$/i.test(
        word,
      ),
  );
}

/** The name of a program without the way to it. */
export function baseName(path: string): string {
  return path.includes('://') ? path : path.slice(path.lastIndexOf('/') + 1);
}

/** An interactive shell changes nothing by itself. */
export function opensShell(words: readonly string[]): boolean {
  return words.length === 1 && SHELLS.has(baseName(words[0]));
}
