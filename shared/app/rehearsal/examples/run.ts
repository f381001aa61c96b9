import { createMemoryPorts, type MemoryPorts } from '../../../adapters/memory/index.ts'
import { specOf } from '../../../domain/examples/expected.ts'
import { decodeMember } from '../../../domain/member/codec.ts'
import type { RecordBody } from '../../../domain/receipt.ts'
import type { Rulebook } from '../../../domain/rulebook/rulebook.ts'
import { memoryPipeline } from '../pipeline.ts'
import { publishTo } from '../publish.ts'
import { compareExpected, type Difference } from './compare.ts'
import { type Example, type ExampleStep, type Happening, LAST_MESSAGE, LAST_OFFER } from './example.ts'

export interface Outcome {
  example: Example
  passed: boolean
  /** What was expected and did not happen, what happened and was not expected; in order. */
  differences: Difference[]
  /** Everything the example's campaign did, in order. */
  happened: Happening[]
  /** Until when a journey of the campaign waits as the example ends, epoch ms. */
  waitsUntil?: number
}

/** Runs an example through the pipeline in memory, in its own virtual time, with nobody else in the world. */
export async function runExample(example: Example, rulebook: Rulebook): Promise<Outcome> {
  const clock = { now: example.steps[0]!.at }
  const ports = createMemoryPorts({ now: () => clock.now })
  const rulebooks = { load: async () => rulebook, get: () => rulebook }
  const pipeline = memoryPipeline({ ports, rulebooks, clock })
  await publishTo(ports, rulebook, clock.now)
  for (const [index, { at, event }] of example.steps.entries()) {
    await pipeline.advanceTo(at)
    if (event) await pipeline.put(envelopeOf(event, `step-${index}`, ports))
    await pipeline.settle()
  }
  const happened = await happenedTo(example, rulebook, ports)
  const differences = compareExpected(example.expect, happened)
  const waitsUntil = await waitsOf(example, ports)
  return { example, passed: differences.length === 0, differences, happened, ...(waitsUntil && { waitsUntil }) }
}

function envelopeOf({ type, detail }: NonNullable<ExampleStep['event']>, id: string, { bus }: MemoryPorts) {
  const offer = bus.announcements.findLast((announced) => announced.type === 'offer.issued')
  const message = bus.announcements.findLast((announced) => announced.type === 'message.ready')
  const answers = {
    ...(detail.offerId === LAST_OFFER && offer && { offerId: offer.detail.offerId }),
    ...(detail.messageId === LAST_MESSAGE && message && { messageId: message.detail.messageId }),
  }
  return { id, source: 'airline.example', 'detail-type': type, time: '', detail: { ...detail, ...answers } }
}

/** The receipts of the example's campaign, with what they are about. */
async function happenedTo(
  { memberId, campaign }: Example,
  rulebook: Rulebook,
  ports: MemoryPorts,
): Promise<Happening[]> {
  const records = await ports.records.list(memberId)
  const bodies = records.map(({ body }) => JSON.parse(body) as RecordBody).sort((a, b) => a.order - b.order)
  const receipts = bodies.flatMap((body) => body.receipts).filter((receipt) => receipt.campaign === campaign)
  return receipts.map((receipt) => {
    const { at, outcome, reason, gates, split, arms, actionId, facts } = receipt
    const mail = ports.mailer.mails.find((sent) => sent.mail.tags.action === actionId)?.mail
    const ready = ports.bus.announcements.find(({ detail }) => detail.id === `${actionId}:ready`)
    const granted = ports.bus.announcements.find(({ detail }) => detail.id === `${actionId}:granted`)?.detail
    return {
      at,
      campaign,
      outcome,
      reason,
      gate: gates?.at(-1)?.gate,
      ...(split && { arm: arms?.[split] }),
      action: specOf(receipt, rulebook),
      mail,
      ...(ready?.type === 'message.ready' && { message: ready.detail }),
      grant: granted as Happening['grant'],
      facts,
    }
  })
}

async function waitsOf({ memberId, campaign }: Example, ports: MemoryPorts): Promise<number | undefined> {
  const stored = (await ports.members.read([memberId])).get(memberId)
  const journeys = stored ? decodeMember(stored).journeys : []
  return journeys.find((journey) => journey.campaign === campaign && journey.endedAt === undefined)?.wakeAt
}
