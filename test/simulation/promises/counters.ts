import { fromReceipt } from '../../../shared/app/react/counted.ts'
import type { RecordBody } from '../../../shared/domain/receipt.ts'
import type { Played } from '../machine/play.ts'
import type { Check } from './promise.ts'

/**
 * The numbers on a campaign's pages, of ways gone, of what kept somebody and of mails sent, may be short after a crash, and never more
 * than the records tell of: from these they are counted anew. The records of those erased are gone; what they counted is not.
 */
export const counters: Check = (played) => {
  const isWhole = [...played.members.values()].every(({ erasedAt }) => erasedAt === undefined)
  if (!played.counted || !isWhole) return []
  const told = toldIn(played)
  const counted = new Map<string, number>()
  for (const { set, name, count } of played.counted.stand) if (GROWS.test(name)) addTo(counted, `${set} ${name}`, count)
  for (const { campaign, count } of played.counted.mails) addTo(counted, mailsOf(campaign), count)
  return [...counted].flatMap(([name, count]) => {
    const records = told.get(name) ?? 0
    return count > records ? [`${name} is counted ${count} times, and the records tell of ${records}`] : []
  })
}

/** What is never taken back. */
const GROWS = /^(way|moved|left|kept)\//

const mailsOf = (campaign: string) => `mails of ${campaign}`

function toldIn({ records, witness }: Played): Map<string, number> {
  const sums = new Map<string, number>()
  const add = (name: string) => addTo(sums, name, 1)
  const rulebookOf = (version: string) => witness.rulebooks.get(version)
  for (const { body } of [...records.values()].flat()) {
    const { receipts, ways = [] } = JSON.parse(body) as RecordBody
    for (const [set, name] of ways) add(`${set} ${name}`)
    for (const receipt of receipts) {
      for (const { set, name } of fromReceipt(receipt, { rulebookOf })) add(`${set} ${name}`)
      if (receipt.kind === 'email' && receipt.outcome === 'sent') add(mailsOf(receipt.campaign))
    }
  }
  return sums
}

function addTo(sums: Map<string, number>, name: string, by: number): void {
  sums.set(name, (sums.get(name) ?? 0) + by)
}
