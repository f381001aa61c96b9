import type { Receipt } from '../../../domain/receipt.ts'
import type { Bundle } from '../../../domain/rulebook/content.ts'
import type { Rulebook } from '../../../domain/rulebook/rulebook.ts'
import { SAMPLE_SOURCE, type Sample, type SampledMember } from '../../../domain/sample/sample.ts'
import { STRATUM_NAMES } from '../../../domain/sample/strata.ts'
import { pace } from '../pace.ts'
import { type Rehearsal, rehearse, type Step } from '../rehearse.ts'
import { type CampaignTally, emptyTally, tallyPassedBy, tallyReceipt } from './tally.ts'
import { telling } from './telling.ts'

/** A rulebook, checked and compiled. */
export interface Rules {
  bundle: Bundle
  rulebook: Rulebook
}

/** What a rulebook did with members of a sample. */
export interface Ran {
  members: readonly SampledMember[]
  campaigns: ReadonlyMap<string, CampaignTally>
  rehearsal: Rehearsal
}

/** Of each stratum the first of its members: a random sample too, quicker to go through. */
export function firstOf({ members }: Sample, share: number): SampledMember[] {
  return STRATUM_NAMES.flatMap((name) => {
    const of = members.filter(({ stratum }) => stratum === name)
    return of.slice(0, Math.max(Math.ceil(of.length * share), Math.min(of.length, FEW)))
  })
}

/** So many of a stratum are always looked at: of one alone nobody knows how much members differ. */
const FEW = 5

/**
 * Rehearses a rulebook on members of a sample: by the pipeline of `wingback rehearse`, so that it decides the same.
 * @param goOn asked again and again; what it throws ends the rehearsal
 */
export async function rehearseSample(
  sample: Sample,
  members: readonly SampledMember[],
  { bundle, rulebook }: Rules,
  goOn: () => Promise<void> = async () => {},
): Promise<Ran> {
  const campaigns = new Map(rulebook.campaigns.map(({ id }) => [id, emptyTally()]))
  const rehearsal = await rehearse({
    bundle,
    rulebook: telling(rulebook, (campaign, memberId, passedBy) => {
      const tally = campaigns.get(campaign)
      if (tally) tallyPassedBy(tally, memberId, passedBy)
    }),
    brought: members,
    steps: stepsOf(sample, new Set(members.map(({ memberId }) => memberId)), goOn),
    from: sample.from,
    to: sample.to,
    withoutOverlaps: true,
    watch: {
      receipt(memberId: string, receipt: Receipt) {
        const tally = campaigns.get(receipt.campaign)
        if (tally) tallyReceipt(tally, memberId, receipt)
      },
      grant({ campaign, memberId, costMinor, basis, now }) {
        if (basis !== 'statutory') campaigns.get(campaign)?.costs.push({ memberId, at: now, costMinor })
      },
    },
  })
  return { members, campaigns, rehearsal }
}

export async function* stepsOf(
  sample: Sample,
  cards: ReadonlySet<string>,
  goOn: () => Promise<void>,
): AsyncGenerator<Step> {
  for await (const { entries, now } of pace(entriesOf(sample, cards), sample.to)) {
    await goOn()
    const time = new Date(now ?? sample.to).toISOString()
    yield {
      now,
      entries: entries.map(({ type, detail }) => {
        return { id: String(detail.id), source: SAMPLE_SOURCE, 'detail-type': type, time, detail }
      }),
    }
  }
}

async function* entriesOf({ events }: Sample, cards: ReadonlySet<string>) {
  for (const { type, detail } of events)
    if (cards.has(cardIn(detail))) yield { type, detail, at: Date.parse(String(detail.occurredAt)) }
}

/** Of a flight's event the one passenger who is in the sample. */
function cardIn({ memberId, passengers }: Record<string, unknown>): string {
  return String(memberId ?? (passengers as { memberId: string }[])[0]?.memberId)
}
