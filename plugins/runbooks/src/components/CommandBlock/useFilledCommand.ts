import { useMemo } from 'react';
import {
  fillCommand,
  type FilledCommand,
} from '@callboard/plugin-runbooks-common';
import { useAskedValues } from '../RunbookMarkdown/AskedValues';

/** A command with its values, and the names that the person is asked for. */
export function useFilledCommand(
  text: string,
  params: Readonly<Record<string, string>>,
): { readonly command: FilledCommand; readonly wanted: readonly string[] } {
  const asked = useAskedValues();
  const declared = asked?.declared;
  const given = useMemo(
    () => fillCommand(text, params, { declared }),
    [text, params, declared],
  );
  return useMemo(() => {
    if (!asked || given.missing.length === 0) {
      return { command: given, wanted: [] };
    }
    // Only what is missing, or was refused, is taken from the person: a target that is changed
    // afterwards goes before what was typed.
    const typed = given.missing.flatMap(name => {
      const value = asked.valueOf(name);
      return value === '' ? [] : [[name, value] as const];
    });
    const command = fillCommand(
      text,
      { ...params, ...Object.fromEntries(typed) },
      { declared },
    );
    return { command, wanted: asked.asks ? given.missing : [] };
  }, [asked, given, text, params, declared]);
}
