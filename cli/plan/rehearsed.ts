import { DAY } from '../../shared/domain/calendar.ts'
import { analysisOf } from '../../shared/domain/results/analysis.ts'
import { unpackRulebook } from '../../shared/domain/rulebook/bundle.ts'
import type { Texts } from '../../shared/domain/texts/index.ts'
import { Refused } from '../errors.ts'
import { type RehearseOptions, rehearseFolder } from '../rehearse/rehearse.ts'
import { rulebookIn } from '../rulebook/named.ts'
import type { Session } from '../session.ts'

/** A campaign's figures from a rehearsal: how many would enter, and what they do without it. */
export interface Rehearsed {
  perMonth: number
  /** Undefined if nobody's time for the goal was over, or nobody reached it. */
  rate?: number
  /** The smallest effect that is worth seeing, by the rulebook. */
  minimumEffect?: number
  /** The share that the campaign holds out. */
  holdout: number
  days: number
  /** Days in which the goal counts. */
  window: number
  members: number
  over: number
  goals: number
}

const DAYS_A_MONTH = 365.25 / 12

export async function rehearsedCampaign(
  session: Session,
  dir: string,
  options: RehearseOptions & { campaign: string },
  texts: Texts['plan'],
): Promise<Rehearsed> {
  const { rehearsal } = await rehearseFolder(session, dir, options)
  const { assigned, holdout } = rehearsal.campaigns[options.campaign]!
  const { members, over, goals } = assigned
  const days = (rehearsal.span.to - rehearsal.span.from) / DAY
  if (members === 0 || days <= 0) throw new Refused(texts.nobody({ campaign: options.campaign }))
  const perMonth = Math.max(1, Math.round((members * DAYS_A_MONTH) / days))
  const rate = goals > 0 && goals < over ? { rate: goals / over } : {}
  const rulebook = unpackRulebook((await rulebookIn(dir)).bundle)
  const { minimumEffect } = rulebook.settings.measure
  const { windowMs } = analysisOf(rulebook.campaigns.find(({ id }) => id === options.campaign)!, rulebook)
  const window = Number((windowMs / DAY).toFixed(1))
  const effect = minimumEffect === undefined ? {} : { minimumEffect }
  return { perMonth, ...rate, ...effect, holdout, days: Math.round(days), window, members, over, goals }
}
