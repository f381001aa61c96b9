import TinyQueue from 'tinyqueue'
import { createMemoryPorts } from '../../../shared/adapters/memory/index.ts'
import { memoryPipeline } from '../../../shared/app/rehearsal/pipeline.ts'
import { publishTo } from '../../../shared/app/rehearsal/publish.ts'
import { cohortsOf } from '../../../shared/app/results/cohorts.ts'
import type { Analysis } from '../../../shared/domain/results/assignment.ts'
import type { DayCohort } from '../../../shared/domain/results/cohort.ts'
import { people, type Told, YEAR } from './people.ts'
import { responsesTo } from './responses.ts'
import { yearsRulebook } from './rulebook.ts'

/** What the made-up year came to, as the pipeline counted it. */
export interface PlayedYear {
  /** When it is looked at, epoch ms. */
  now: number
  names: Record<string, string>
  results: { analysis: Analysis; cohorts: DayCohort[] }[]
}

/**
 * Plays the year through the pipeline in memory: the same reactions, gates, mails and counting as in AWS. Members answer what
 * reaches them, so that those held out answer nothing.
 */
export async function playYear(): Promise<PlayedYear> {
  const clock = { now: 0 }
  const ports = createMemoryPorts({ now: () => clock.now })
  const rulebook = await yearsRulebook()
  const rulebooks = { load: async () => rulebook, get: () => rulebook }
  const pipeline = memoryPipeline({ ports, rulebooks, clock })
  const coming = new TinyQueue<Told & { source: string }>(
    people().map((each) => ({ ...each, source: 'airline.year' })),
    (a, b) => a.at - b.at,
  )
  let answered = 0
  let isLive = false

  /** Members answer the mails that came since. */
  function answerMails(): void {
    for (const { mail, at } of ports.mailer.mails.slice(answered)) {
      const { airline, ses } = responsesTo(mail, at)
      for (const each of airline) coming.push({ ...each, source: 'airline.year' })
      for (const each of ses) coming.push({ ...each, source: 'wingback' })
    }
    answered = ports.mailer.mails.length
  }

  for (let next = coming.pop(); next !== undefined && next.at <= YEAR.to; next = coming.pop()) {
    if (next.at >= YEAR.from && !isLive) {
      await pipeline.advanceTo(YEAR.from)
      await publishTo(ports, rulebook, clock.now)
      isLive = true
    }
    await pipeline.advanceTo(next.at)
    const { type, detail, source, at } = next
    const envelope = {
      id: `delivery-${detail.id}`,
      source,
      'detail-type': type,
      time: new Date(at).toISOString(),
      detail,
    }
    if (source === 'wingback') await ports.queues.send('events', [JSON.stringify(envelope)])
    else await pipeline.put(envelope)
    await pipeline.settle()
    answerMails()
  }
  await pipeline.advanceTo(YEAR.to)
  const { entries } = await ports.setAsides.list({ limit: 1 })
  if (entries[0]) throw new Error(`set aside: ${entries[0].fault.message}`)

  const analyses = await ports.results.analyses()
  const counted = analyses.map(async (analysis) => {
    return { analysis, cohorts: await cohortsOf(analysis, ports, { now: clock.now }) }
  })
  const names = Object.fromEntries(rulebook.campaigns.map(({ id, name }) => [id, name]))
  return { now: clock.now, names, results: await Promise.all(counted) }
}
