/** Words around commands. */
export const commandMessages = {
  command: {
    copy: 'Copy {{command}}',
    copied: 'Copied',
    copyFailed: 'Could not be copied: select the text',
    changes: 'This changes things: I have read what it does',
    changesPrinted: 'This changes things.',
    missing: 'needed',
    needs: 'Not copied: {{names}} is missing',
    copyAsWritten: 'Copy as written',
    refused: '{{param}} is not filled in with “{{value}}”: {{reason}}.',
    output: 'Expected output',
  },
  callout: {
    note: 'Note',
    tip: 'Tip',
    important: 'Important',
    warning: 'Warning',
    caution: 'Caution',
    danger: 'Danger',
  },
} as const;
