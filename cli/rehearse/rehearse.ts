import { SingleBar } from 'cli-progress'
import type { BroughtMember } from '../../shared/app/rehearsal/brought.ts'
import { type Change, compareDecisions } from '../../shared/app/rehearsal/compare.ts'
import { type Rehearsal, rehearse, SET_ASIDES_SHOWN, type SetAsideLine } from '../../shared/app/rehearsal/rehearse.ts'
import { unpackBundle, unpackRulebook } from '../../shared/domain/rulebook/bundle.ts'
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
  /** Report on this campaign only. */
  campaign?: string | undefined
}

export interface Rehearsed {
  rehearsal: Rehearsal
  changes?: Change[]
  seconds: number
}

/** Rehearses the rulebook in a folder, and a second one if it is to be compared. */
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
  throw new Refused(({ api }) => api.noSuchCampaign(campaign), {
    code: 'no-such-campaign',
    hint: ({ hints }) => (meant ? hints.meant(meant) : hints.thereAre(known.join(', '))),
  })
}

/** Exported members, files of events, and their total size. */
interface Files {
  brought: BroughtMember[]
  events: string[]
  total: number
}

async function run(
  session: Session,
  packed: Packed,
  { from, to, campaign }: RehearseOptions,
  { brought, events, total }: Files,
): Promise<Rehearsal> {
  const bar = session.watched
    ? new SingleBar({ format: 'rehearsing {bar} {percentage}%  {at}', hideCursor: true })
    : undefined
  bar?.start(total, 0, { at: '' })
  // Members without events have no time of their own.
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
    const [bundle, rulebook] = [unpackBundle(packed.bundle), unpackRulebook(packed.bundle)]
    const rehearsal = await rehearse({ bundle, rulebook, brought, steps, from: beginning, to, campaign })
    const setAsides = [...bad.first, ...rehearsal.setAsides].slice(0, SET_ASIDES_SHOWN)
    const counted = { ...rehearsal.events, setAside: rehearsal.events.setAside + bad.count }
    return refuseNothing({ ...rehearsal, events: counted, setAsides }, brought.length)
  } finally {
    bar?.stop()
  }
}

/** Files without a single event are probably the wrong ones. */
function refuseNothing(rehearsal: Rehearsal, brought: number): Rehearsal {
  const { events, setAsides } = rehearsal
  if (events.accepted > 0 || brought > 0) return rehearsal
  const [first] = setAsides
  if (!first) throw new Refused(({ usage }) => usage.noEvents)
  throw new Refused(({ usage }) => usage.noUsableEvents(events.setAside, first.where, first.message), {
    hint: first.hint,
  })
}
