import type { Purpose } from '../../../../contract/index.ts'

/** What is done for one member: export, merging cards, erasing, consent. */
export const memberActions = {
  actions: 'Do something for this member',
  export: 'Export everything as a file',
  exporting: (card: string) => `Export of ${card}`,
  merge: 'Merge with another card',
  otherCard: 'The other card of the same person',
  otherCardMissing: 'Enter the number of another card.',
  whichGoesOn: 'Which card goes on?',
  goesOn: (card: string) => `${card} goes on`,
  journeys: (count: number) =>
    count === 0
      ? 'on the way through no campaign'
      : `on the way through ${count === 1 ? '1 campaign' : `${count} campaigns`}`,
  mergeWarning: (from: string, into: string) =>
    `${from} becomes another name for ${into}: flights, complaints and grants come together, the stricter consent counts, and the journeys of ${from} end. This cannot be undone.`,
  erase: 'Erase this person',
  eraseForGood: 'Erase for good',
  eraseWarning: (card: string) =>
    `Everything that is known of the person with the card ${card} is erased. This cannot be undone, and nothing is sent to them any more.`,
  typeCard: (card: string) => `To be sure, type the card number ${card}`,
  notThisCard: 'This is not the number of the card. Type it as it stands above.',
  goes: 'What is erased',
  goesProfile: (cards: number) =>
    cards === 1
      ? 'Profile, flights, bookings, complaints and surveys'
      : `Profile, flights, bookings, complaints and surveys, of all ${cards} cards`,
  goesRecords: (records: string) => `${records} records of what happened and what was decided`,
  goesOther: (offers: string, tasks: string, setAsides: string) =>
    `${offers} offers, ${tasks} tasks, ${setAsides} events that are set aside`,
  stays: 'What stays, and why',
  staysGrants: (grants: string) =>
    `${grants} grants with their amounts, without the person: the books must add up for ever`,
  staysElse: [
    'That this card was erased, and when: later events and replays bring nothing back',
    'What the person did as a part of the results of campaigns, as sums without the person',
    'Emails that were delivered, in the mailbox of who got them; the archive of events for at most 30 days',
  ],
  erasing: (left: string) => `Being erased: ${left} records and other entries are left. You can leave this page.`,
  erasedWhole: 'Erased: nothing is left but what has to stay.',
  consent: 'Consent',
  consentAbout:
    'By purpose and channel. A later yes of the same card undoes a no; of two cards merged later, the stricter counts.',
  whatFor: 'What for',
  purposes: { marketing: 'Marketing', service: 'About own flights' } satisfies Record<Purpose, string>,
  channels: { email: 'by email', phone: 'by phone' } as Record<string, string>,
  stands: 'It stands at',
  standing: {
    marketing: { true: 'agreed', false: 'withdrawn', null: 'never asked' },
    service: { true: 'agreed', false: 'opted out', null: 'not opted out' },
  } as Record<Purpose, Record<string, string>>,
  whereFrom: 'Where it comes from',
  nothingSaid: 'Nothing was ever said.',
  yes: 'yes',
  no: 'no',
  fromProfile: 'in the profile as the airline’s system has it',
  fromSystem: 'told by another system of the airline',
  toldTo: (name: string) => `told ${name}`,
  /** By the way it was told, as events name it. */
  sources: {
    app: 'in the app',
    unsubscribe: 'by the link in an email',
    'email.unsubscribed': 'by the link in an email',
    phone: 'on the phone',
    counter: 'at the counter',
    letter: 'in a letter',
    email: 'in an email',
    chat: 'in a chat',
  } as Record<string, string>,
  change: 'Change',
  agree: 'Note a yes',
  withdraw: 'Note a no',
  howTold: 'How did the member tell you?',
  howToldHow: 'Kept with your name. The airline’s other systems are told.',
}
