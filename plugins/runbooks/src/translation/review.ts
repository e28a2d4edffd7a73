/** Words of a change that waits for a review. */
export const reviewMessages = {
  review: {
    chip: 'Version {{version}} waits',
    chipHint:
      'Version {{waiting}}, saved by {{person}}, {{instant}}, waits for a review. Version {{version}} is in force.',
    waits: 'Version {{version}} waits for a review.',
    savedBy: 'Saved by {{person}},',
    inForce: 'Version {{version}} is in force until then.',
    own: 'Somebody other than its author publishes it.',
    look: 'Look at what it changes, then publish it.',
    forbidden: 'Publishing it takes the permission runbooks.publish.',
    change: 'What it changes',
    review: 'Review',
    publish: 'Publish version {{version}}',
    publishNote: 'Version {{version}} is reviewed',
    published: 'Version {{version}} is published, as version {{inForce}}.',
    conflict:
      '{{person}} saved version {{version}} meanwhile: look at that one before you publish it.',
    failed: 'It could not be published: {{reason}}',
    editing: 'Version {{version}} waits for a review.',
    editingText:
      'Version {{inForce}} is in force until somebody other than the author publishes it. What you save here waits in its place.',
  },
} as const;
