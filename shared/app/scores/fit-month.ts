import { type Calendar, calendarOf } from '../../domain/calendar.ts'
import type { Member } from '../../domain/member/member.ts'
import type { Settings } from '../../domain/rulebook/rulebook.ts'
import { observedIn, onlyHasLaterBalances } from '../../domain/scores/churn/known-at.ts'
import type { Looked, Observed } from '../../domain/scores/churn/learn.ts'
import { refitChurn } from '../../domain/scores/churn/refit.ts'
import type { LifetimeLooked, LifetimeObserved } from '../../domain/scores/lifetime/learn.ts'
import { lifetimeObservedIn } from '../../domain/scores/lifetime/observed.ts'
import { refitLifetime } from '../../domain/scores/lifetime/refit.ts'
import type { ScoreModels } from '../../domain/scores/models.ts'
import type { Fit, FittedScore, Ports } from '../../ports/index.ts'
import { walkMembers } from '../results/by-cohort.ts'
import type { RulebookCache } from '../rulebooks.ts'
import { Drawn } from './drawn.ts'
import { proposeModel } from './propose.ts'

export interface FitDependencies {
  ports: Pick<Ports, 'members' | 'fits' | 'drafts' | 'rulebooks' | 'world'>
  rulebooks: RulebookCache
  now: number
  /** How long going through all members may take. */
  msPerLook: number
}

const SCORES: readonly FittedScore[] = ['churn', 'lifetime']

/**
 * Learns models of scores anew, once a month: from members as they were so long ago as the churn model looks ahead, and from who has
 * flown since. What is better than the model in use becomes a draft, which people review and publish like any other: the model
 * before stays in the rulebook before. Returns what was fitted now: nothing where this month's fits were made, or nothing is live yet.
 */
export async function fitMonth({ ports, rulebooks, now, msPerLook }: FitDependencies): Promise<Fit[]> {
  const { rulebook } = await ports.world.read()
  if (rulebook === undefined) return []
  const { settings, models } = await rulebooks.load(rulebook)
  const calendar = calendarOf(settings.zone)
  const month = calendar.dateOf(now).slice(0, 7)
  const made = new Set((await ports.fits.list()).filter((fit) => fit.month === month).map(({ score }) => score))
  const due = SCORES.filter((score) => !made.has(score))
  if (due.length === 0) return []
  const { horizonDays } = models.churn
  const cutoff = calendar.startOfDayNumber(calendar.dayOf(now) - horizonDays)
  const looked = { cutoff, horizonDays, currency: currencyIn(models) }
  const seen = await observe(ports, looked, calendar, performance.now() + msPerLook)
  const fits: Fit[] = []
  for (const score of due) {
    const came = refit[score](seen, looked, models)
    const { withoutBalance } = seen
    const fit: Fit = { month, at: now, cutoff: calendar.dateOf(cutoff), horizonDays, ...came }
    if (withoutBalance > 0) fit.withoutBalance = withoutBalance
    const draft = fit.verdict === 'better' ? await propose(fit, settings, ports, now) : undefined
    if (draft !== undefined) fit.draft = draft
    // Last: a run that ends before is made again.
    await ports.fits.write(fit)
    fits.push(fit)
  }
  return fits
}

/** In which money is counted: as in the model in use; else as members' value is. */
function currencyIn({ lifetime, value }: ScoreModels): string {
  return lifetime.spend?.currency ?? value.spend.currency
}

interface Seen {
  churn: Observed[]
  lifetime: LifetimeObserved[]
  withoutBalance: number
}

type Came<S extends FittedScore> = Omit<Fit<S>, 'month' | 'at' | 'cutoff' | 'horizonDays' | 'withoutBalance' | 'draft'>

/** Each score's own fit, and what came of it. */
const refit: { [S in FittedScore]: (seen: Seen, looked: LifetimeLooked, models: ScoreModels) => Came<S> } = {
  churn: ({ churn: observed }, looked, { churn: live }) => {
    const { verdict, learned } = refitChurn(observed, looked, live)
    const lost = observed.filter((each) => each.lost).length
    return { score: 'churn', members: observed.length, lost, verdict, liveModel: live.version, ...learned }
  },
  lifetime: ({ lifetime: observed }, looked, { lifetime: live }) => {
    const { verdict, learned } = refitLifetime(observed, looked, live)
    const lost = observed.filter(({ later }) => later.flights === 0).length
    return { score: 'lifetime', members: observed.length, lost, verdict, liveModel: live.version, ...learned }
  },
}

/** All members who can be told of; of more than are needed those whom chance draws. */
async function observe(
  ports: Pick<Ports, 'members'>,
  looked: Looked & LifetimeLooked,
  calendar: Calendar,
  until: number,
): Promise<Seen> {
  const churn = new Drawn<Observed>()
  const lifetime = new Drawn<LifetimeObserved>()
  let withoutBalance = 0
  const look = (member: Member) => {
    if (onlyHasLaterBalances(member, looked.cutoff, calendar)) withoutBalance += 1
    churn.add(member.memberId, observedIn(member, looked, calendar))
    lifetime.add(member.memberId, lifetimeObservedIn(member, looked, calendar))
  }
  // Members lie in the table in no order: those that were seen before the time was over are a sample of all.
  await walkMembers(ports, until, (page) => {
    for (const { member } of page) look(member)
  })
  return { churn: churn.all(), lifetime: lifetime.all(), withoutBalance }
}

function propose({ score, month, model }: Fit, { locale }: Settings, ports: FitDependencies['ports'], now: number) {
  return model && proposeModel({ score, month, model, locale }, ports, now)
}
