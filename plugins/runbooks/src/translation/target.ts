/** Words of where commands act. */
export const targetMessages = {
  target: {
    actOn: 'You act on {{target}}',
    dryRun: 'Dry run',
    unknown: 'No place is filled in',
    finding: 'Filled in from the finding {{code}}.',
    findingSince: 'Filled in from the finding {{code}}, since {{since}}.',
    underlined: 'Underlined words in commands are these values.',
    asked: 'Commands say which values they ask for.',
    none: 'The commands of this runbook ask for no values.',
    change: 'Change target',
    values: 'Values for the commands',
    valuesText: 'They are part of the address: a link to this page keeps them.',
    use: 'Use these',
    cancel: 'Cancel',
  },
} as const;
