import { paymentsIn } from './2-money.ts'
import type { Check } from './promise.ts'

/** 6. Nobody is told of a compensation that was not granted: to them, by that campaign, of that amount, before. */
export const nothingPromised: Check = (played) =>
  played.witness.mails.flatMap(({ mail, seq }) => {
    // Who says sorry says what was granted: the template stands behind a compensation.
    if (mail.subject !== 'Sorry') return []
    const [, amount, kind] = /^granted (\d+) (\w+)$/m.exec(mail.text) ?? []
    const granted = paymentsIn(played).some(({ request, seq: paidAt }) => {
      const isTheirs = request.memberId === mail.tags.member && request.campaign === mail.tags.campaign
      return isTheirs && paidAt < seq && request.amount === Number(amount) && request.kind === kind
    })
    return granted
      ? []
      : [`${mail.tags.member} was told of ${amount} ${kind} by ${mail.tags.campaign}, which were not granted`]
  })
