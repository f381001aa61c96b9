export const init = {
  summary: 'create a new rulebook',
  description:
    'Creates a folder with a small, valid rulebook: settings, a budget, an audience, a campaign with its email in English and Chinese and its examples, and schemas for editors that check and complete while you type. A folder that is not empty is not changed.',
  arguments: {
    dir: 'a new folder, or an empty one',
  },
}
