import type { pages as en } from '../en/pages.ts'

const FLIGHTS_STILL = '与您本人航班有关的邮件仍会发送，例如航班延误、取消，以及您应得的补偿。'

export const pages: typeof en = {
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
  unsubscribeText: (airline) => `点击“确认退订”后，${airline}将不再向您发送资讯和优惠。${FLIGHTS_STILL}`,
  unsubscribe: '确认退订',
  stopEverything: '也不再接收航班通知邮件',
  unsubscribedTitle: '退订成功',
  unsubscribedText: (airline) => `${airline}将不再向您发送资讯和优惠。${FLIGHTS_STILL}`,
  stoppedText: (airline) => `${airline}将不再向您发送任何邮件，包括航班通知。您可随时在会员账户中重新订阅。`,
  stopTitle: '确认退订邮件？',
  stopText: (airline) => `点击下方按钮后，${airline}将不再向您发送任何邮件，包括航班不正常通知。`,
  badLinkTitle: '链接无效',
  badLinkText: '链接可能不完整，或来自已失效的邮件。请从邮件中重新打开。',
}
