import { calendarOf, DAY } from '../../domain/calendar.ts'
import type { Member } from '../../domain/member/member.ts'
import { analysisOf } from '../../domain/results/analysis.ts'
import type { Analysis } from '../../domain/results/assignment.ts'
import { cellsToText } from '../../domain/results/cells-as-text.ts'
import { closesAt } from '../../domain/results/cohort.ts'
import type { HarmReport } from '../../domain/results/report/harms.ts'
import type { Loss } from '../../domain/results/report/losses.ts'
import { reportOf } from '../../domain/results/report/report.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { monthsBefore, monthsBetween } from '../../domain/targets/report.ts'
import type { Ports } from '../../ports/index.ts'
import type { Alert } from '../alerts.ts'
import { type MonthsRecount, recountMonths } from '../targets/recount.ts'
import { changeWorld } from '../world/change-world.ts'
import { cohortsOf } from './cohorts.ts'
import { cellsOfPart, isCounted } from './count.ts'
import { recount } from './recount.ts'

export interface MeasureDependencies {
  ports: Pick<Ports, 'results' | 'members' | 'world' | 'records' | 'months'>
  /** The live rulebook; before the first publish there is none. */
  rulebook: Rulebook | undefined
  now: number
  /** How long going through all members may take, and through all records. */
  msPerLook: number
  /** Tells a person. */
  alert(what: Alert): void
  /** Shown all members as they are gone through: there is one pass a night. */
  see?: (members: readonly Member[]) => void
}

export interface Measured {
  /** Day cohorts that are closed. */
  closed: number
  /** Parts that were counted a second time. */
  compared: number
  /** All members were gone through, and whatever is kept of them was compared. */
  complete: boolean
  /** Members that were missing in the index: they are noted now. */
  notNoted: number
  /** What was told and not right. */
  wrong: string[]
  /** Of the figures of months, if it was their night: what was short is right now. */
  months?: MonthsRecount
  /** Campaigns that do more harm than is borne, by which. */
  harmful: { campaign: string; found: HarmReport }[]
  /** Campaigns of which an arm loses money. */
  losing: { campaign: string; losses: Loss[]; isWhole: boolean }[]
}

/** So long after it closed a cohort is counted once more at night. */
const COMPARED_FOR = 2 * DAY
const MONTHS_COMPARED = 3
const CHANGES_LOOKED_AT = 500
/** Whose word a pause is that no person gave. */
const BY_ITSELF = 'wingback'

/**
 * What is done each night: cohorts that have closed are counted, those closed lately once more, to compare; all are compared with
 * the members' items; and whether a campaign of the live rulebook does harm is asked of all who were assigned,
 * and whether it loses money, of those who are counted.
 */
export async function measure(dependencies: MeasureDependencies): Promise<Measured> {
  const { ports, rulebook, now, alert } = dependencies
  const measured: Measured = { closed: 0, compared: 0, complete: true, notNoted: 0, wrong: [], harmful: [], losing: [] }
  const live = new Map(rulebook?.campaigns.map((campaign) => [analysisOf(campaign, rulebook).id, campaign.id]))
  for (const analysis of await ports.results.analyses()) {
    const cohorts = await cohortsOf(analysis, ports, { now })
    measured.closed += cohorts.filter(({ isOpen }) => !isOpen).length
    const lately = await compareLately(analysis, dependencies)
    measured.compared += lately.compared
    measured.wrong.push(...lately.wrong)
    const campaign = live.get(analysis.id)
    if (campaign === undefined || !rulebook) continue
    const { limits } = rulebook.settings.measure.harm
    const { harms, losses, compared } = reportOf(analysis, cohorts, { now, limits, brief: true })
    const found = harms.filter(({ isHarmful }) => isHarmful)
    measured.harmful.push(...found.map((each) => ({ campaign, found: each })))
    const isWhole = losses.length === compared?.net.length
    if (losses.length > 0) measured.losing.push({ campaign, losses, isWhole })
  }
  await compareAll(measured, dependencies)
  const months = await compareMonths(dependencies)
  if (months) measured.months = months
  if (measured.wrong.length > 0) alert('results-wrong')
  if (measured.harmful.length > 0 || measured.losing.length > 0) alert('campaign-harms')
  if (rulebook?.settings.measure.harm.pauses) await pauseThem(measured, dependencies)
  return measured
}

/** Sums that are not those of their members' items: they are counted anew with the next look, and told of now. */
async function compareLately(analysis: Analysis, { ports, now }: MeasureDependencies) {
  const lately = (await ports.results.parts(analysis.id)).filter(
    (part) => isCounted(part) && now < closesAt(part.day, analysis) + COMPARED_FOR,
  )
  const wrong: string[] = []
  for (const part of lately) {
    const kept = cellsToText(part.counted!.cells)
    if (cellsToText(await cellsOfPart(part, ports, false)) === kept) continue
    // Read consistently, which costs twice, only where it is needed.
    const cells = await cellsOfPart(part, ports)
    if (cellsToText(cells) === kept) continue
    // Somebody may have been touched since it was read: then it is counted anew anyhow.
    if (await ports.results.count(part, cells, now)) wrong.push(`${part.analysis} ${part.day} ${part.part}`)
  }
  return { compared: lately.length, wrong }
}

/** Where there are too many members for the time, those closed lately have been compared at least. */
async function compareAll(measured: Measured, { ports, now, msPerLook, see }: MeasureDependencies): Promise<void> {
  const found = await recount(ports, { now, repairs: true, msAtMost: msPerLook, settledFor: DAY, ...(see && { see }) })
  measured.complete = found.complete
  for (const { analysis, day, notNoted, sums } of found.differences) {
    measured.notNoted += notNoted
    if (sums) measured.wrong.push(`${analysis} ${day}`)
  }
}

/**
 * In the second week of a month the figures of those before it are counted again. By then little is added to them: in one of seven
 * nights it is quiet.
 */
async function compareMonths({
  ports,
  rulebook,
  now,
  msPerLook,
}: MeasureDependencies): Promise<MonthsRecount | undefined> {
  const today = calendarOf(rulebook?.settings.zone ?? 'UTC').dateOf(now)
  const dayOfMonth = Number(today.slice(8))
  if (dayOfMonth < 8 || dayOfMonth > 14) return undefined
  const current = today.slice(0, 7)
  const months = monthsBetween(monthsBefore(current, MONTHS_COMPARED), monthsBefore(current, 1), MONTHS_COMPARED)
  return recountMonths(ports, { months, now, msAtMost: msPerLook })
}

/** Where one arm of several loses money the others may earn it: that is for a person to decide. */
async function pauseThem({ harmful, losing }: Measured, dependencies: MeasureDependencies): Promise<void> {
  for (const { campaign } of harmful) await pauseByItself({ is: 'pausedForHarm', campaign }, dependencies)
  for (const { campaign, isWhole } of losing)
    if (isWhole) await pauseByItself({ is: 'pausedForLoss', campaign }, dependencies)
}

/** Once: where a person has resumed it since, they know. */
async function pauseByItself(
  what: { is: 'pausedForHarm' | 'pausedForLoss'; campaign: string },
  { ports, now }: MeasureDependencies,
): Promise<void> {
  const { campaign } = what
  const { changes } = await ports.world.changes({ limit: CHANGES_LOOKED_AT })
  if (changes.some(({ what: deed }) => typeof deed === 'object' && deed.is === what.is && deed.campaign === campaign))
    return
  await changeWorld(
    ports.world,
    (before) => {
      if (Object.hasOwn(before.paused, campaign)) return undefined
      const paused = { ...before.paused, [campaign]: { since: now, by: BY_ITSELF } }
      return { state: { ...before, paused }, what }
    },
    { at: now, by: BY_ITSELF },
  )
}
