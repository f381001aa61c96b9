import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DAY } from '../../../shared/domain/calendar.ts'
import { partsOf, startProcess } from '../../support/pipeline.ts'
import { chanceOf } from '../chance.ts'
import { newWitness, type Witness } from '../machine/witness.ts'
import { iso, type Moment, type Story } from '../story/story.ts'
import { type End, endOf } from './end.ts'
import { writeRulebook } from './rulebook.ts'

type Wingback = Awaited<ReturnType<typeof startProcess>>
type Told = Extract<Moment, { is: 'event' }>

const KILLS = 2

/** A kill comes so long after work was begun at most. */
const UNDER_WAY_MS = 100

/** So many seconds' events come at once then, so that there is much to do. */
const COME_AT_ONCE = 6

/**
 * Tells a story's events to `npm start`, which is killed as `kill -9` does while they are worked on: the whole of it, or
 * what stands in for AWS alone. It is started again on its data, and everything is told from the beginning.
 */
export async function playReal(story: Story): Promise<End> {
  const folder = await mkdtemp(join(tmpdir(), 'wingback-'))
  const rulebook = await writeRulebook(join(folder, 'rulebook'), story.rulebooks[0]!)
  const witness = newWitness()
  witness.rulebooks.set(rulebook.version, rulebook)
  witness.worlds.push({ seq: 0, at: 0, rulebook: rulebook.version, paused: [] })
  const chance = chanceOf(`${story.seed}/kills`)
  const groups = groupsOf(story)
  const places = Array.from({ length: KILLS }, () => chance.between(0, groups.length - 1)).sort((a, b) => a - b)

  const start = async () => {
    const started = await startProcess(
      '--empty',
      '--data',
      join(folder, 'data'),
      '--rulebook',
      join(folder, 'rulebook'),
    )
    await started.begin(iso(story.begins))
    return started
  }
  let wingback = await start()
  try {
    for (const place of places) {
      await tell(wingback, groups.slice(0, place), witness)
      await killAmid(wingback, groups.slice(place, place + COME_AT_ONCE), witness, {
        ms: chance.between(0, UNDER_WAY_MS),
        parts: chance.is(0.3),
      })
      wingback = await start()
    }
    await tell(wingback, groups, witness)
    await wingback.moveTo(iso(story.endsAt))
    await wingback.drain()
    return await endOf(wingback, story, witness)
  } finally {
    await wingback.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Events by the second at which the bus hears of them: mails are dated by seconds. */
function groupsOf({ moments }: Story): { at: number; events: Told[] }[] {
  const events = moments.filter((moment) => moment.is === 'event')
  const bySecond = Map.groupBy(events, ({ at }) => Math.ceil(at / 1000) * 1000)
  return [...bySecond].map(([at, events]) => ({ at, events })).sort((a, b) => a.at - b.at)
}

type Group = ReturnType<typeof groupsOf>[number]

/** Each when it is time, and no time passes before it is worked through. */
async function tell(wingback: Wingback, groups: readonly Group[], witness: Witness): Promise<void> {
  let now = Date.parse((await wingback.status()).clock.now)
  for (const { at, events } of groups) {
    now = Math.max(now, at)
    await wingback.moveTo(iso(at))
    await put(wingback, events, now, witness)
    await wingback.moveTo(iso(at))
    for (const message of witness.messages.values()) {
      if (message.takenAt === now) message.doneAt = endOfSecond(now)
    }
  }
}

/** Puts events, lets time go on with whatever waits for it, and kills. */
async function killAmid(
  wingback: Wingback,
  groups: readonly Group[],
  witness: Witness,
  { ms, parts }: { ms: number; parts: boolean },
): Promise<void> {
  const { at } = groups.at(-1)!
  const now = Math.max(at, Date.parse((await wingback.status()).clock.now))
  await wingback.moveTo(iso(at))
  const events = groups.flatMap((group) => group.events)
  await put(wingback, events, now, witness)
  let isUnderWay = true
  const work = wingback.moveTo(iso(at + 2 * DAY)).then(
    () => {
      isUnderWay = false
    },
    () => {},
  )
  await pause(ms)
  witness.strikes.push({ seq: now, at: now, kind: isUnderWay ? 'killed amid work' : 'killed at rest', call: '' })
  if (parts) {
    process.kill(await partsOf(wingback), 'SIGKILL')
    await wingback.exited
    wingback.close()
  } else {
    await wingback.kill()
  }
  await work
}

async function put(wingback: Wingback, events: readonly Told[], now: number, witness: Witness): Promise<void> {
  const answers = await wingback.put(
    events.map(({ envelope }) => ({
      type: envelope['detail-type'],
      detail: Object(envelope.detail),
      source: envelope.source,
    })),
  )
  for (const [i, { envelope: told, fault }] of events.entries()) {
    if (answers[i]?.ErrorCode !== undefined) continue
    // This bus dates by its own clock what it takes, to the second.
    const envelope = { ...told, time: new Date(Math.floor(now / 1000) * 1000).toISOString() }
    witness.puts.push({ seq: now, at: now, envelope, poison: fault === 'poison event' })
    const note = (body: object) =>
      witness.messages.set(`${witness.messages.size}`, { queue: 'events', body: JSON.stringify(body), takenAt: now })
    note(envelope)
    // What the pipeline tells the card that stays, which nobody outside sees.
    const { into, ...detail } = Object(envelope.detail)
    if (envelope['detail-type'] === 'member.merged')
      note({
        ...envelope,
        'detail-type': 'member.absorbed',
        detail: { ...detail, memberId: into, absorbedId: detail.memberId },
      })
  }
}

/** What came within a second may have come before all else in it, or after. */
export const endOfSecond = (at: number): number => Math.floor(at / 1000) * 1000 + 999
