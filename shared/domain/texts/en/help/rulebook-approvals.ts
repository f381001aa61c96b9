export const rulebook = {
  summary: 'approve or refuse a rulebook, or fetch its files',
  description:
    'A rulebook that raises or removes thresholds, budgets or caps goes live once a second person approves it. Every other rulebook goes live at once.',
  pull: {
    summary: 'write the live rulebook into a folder',
    description:
      'The files as they were published, with comments and mail templates: what was changed in the console comes back to your repository. Files of the folder that the rulebook does not have stay as they are.',
    arguments: { dir: 'the folder; it is made where there is none' },
  },
  pending: {
    summary: 'the rulebook that waits for approval, and what it loosens',
    description: 'Shows the latest request. `diff live pending` shows everything that changes.',
  },
  approve: {
    summary: 'approve it, and make it live',
    description:
      'You cannot approve your own request. Name the version, because another one may have been requested meanwhile.',
    arguments: {
      version: 'as `rulebook pending` shows it; its first 8 letters are enough',
    },
    options: {
      why: 'the reason, for the history',
    },
  },
  refuse: {
    summary: 'refuse it, or withdraw your own request',
    description: 'The live rulebook stays live.',
    arguments: {
      version: 'as `rulebook pending` shows it; its first 8 letters are enough',
    },
    options: {
      why: 'the reason, for the history',
    },
  },
}
