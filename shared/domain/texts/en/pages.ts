const FLIGHTS_STILL =
  'Mails about your own flights still come: when one is late or cancelled, and what you are entitled to.'

/** What the pages behind links in mails say. */
export const pages = {
  greeting: (name: string) => `Hello ${name},`,
  offerTitle: (cabin: string) => `Your upgrade to ${cabin}`,
  offerText: (cabin: string) =>
    `We would like to welcome you in ${cabin} on your next flight with us. May we move you up?`,
  offerForFlight: (cabin: string, flight: string) =>
    `We would like to welcome you in ${cabin} on ${flight}. May we move you up?`,
  offerUntil: (until: string) => `You can answer until ${until}. There is no charge either way.`,
  accept: 'Yes, upgrade me',
  decline: 'No, thank you',
  acceptedTitle: 'Thank you, we have your answer',
  acceptedText: 'We have noted that you accept. Your new cabin appears in your booking once it is confirmed.',
  declinedTitle: 'Understood',
  declinedText: 'We have noted that you decline. Your booking stays exactly as it is.',
  answeredBeforeTitle: 'You have already answered',
  answeredBeforeText:
    'This offer was answered before, and that answer stands. If it is not what you meant, please contact us.',
  expiredTitle: 'This offer has ended',
  expiredText: 'The time to answer is over. Your booking stays exactly as it is.',
  unsubscribeTitle: 'Stop news and offers?',
  unsubscribeText: (airline: string) =>
    `Press the first button and ${airline} sends you no more news and offers. ${FLIGHTS_STILL}`,
  unsubscribe: 'Unsubscribe',
  stopEverything: 'Stop mails about my flights too',
  unsubscribedTitle: 'You are unsubscribed',
  unsubscribedText: (airline: string) => `${airline} sends you no more news and offers. ${FLIGHTS_STILL}`,
  stoppedText: (airline: string) =>
    `${airline} does not write to you by e-mail any more, not about your flights either. You can change this in your member account at any time.`,
  /** Where one consent stands for all mail. */
  stopTitle: 'Stop e-mails?',
  stopText: (airline: string) =>
    `Press the button and ${airline} stops writing to you by e-mail, news about disrupted flights included.`,
  scoresTitle: 'How we use your flights, and how to object',
  scoresText: (airline: string) => [
    `${airline} works out a few figures from what happened between you and us: how often, how far and in which cabin you flew, what you paid for tickets, delays and complaints, and your answers to surveys and offers. From these come: how likely you are to fly with us again, which tier your flights earn, how often you fly and what you spend, and how likely you are to take an upgrade.`,
    'They help us to choose who gets an offer, a call or a letter. They decide nothing that you are owed: what the law gives you is paid to everybody alike. No price depends on them.',
    'Your gender, age, name and address are not used, nor anything that you bought elsewhere, nor the text of a complaint.',
    'You may object at any time, without a reason. You keep your card and your miles, and everything about your own flights still reaches you. You may get fewer personal offers.',
  ],
  scoresNow: 'At present these figures are worked out for you.',
  objectedNow: 'You have objected: no such figure is worked out for you.',
  objectToScores: 'I object: work out nothing about me',
  allowScores: 'Allow it again',
  scoresAnsweredTitle: 'We have noted it',
  objectedText: (airline: string) =>
    `From now on ${airline} works out no such figures about you, and uses none. You can allow it again on the same page.`,
  allowedText: (airline: string) => `${airline} may work out these figures for you again. You can object at any time.`,
  badLinkTitle: 'This link does not work',
  badLinkText:
    'It may be incomplete, or from a message that is no longer valid. Please open it again from the mail itself.',
}
