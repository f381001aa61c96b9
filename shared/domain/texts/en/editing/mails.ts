import type { MailCheck } from '../../../message/mail-checks.ts'

type Check = { holds: string; not: string }

/** Where a mail is written. */
export const mails = {
  source: 'Source of this email',
  sourceHelp: 'Type {{ to say something of the member: Ctrl+Space suggests it. Esc, then Tab, leaves the text.',
  preview: 'How it reads',
  shownOn: 'Shown on',
  widths: { desktop: 'Desktop', phone: 'Phone', text: 'Text' },
  dark: 'Dark, as programs that invert colours show it',
  sample: 'For whom',
  samples: {
    known: 'A member of whom everything is known',
    nameless: 'A member without a name',
    owed: 'A member whom the law owes money',
  },
  realMember: 'Or a real member, by card',
  subject: 'Subject:',
  alsoIn: 'Also in:',
  line: (line: number) => `Line ${line}:`,
  notSent: (reason: string) => `To this member it would not be sent: ${reason}`,
  checked: (holding: number, all: number) => `${holding} of ${all} checks hold`,
  checks: {
    sender: {
      holds: 'The sender is',
      not: 'The sender is an address that stands for another. Say your own in the settings:',
    },
    unsubscribe: {
      holds: 'Members can unsubscribe, in the text too.',
      not: 'There is no link to unsubscribe, or not in the text.',
    },
    links: {
      holds: 'All links lead somewhere.',
      not: 'These links lead nowhere, are made up (example.com), or are not https:',
    },
    languages: { holds: 'It is there in all languages of the rulebook:', not: 'It is missing in:' },
    size: { holds: 'Its size is', not: 'Large providers cut what is over 100 KB. Its size is' },
    contrast: { holds: 'All of it can be read on its background.', not: 'Hard to read on its background:' },
    pictures: { holds: 'Every picture says in words what it shows.', not: 'These pictures say nothing in words:' },
  } satisfies Record<MailCheck, Check>,
  pictures: {
    title: 'Insert a picture',
    about: (megabytes: number) =>
      `PNG, JPEG, GIF or WebP, at most ${megabytes} MB. Anybody can see it who has its address; it stays for the emails that show it.`,
    choose: 'Choose a file',
    drop: 'Drop the file here',
    remove: 'Take the file away',
    error: 'Error',
    fewer: 'Show fewer',
    more: 'Show more',
    there: 'Pictures that are there',
    none: 'No picture was uploaded yet.',
    size: (width: number, height: number, kilobytes: number) => `${width} × ${height}, ${kilobytes} KB`,
    alt: 'What it shows, in words',
    altAbout: 'For who cannot see it, and for programs that do not load it.',
    altMissing: 'Say what it shows.',
    choosePicture: 'Choose a picture first.',
    noColumn: 'This email has no <mj-column> to put it in.',
    older: 'Older ones',
  },
  testSend: 'Send a test',
  testSendAbout: 'It goes out as it is saved, marked as a test. Its links do nothing, and it is counted nowhere.',
  to: 'To a colleague',
  sentTo: (to: string) => `Sent to ${to}.`,
}
