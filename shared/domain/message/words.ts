/** What the pages behind links say. One entry a language. */
export interface PageWords {
  greeting(name: string): string
  offerTitle(cabin: string): string
  offerText(cabin: string): string
  offerForFlight(cabin: string, flight: string): string
  offerUntil(until: string): string
  accept: string
  decline: string
  acceptedTitle: string
  acceptedText: string
  declinedTitle: string
  declinedText: string
  answeredBeforeTitle: string
  answeredBeforeText: string
  expiredTitle: string
  expiredText: string
  unsubscribeTitle: string
  unsubscribeText(airline: string): string
  unsubscribe: string
  stopEverything: string
  unsubscribedTitle: string
  unsubscribedText(airline: string): string
  stoppedText(airline: string): string
  /** Where one consent stands for all mail. */
  stopTitle: string
  stopText(airline: string): string
  badLinkTitle: string
  badLinkText: string
}

const FLIGHTS_STILL =
  'Mails about your own flights still come: when one is late or cancelled, and what you are entitled to.'

const en: PageWords = {
  greeting: (name) => `Hello ${name},`,
  offerTitle: (cabin) => `Your upgrade to ${cabin}`,
  offerText: (cabin) => `We would like to welcome you in ${cabin} on your next flight with us. May we move you up?`,
  offerForFlight: (cabin, flight) => `We would like to welcome you in ${cabin} on ${flight}. May we move you up?`,
  offerUntil: (until) => `You can answer until ${until}. There is no charge either way.`,
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
  unsubscribeText: (airline) =>
    `Press the first button and ${airline} sends you no more news and offers. ${FLIGHTS_STILL}`,
  unsubscribe: 'Unsubscribe',
  stopEverything: 'Stop mails about my flights too',
  unsubscribedTitle: 'You are unsubscribed',
  unsubscribedText: (airline) => `${airline} sends you no more news and offers. ${FLIGHTS_STILL}`,
  stoppedText: (airline) =>
    `${airline} does not write to you by e-mail any more, not about your flights either. You can change this in your member account at any time.`,
  stopTitle: 'Stop e-mails?',
  stopText: (airline) =>
    `Press the button and ${airline} stops writing to you by e-mail, news about disrupted flights included.`,
  badLinkTitle: 'This link does not work',
  badLinkText:
    'It may be incomplete, or from a message that is no longer valid. Please open it again from the mail itself.',
}

const FLIGHTS_STILL_ZH = '与您本人航班有关的邮件仍会发送，例如航班延误、取消，以及您应得的补偿。'

const zh: PageWords = {
  greeting: (name) => `${name}，您好！`,
  offerTitle: (cabin) => `为您升舱至${cabin}`,
  offerText: (cabin) => `诚邀您在下一段航程中体验${cabin}，您愿意接受吗？`,
  offerForFlight: (cabin, flight) => `诚邀您在 ${flight} 航班上体验${cabin}，您愿意接受吗？`,
  offerUntil: (until) => `请在${until}之前答复。无论接受与否，均不收取任何费用。`,
  accept: '接受升舱',
  decline: '暂不需要',
  acceptedTitle: '升舱申请已收到',
  acceptedText: '感谢您的答复。座位确认后，您可在订单中查看新的舱位。',
  declinedTitle: '已收到您的答复',
  declinedText: '您的订单保持不变，期待与您在旅途中相见。',
  answeredBeforeTitle: '您已答复过',
  answeredBeforeText: '这份升舱优惠此前已有答复，以首次答复为准。如需更改，请与我们联系。',
  expiredTitle: '升舱优惠已过期',
  expiredText: '答复时间已过，您的订单保持不变。',
  unsubscribeTitle: '确认退订营销邮件？',
  unsubscribeText: (airline) => `点击“确认退订”后，${airline}将不再向您发送资讯和优惠。${FLIGHTS_STILL_ZH}`,
  unsubscribe: '确认退订',
  stopEverything: '也不再接收航班通知邮件',
  unsubscribedTitle: '退订成功',
  unsubscribedText: (airline) => `${airline}将不再向您发送资讯和优惠。${FLIGHTS_STILL_ZH}`,
  stoppedText: (airline) => `${airline}将不再向您发送任何邮件，包括航班通知。您可随时在会员账户中重新订阅。`,
  stopTitle: '确认退订邮件？',
  stopText: (airline) => `点击下方按钮后，${airline}将不再向您发送任何邮件，包括航班不正常通知。`,
  badLinkTitle: '链接无效',
  badLinkText: '链接可能不完整，或来自已失效的邮件。请从邮件中重新打开。',
}

export const WORDS = { en, zh } as const satisfies Record<string, PageWords>
