import { type Calendar, calendarOf } from '../../domain/calendar.ts'
import { nameOfText } from '../../domain/drafts/files.ts'
import { observedIn } from '../../domain/scores/churn/known-at.ts'
import type { Looked, Observed } from '../../domain/scores/churn/learn.ts'
import type { ChurnModel } from '../../domain/scores/churn/model.ts'
import { refitChurn } from '../../domain/scores/churn/refit.ts'
import type { Fit, Ports } from '../../ports/index.ts'
import { hash32, shortHash } from '../../standards/hash.ts'
import { liveFiles } from '../drafts/build.ts'
import { changeDraft } from '../drafts/change.ts'
import { walkMembers } from '../results/by-cohort.ts'
import type { RulebookCache } from '../rulebooks.ts'

export interface FitDependencies {
  ports: Pick<Ports, 'members' | 'fits' | 'drafts' | 'rulebooks' | 'world'>
  rulebooks: RulebookCache
  now: number
  /** How long going through all members may take. */
  msPerLook: number
}

const PATH = 'models/churn.json'
/** Enough to tell small differences; with more, fitting takes minutes. */
const MEMBERS_AT_MOST = 50_000
/** Whose word a draft is that no person began. */
const BY_ITSELF = 'wingback'
const ID_CHARS = 12

/**
 * Learns the churn model anew, once a month: from members as they were so long ago as the model looks ahead, and from who has flown
 * since. What is better than the model in use becomes a draft, which people review and publish like any other: the
 * model before stays in the rulebook before. Undefined: this month's fit was made, or nothing is live yet.
 */
export async function fitMonth({ ports, rulebooks, now, msPerLook }: FitDependencies): Promise<Fit | undefined> {
  const { rulebook } = await ports.world.read()
  if (rulebook === undefined) return undefined
  const { settings, models } = await rulebooks.load(rulebook)
  const calendar = calendarOf(settings.zone)
  const month = calendar.dateOf(now).slice(0, 7)
  if ((await ports.fits.list()).some((fit) => fit.month === month)) return undefined
  const live = models.churn
  const { horizonDays } = live
  const looked = { cutoff: calendar.startOfDayNumber(calendar.dayOf(now) - horizonDays), horizonDays }
  const observed = await observe(ports, looked, calendar, performance.now() + msPerLook)
  const { verdict, learned } = refitChurn(observed, looked, live)
  const draft = verdict === 'better' && learned ? await propose(learned.model, month, ports, now) : undefined
  const fit: Fit = {
    ...{ month, at: now, cutoff: calendar.dateOf(looked.cutoff), horizonDays, members: observed.length },
    ...{ lost: observed.filter(({ lost }) => lost).length, verdict, liveModel: live.version },
    ...learned,
    ...(draft !== undefined && { draft }),
  }
  // Last: a run that ends before is made again.
  await ports.fits.write(fit)
  return fit
}

/** All members who can be told of; of more than are needed those whose hash is the least, so that chance decides. */
async function observe(
  ports: Pick<Ports, 'members'>,
  looked: Looked,
  calendar: Calendar,
  until: number,
): Promise<Observed[]> {
  let drawn: { by: number; of: Observed }[] = []
  // Members lie in the table in no order: those that were seen before the time was over are a sample of all.
  await walkMembers(ports, until, (page) => {
    for (const { member } of page) {
      const of = observedIn(member, looked, calendar)
      if (of) drawn.push({ by: hash32(member.memberId), of })
    }
    if (drawn.length > 2 * MEMBERS_AT_MOST) drawn = leastOf(drawn)
  })
  return leastOf(drawn).map(({ of }) => of)
}

function leastOf<T extends { by: number }>(drawn: T[]): T[] {
  return drawn.length <= MEMBERS_AT_MOST ? drawn : drawn.sort((a, b) => a.by - b.by).slice(0, MEMBERS_AT_MOST)
}

/** A draft that puts the model in the place of the one in use. Undefined where the live rulebook was published without files. */
async function propose(
  model: ChurnModel,
  month: string,
  ports: FitDependencies['ports'],
  now: number,
): Promise<string | undefined> {
  const live = await liveFiles({ ports })
  if (!live) return undefined
  const id = shortHash(['churn model', month], ID_CHARS)
  const [by, at] = [BY_ITSELF, now]
  const text = `${JSON.stringify(model, null, 2)}\n`
  const name = nameOfText(text)
  const shared = { id, name: `Churn model of ${month}`, createdAt: at, createdBy: by }
  // One that is there already was begun by a run that did not come to its end.
  await ports.drafts.write(
    undefined,
    { ...shared, version: 1, state: 'open', files: {}, editors: [] },
    { version: 1, at, by, did: 'created', comment: shared.name },
  )
  await ports.drafts.putText(id, name, text)
  const base = nameOfText(live.files[PATH])
  const saved = await changeDraft(
    ports.drafts,
    id,
    ({ files }) => (files[PATH]?.text === name ? undefined : { step: 'save', path: PATH, text: name, base }),
    { by, at },
  )
  if (!saved.ok) throw new Error(`the draft ${id} could not be saved: ${saved.fault}`)
  return id
}
