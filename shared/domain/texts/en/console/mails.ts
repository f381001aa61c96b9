import type { MailList } from '../../../sending/mail-words.ts'

/** The page of what was sent, and what became of it. */
export const mails = {
  title: 'Emails',
  about: 'What was sent to whom, and what became of it',
  tabs: { mails: 'Emails', deliverability: 'Deliverability' },
  list: 'Emails',
  outcome: 'Outcome',
  outcomes: {
    sent: 'Sent',
    bounced: 'Bounced',
    complained: 'Reported as spam',
    unknown: 'Unknown',
    failed: 'Failed',
  } satisfies Record<MailList, string>,
  none: {
    sent: 'No email was sent yet. A campaign with an email step sends the first one.',
    bounced: 'No email bounced.',
    complained: 'No email was reported as spam.',
    unknown: 'Of every email it is known whether it was sent.',
    failed: 'No email failed.',
  } satisfies Record<MailList, string>,
  noneHere: (campaign: string) => `None of ${campaign} among those that were looked at.`,
  /** What it means, and what to do. */
  what: {
    sent: undefined,
    bounced:
      'An address that does not exist is never written to again. Ask the member for another one. After a full mailbox, or any other reason that passes, the next email is tried as usual.',
    complained:
      'Whoever reports an email as spam is never written to again. Many reports of one campaign mean that it goes to people who do not want it: narrow its audience.',
    unknown:
      'The sender stopped, or SES gave no clear answer: these emails may or may not have been sent. They are not sent again on a guess. A later report by SES settles them and they leave this list. If the member must know what the email says, open it, and call them or write to them by hand.',
    failed:
      'These emails were certainly not sent. The reason says what was wrong: a template, an address, or that SES refused it. Put it right; journeys that begin from then on send again.',
  } as Record<MailList, string | undefined>,
  campaign: 'Campaign',
  allCampaigns: 'All campaigns',
  when: 'When',
  to: 'To',
  became: 'What became of it',
  why: 'Why',
  open: (campaign: string, time: string) => `Open the email of ${campaign}, ${time}`,
  deliveredOn: (time: string) => `delivered ${time}`,
  openedOn: (time: string) => `opened ${time}`,
  clickedOn: (time: string) => `link followed ${time}`,
  bouncedOn: (time: string) => `bounced for good ${time}`,
  taken: 'SES accepted it',
  newest: 'Newest first',
  looked: (count: string, backTo: string) => `Looked through ${count} emails, back to ${backTo}.`,
  lookFurther: 'Look further back',
  masked: 'You see initials and a hash. Emails are shown as they would read to a made-up member.',
  from: 'From',
  address: 'To',
  subject: 'Subject',
  template: 'Template',
  language: 'Language',
  shown: 'The email',
  linksDead:
    'Made again from what was recorded when it was sent. Its links lead nowhere here, and its images are not loaded.',
  notKept: 'Too little is kept to make this email again: records are kept for two years.',
  month: 'Month',
  counted: (month: string, asOf: string) =>
    `Emails sent in ${month} and what was heard of them by ${asOf}. Bounced: for good. Each is counted once.`,
  byCampaign: 'By campaign',
  byDomain: 'By domain',
  domain: 'Domain',
  others: 'All other domains',
  sent: 'Sent',
  delivered: 'Delivered',
  bounced: 'Bounced',
  complained: 'Spam reports',
  all: 'All emails',
  nothing: 'No email was sent in this month.',
  limits: 'AWS reviews a sender from 5% bounces or 0.1% spam reports on. Wingback pauses the sender before that.',
}
