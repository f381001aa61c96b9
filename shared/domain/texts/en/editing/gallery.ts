/** The pages of the gallery, and what is chosen from it. */
export const gallery = {
  title: 'Begin a campaign',
  about: 'For common occasions, each with emails in English and Chinese, and with examples. Change whatever you like.',
  toGallery: 'All campaigns to begin from',
  brings: ({ emails, examples, spends }: { emails: number; examples: number; spends: boolean }) =>
    [
      emails === 1 ? '1 email' : `${emails} emails`,
      examples === 1 ? '1 example' : `${examples} examples`,
      ...(spends ? ['a budget of its own'] : []),
    ].join(' · '),
  does: 'What it does',
  why: 'Why it works',
  way: 'The way through it',
  emails: 'Subjects of its emails',
  examples: 'What its examples hold',
  begin: 'Begin with it',
  beginAbout:
    'Its rules, emails and examples go into a new draft. Nobody gets anything before that is approved and live.',
  goesInto: (draft: string) => `Its rules, emails and examples go into the draft “${draft}”.`,
  fromGallery: 'From the gallery',
  missing:
    'Its emails use words that your settings do not have yet. What you leave open is shown as a problem of the draft, and has to be filled in before it goes live.',
  airlineWords: {
    nameZh: 'the airline’s name in Chinese',
    programme: 'the name of the frequent-flyer programme',
    programmeZh: 'the same in Chinese',
    helpUrl: 'where members get help: https://…',
    bookUrl: 'where members book: https://…',
  } as Readonly<Record<string, string>>,
  holidays: {
    choose: 'Add public holidays',
    country: 'Country or region',
    year: 'Year',
    days: 'Holidays',
    all: 'All of them',
    none: 'There are none of this year.',
    check:
      'Worked out from each country’s law, so check them. In China the days that are worked instead are announced each autumn.',
  },
}
