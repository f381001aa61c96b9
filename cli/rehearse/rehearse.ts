import { SingleBar } from 'cli-progress'
import { type Change, compareDecisions } from '../../shared/app/rehearsal/compare.ts'
import {
  type Rehearsal,
  rehearse,
  SET_ASIDES_SHOWN,
  type SetAsideLine,
  type Step,
} from '../../shared/app/rehearsal/rehearse.ts'
import { unpackRulebook } from '../../shared/domain/rulebook/bundle.ts'
import { nearest } from '../../shared/standards/nearest.ts'
import { Refused } from '../errors.ts'
import { type BadLine, readLine } from '../replay/entry.ts'
import { linesOf, sizeOf } from '../replay/lines.ts'
import { pace } from '../replay/pace.ts'
import { type Packed, rulebookIn, rulebookNamed } from '../rulebook/named.ts'
import type { Session } from '../session.ts'

export interface RehearseOptions {
  files: readonly string[]
  from?: number
  to?: number
  /** A folder, or `live`. */
  against?: string
  /** Only this campaign is reported on. */
  campaign?: string
}

export interface Rehearsed {
  rehearsal: Rehearsal
  changes?: Change[]
  seconds: number
}

/** Rehearses the rulebook in a folder, and another one beside it where it is to be compared. */
export async function rehearseFolder(session: Session, dir: string, options: RehearseOptions): Promise<Rehearsed> {
  const total = await sizeOf(options.files)
  const rulebook = await rulebookIn(dir)
  const other = options.against === undefined ? undefined : await rulebookNamed(session, options.against)
  if (options.campaign !== undefined) refuseUnknown(options.campaign, rulebook)
  const startedAt = performance.now()
  const rehearsal = await run(session, rulebook, options, total)
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10
  if (!other) return { rehearsal, seconds }
  const before = await run(session, other, options, total)
  return { rehearsal, changes: compareDecisions(before.decisions, rehearsal.decisions), seconds }
}

function refuseUnknown(campaign: string, { bundle }: Packed): void {
  const known = unpackRulebook(bundle).campaigns.map(({ id }) => id)
  if (known.includes(campaign)) return
  const meant = nearest(campaign, known)
  throw new Refused(`no campaign is called "${campaign}"`, {
    code: 'no-such-campaign',
    hint: meant ? `did you mean "${meant}"?` : `there are: ${known.join(', ')}`,
  })
}

async function run(
  session: Session,
  { version, bundle }: Packed,
  { files, from, to, campaign }: RehearseOptions,
  total: number,
): Promise<Rehearsal> {
  const bar = session.watched
    ? new SingleBar({ format: 'rehearsing {bar} {percentage}%  {at}', hideCursor: true })
    : undefined
  bar?.start(total, 0, { at: '' })
  const bad: { count: number; first: SetAsideLine[] } = { count: 0, first: [] }
  try {
    const steps = stepsOf(
      files,
      (bytes) => bar?.increment(bytes),
      (at) => bar?.update({ at: new Date(at).toISOString().slice(0, 10) }),
      ({ line, message, hint }) => {
        bad.count += 1
        if (bad.first.length < SET_ASIDES_SHOWN) bad.first.push({ where: line.where, message, hint })
      },
    )
    const rehearsal = await rehearse({ bundle, version, steps, from, to, campaign })
    const setAsides = [...bad.first, ...rehearsal.setAsides].slice(0, SET_ASIDES_SHOWN)
    const events = { ...rehearsal.events, setAside: rehearsal.events.setAside + bad.count }
    return refuseNothing({ ...rehearsal, events, setAsides })
  } finally {
    bar?.stop()
  }
}

/** Files without a single event were meant to be others. */
function refuseNothing(rehearsal: Rehearsal): Rehearsal {
  const { events, setAsides } = rehearsal
  if (events.accepted > 0) return rehearsal
  const [first] = setAsides
  if (!first) throw new Refused('there is no event in the files by the time the rehearsal ends')
  const message = `there is no usable event in the files: ${events.setAside} set aside; ${first.where}: ${first.message}`
  throw new Refused(message, { hint: first.hint })
}

/** The files' events in the very steps of the clock in which a replay would put them. */
async function* stepsOf(
  files: readonly string[],
  read: (bytes: number) => void,
  reached: (at: number) => void,
  setAside: (bad: BadLine) => void,
): AsyncGenerator<Step> {
  let count = 0
  for await (const { entries, now } of pace(entriesOf(files, read, setAside), Date.now())) {
    if (now !== undefined) reached(now)
    yield {
      now,
      entries: entries.map(({ line, source, type, detail }) => {
        count += 1
        const time = String(count).padStart(12, '0')
        return { id: line.where, source, 'detail-type': type, time, detail: JSON.parse(detail) }
      }),
    }
  }
}

async function* entriesOf(files: readonly string[], read: (bytes: number) => void, setAside: (bad: BadLine) => void) {
  for (const file of files) {
    for await (const lines of linesOf(file, read)) {
      for (const line of lines) {
        const result = readLine(line)
        if (result.ok) yield result.entry
        else setAside(result.bad)
      }
    }
  }
}
