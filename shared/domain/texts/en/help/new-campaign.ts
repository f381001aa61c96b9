export const newCampaign = {
  summary: 'begin a campaign from the gallery',
  description:
    'Lists campaigns to begin from, with the reason why each works, or puts one into a rulebook: its rules, emails in English and Chinese, examples, and a budget if it spends. Names that are taken there get a number, and no other file is changed.',
  arguments: {
    dir: 'the folder of your rulebook',
  },
  options: {
    from: 'which one, such as went-quiet',
    as: 'what it is to be called in your files',
  },
}
