import { SingleBar } from 'cli-progress'
import type { BroughtMember } from '../../shared/app/rehearsal/brought.ts'
import { type Change, compareDecisions } from '../../shared/app/rehearsal/compare.ts'
import { type Rehearsal, rehearse, SET_ASIDES_SHOWN, type SetAsideLine } from '../../shared/app/rehearsal/rehearse.ts'
import { unpackRulebook } from '../../shared/domain/rulebook/bundle.ts'
import { nearest } from '../../shared/standards/nearest.ts'
import { Refused } from '../errors.ts'
import { sizeOf } from '../replay/lines.ts'
import { type Packed, rulebookIn, rulebookNamed } from '../rulebook/named.ts'
import type { Session } from '../session.ts'
import { sortFiles, stepsOf } from './files.ts'

export interface RehearseOptions {
  files: readonly string[]
  from?: number | undefined
  to?: number | undefined
  /** A folder, or `live`. */
  against?: string | undefined
  /** Only this campaign is reported on. */
  campaign?: string | undefined
}

export interface Rehearsed {
  rehearsal: Rehearsal
  changes?: Change[]
  seconds: number
}

/** Rehearses the rulebook in a folder, and another one beside it where it is to be compared. */
export async function rehearseFolder(session: Session, dir: string, options: RehearseOptions): Promise<Rehearsed> {
  const total = await sizeOf(options.files)
  const { brought, events } = await sortFiles(options.files)
  const files = { brought, events, total }
  const rulebook = await rulebookIn(dir)
  const other = options.against === undefined ? undefined : await rulebookNamed(session, options.against)
  if (options.campaign !== undefined) refuseUnknown(options.campaign, rulebook)
  const startedAt = performance.now()
  const rehearsal = await run(session, rulebook, options, files)
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10
  if (!other) return { rehearsal, seconds }
  const before = await run(session, other, options, files)
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

/** Members that were exported, files of events, and how large all are. */
interface Files {
  brought: BroughtMember[]
  events: string[]
  total: number
}

async function run(
  session: Session,
  { version, bundle }: Packed,
  { from, to, campaign }: RehearseOptions,
  { brought, events, total }: Files,
): Promise<Rehearsal> {
  const bar = session.watched
    ? new SingleBar({ format: 'rehearsing {bar} {percentage}%  {at}', hideCursor: true })
    : undefined
  bar?.start(total, 0, { at: '' })
  // Members alone have no time of their own.
  const beginning = from ?? (events.length === 0 ? Date.now() : undefined)
  const bad: { count: number; first: SetAsideLine[] } = { count: 0, first: [] }
  try {
    const steps = stepsOf(
      events,
      (bytes) => bar?.increment(bytes),
      (at) => bar?.update({ at: new Date(at).toISOString().slice(0, 10) }),
      ({ line, message, hint }) => {
        bad.count += 1
        if (bad.first.length < SET_ASIDES_SHOWN) bad.first.push({ where: line.where, message, hint })
      },
    )
    const rehearsal = await rehearse({ bundle, version, brought, steps, from: beginning, to, campaign })
    const setAsides = [...bad.first, ...rehearsal.setAsides].slice(0, SET_ASIDES_SHOWN)
    const counted = { ...rehearsal.events, setAside: rehearsal.events.setAside + bad.count }
    return refuseNothing({ ...rehearsal, events: counted, setAsides }, brought.length)
  } finally {
    bar?.stop()
  }
}

/** Files without a single event were meant to be others. */
function refuseNothing(rehearsal: Rehearsal, brought: number): Rehearsal {
  const { events, setAsides } = rehearsal
  if (events.accepted > 0 || brought > 0) return rehearsal
  const [first] = setAsides
  if (!first) throw new Refused('there is no event in the files by the time the rehearsal ends')
  const message = `there is no usable event in the files: ${events.setAside} set aside; ${first.where}: ${first.message}`
  throw new Refused(message, { hint: first.hint })
}
