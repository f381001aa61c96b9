import { canonical } from '../../audience/canonical.ts'
import { isMapping } from '../../cursor.ts'
import { diffConditions } from './conditions.ts'
import { diffLines } from './lines.ts'
import { plainWords } from './plain.ts'
import { kindOfStep, stepLines } from './steps.ts'
import { conditionWords, limitWords, triggerWords } from './words.ts'

type Mapping = Record<string, unknown>

/** Everything that a new campaign says. */
export function campaignLines(campaign: Mapping): string[] {
  const { trigger, audience, guardrails, limits, steps, exitWhen, campaign: _, ...more } = campaign
  return [
    ...Object.entries(more).map(([key, value]) => `${key}: ${plainWords(value)}`),
    `begins with: ${triggerWords(trigger)}`,
    `for: ${conditionWords(audience)}`,
    ...(isMapping(guardrails) ? [`guard rails: ${plainWords(guardrails)}`] : []),
    ...(isMapping(limits) ? [`limits: ${limitWords(limits)}`] : []),
    ...stepLines(steps).map((line) => `step: ${line}`),
    ...(exitWhen === undefined ? [] : [`ends early when: ${conditionWords(exitWhen)}`]),
  ]
}

/** What changed in a campaign, a line each. What is said now and was usual before is no change. */
export function diffCampaigns(before: Mapping, after: Mapping): string[] {
  const { trigger, audience, guardrails, limits, steps, exitWhen, ...more } = withUsual(after)
  const was = withUsual(before)
  return [
    ...diffTrigger(was.trigger, trigger),
    ...diffConditions(was.audience, audience).map((line) => `for: ${line}`),
    ...diffValues(was.guardrails as Mapping, guardrails as Mapping),
    ...diffLimits(was.limits, limits),
    ...diffSteps(was.steps, steps),
    ...diffExit(was.exitWhen, exitWhen),
    ...diffValues(omit(was, ['trigger', 'audience', 'guardrails', 'limits', 'steps', 'exitWhen']), more),
  ]
}

function diffLimits(before: unknown, after: unknown): string[] {
  const [was, is] = [limitWords(before), limitWords(after)]
  return was === is ? [] : [`limits: ${is}, was ${was}`]
}

/** What holds where a campaign does not say. */
function withUsual(campaign: Mapping): Mapping {
  const { trigger, guardrails } = campaign
  const usual = {
    name: campaign.campaign,
    class: 'marketing',
    priority: 50,
    tags: 'none',
    budget: 'none',
    goal: 'none',
    onNewVersion: 'finish',
  }
  const usualGuardrails = {
    quietHours: 'as in the settings',
    atMost: 'as in the settings',
    caps: { bypass: campaign.class === 'service', counts: campaign.class !== 'service' },
    blackouts: 'none of its own',
    holdout: 'nobody',
    oncePer: isMapping(trigger) && trigger.date !== undefined ? 'year' : 'event',
    overlap: !isMapping(trigger) || trigger.audience === undefined,
    entries: 'any number',
    freshFor: '24h',
    whileCaseOpen: campaign.class === 'service',
  }
  return { ...usual, ...campaign, guardrails: { ...usualGuardrails, ...(guardrails as Mapping | undefined) } }
}

function diffTrigger(before: unknown, after: unknown): string[] {
  const [was, is] = [partsOf(before), partsOf(after)]
  if (canonical(was) === canonical(is)) return []
  const onlyWhere = was.event !== undefined && canonical({ ...was, where: 0 }) === canonical({ ...is, where: 0 })
  if (onlyWhere) return diffConditions(was.where, is.where).map((line) => `begins with ${is.event}: ${line}`)
  return [`begins with: ${triggerWords(after)}, was ${triggerWords(before)}`]
}

/** An event alone is the short way to write one. */
function partsOf(trigger: unknown): Mapping {
  return isMapping(trigger) ? trigger : { event: trigger }
}

function diffExit(before: unknown, after: unknown): string[] {
  if (before === undefined && after === undefined) return []
  if (after === undefined) return [`no longer ends early when: ${conditionWords(before)}`]
  if (before === undefined) return [`ends early when: ${conditionWords(after)}`]
  return diffConditions(before, after).map((line) => `ends early when: ${line}`)
}

function diffSteps(before: unknown, after: unknown): string[] {
  return diffLines(stepLines(before), stepLines(after)).flatMap(({ was, is }) => {
    if (was !== undefined && is !== undefined && kindOfStep(was) === kindOfStep(is)) return [`step: ${is}, was ${was}`]
    return [
      ...(was === undefined ? [] : [`step no longer there: ${was}`]),
      ...(is === undefined ? [] : [`new step: ${is}`]),
    ]
  })
}

/** What changed in a mapping of plain values, key by key, however deep. */
export function diffValues(before: Mapping, after: Mapping, path = ''): string[] {
  const [all, others] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return [...new Set([...all.keys(), ...others.keys()])].flatMap((key) => {
    const [was, is] = [all.get(key), others.get(key)]
    if (canonical(was) === canonical(is)) return []
    const name = `${path}${key}`
    if (isMapping(was) && isMapping(is)) return diffValues(was, is, `${name} `)
    return [`${name}: ${valueWords(is)}, was ${valueWords(was)}`]
  })
}

function valueWords(value: unknown): string {
  return value === undefined ? 'not said' : plainWords(value)
}

function omit(mapping: Mapping, keys: readonly string[]): Mapping {
  return Object.fromEntries(Object.entries(mapping).filter(([key]) => !keys.includes(key)))
}
