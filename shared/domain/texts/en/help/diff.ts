export const diff = {
  summary: 'what changes from one rulebook to another',
  description:
    'Lists each campaign, audience, budget, setting and email that is new, removed or changed, and how. File names, layout and comments do not count.',
  arguments: {
    before: 'a folder with wingback.yaml, `live`, or `pending` (the rulebook that waits for approval)',
    after: 'a folder with wingback.yaml, `live`, or `pending` (the rulebook that waits for approval)',
  },
}
