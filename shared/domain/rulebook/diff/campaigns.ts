import { canonical } from '../../audience/canonical.ts'
import { isMapping } from '../../cursor.ts'
import type { GuardrailKey } from '../guardrails.ts'
import { diffConditions } from './conditions.ts'
import { diffLines } from './lines.ts'
import { kindOfStep, stepLines } from './steps.ts'
import { valueWords } from './values.ts'
import { conditionWords, limitWords, type Say, triggerWords } from './words.ts'

type Mapping = Record<string, unknown>

/** Everything a new campaign says. */
export function campaignLines(campaign: Mapping, say: Say): string[] {
  const { line } = say
  const { trigger, audience, guardrails, limits, steps, exitWhen, campaign: _, ...more } = campaign
  return [
    ...Object.entries(more).map(([key, value]) => line.plain(line.key(key), valueWords(key, value, say))),
    line.plain(line.beginsWith, triggerWords(trigger, say)),
    line.plain(line.for, conditionWords(audience, say)),
    ...(isMapping(guardrails) ? [line.plain(line.guardrails, valueWords('guardrails', guardrails, say))] : []),
    ...(isMapping(limits) ? [line.plain(line.limits, limitWords(limits, say))] : []),
    ...stepLines(steps, say).map((each) => line.plain(line.step, each)),
    ...(exitWhen === undefined ? [] : [line.plain(line.exit, conditionWords(exitWhen, say))]),
  ]
}

/** What changed in a campaign, one line each. Writing out a default is not a change. */
export function diffCampaigns(before: Mapping, after: Mapping, say: Say): string[] {
  const { trigger, audience, guardrails, limits, steps, exitWhen, ...more } = withUsual(after, say)
  const was = withUsual(before, say)
  return [
    ...diffTrigger(was.trigger, trigger, say),
    ...diffConditions(was.audience, audience, say).map((each) => say.line.plain(say.line.for, each)),
    ...diffValues(was.guardrails as Mapping, guardrails as Mapping, say),
    ...diffLimits(was.limits, limits, say),
    ...diffSteps(was.steps, steps, say),
    ...diffExit(was.exitWhen, exitWhen, say),
    ...diffValues(omit(was, ['trigger', 'audience', 'guardrails', 'limits', 'steps', 'exitWhen']), more, say),
  ]
}

function diffLimits(before: unknown, after: unknown, say: Say): string[] {
  const { line } = say
  const [was, is] = [limitWords(before, say), limitWords(after, say)]
  return was === is ? [] : [line.plain(line.limits, line.changed(is, was))]
}

/** The campaign with its defaults filled in. */
function withUsual(campaign: Mapping, { usual: words }: Say): Mapping {
  const { trigger, guardrails } = campaign
  const usual = {
    name: campaign.campaign,
    class: 'marketing',
    priority: 50,
    tags: words.none,
    budget: words.none,
    goal: words.none,
    onNewVersion: 'finish',
  }
  const usualGuardrails = {
    quietHours: words.asSettings,
    atMost: words.asSettings,
    caps: { bypass: campaign.class === 'service', counts: campaign.class !== 'service' },
    blackouts: words.noneOwn,
    holdout: words.nobody,
    holdoutBy: 'member',
    oncePer: isMapping(trigger) && trigger.date !== undefined ? 'year' : 'event',
    overlap: !isMapping(trigger) || trigger.audience === undefined,
    entries: words.anyNumber,
    freshFor: '24h',
    whileCaseOpen: campaign.class === 'service',
  } satisfies Record<GuardrailKey, unknown>
  return { ...usual, ...campaign, guardrails: { ...usualGuardrails, ...(guardrails as Mapping | undefined) } }
}

function diffTrigger(before: unknown, after: unknown, say: Say): string[] {
  const { line } = say
  const [was, is] = [partsOf(before), partsOf(after)]
  if (canonical(was) === canonical(is)) return []
  const onlyWhere = was.event !== undefined && canonical({ ...was, where: 0 }) === canonical({ ...is, where: 0 })
  if (onlyWhere) {
    const about = line.beginsWithEvent(say.trigger.event(String(is.event)))
    return diffConditions(was.where, is.where, say).map((each) => line.plain(about, each))
  }
  return [line.plain(line.beginsWith, line.changed(triggerWords(after, say), triggerWords(before, say)))]
}

/** An event by itself is the short form of a trigger. */
function partsOf(trigger: unknown): Mapping {
  return isMapping(trigger) ? trigger : { event: trigger }
}

function diffExit(before: unknown, after: unknown, say: Say): string[] {
  const { line } = say
  if (before === undefined && after === undefined) return []
  if (after === undefined) return [line.plain(line.noExit, conditionWords(before, say))]
  if (before === undefined) return [line.plain(line.exit, conditionWords(after, say))]
  return diffConditions(before, after, say).map((each) => line.plain(line.exit, each))
}

function diffSteps(before: unknown, after: unknown, say: Say): string[] {
  const { line } = say
  return diffLines(stepLines(before, say), stepLines(after, say)).flatMap(({ was, is }) => {
    if (was !== undefined && is !== undefined && kindOfStep(was, say) === kindOfStep(is, say))
      return changedParts(is, was, kindOfStep(is, say), say).map((each) => line.plain(line.step, each))
    return [
      ...(was === undefined ? [] : [line.plain(line.goneStep, was)]),
      ...(is === undefined ? [] : [line.plain(line.newStep, is)]),
    ]
  })
}

/** Of a step with several cases, those that changed: each with what it is about and what it was. */
function changedParts(is: string, was: string, kind: string, { step, line }: Say): string[] {
  const [now, before] = [is.split(step.nextCase), was.split(step.nextCase)]
  if (now.length === 1 || now.length !== before.length) return [line.changed(is, was)]
  return now.flatMap((part, n) => {
    const other = before[n]!
    return part === other ? [] : [line.changed(n === 0 ? part : `${kind} … ${part}`, apart(other, part))]
  })
}

/** What of the first the second does not have as well, by whole words at both ends. */
function apart(was: string, is: string): string {
  const [words, others] = [was.split(BETWEEN), is.split(BETWEEN)]
  const same = (from: 0 | -1) => words.findIndex((_, n) => wordAt(words, n, from) !== wordAt(others, n, from))
  const [start, end] = [same(0), same(-1)]
  const left = words
    .slice(start, words.length - end)
    .join('')
    .trim()
  return start < 0 || left === '' ? was : left
}

/** Words keep the blank or comma before them. */
const BETWEEN = /(?=[ ，])/
const wordAt = (words: readonly string[], n: number, from: 0 | -1) => words.at(from === 0 ? n : -1 - n)

/** What changed in a mapping of plain values, key by key, at any depth. */
export function diffValues(before: Mapping, after: Mapping, say: Say, path = ''): string[] {
  const [all, others] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return [...new Set([...all.keys(), ...others.keys()])].flatMap((key) => {
    const [was, is] = [all.get(key), others.get(key)]
    if (canonical(was) === canonical(is)) return []
    const name = `${path}${say.line.key(key)}`
    if (isMapping(was) && isMapping(is)) return diffValues(was, is, say, `${name} `)
    return [say.line.plain(name, say.line.changed(valueWords(key, is, say), valueWords(key, was, say)))]
  })
}

function omit(mapping: Mapping, keys: readonly string[]): Mapping {
  return Object.fromEntries(Object.entries(mapping).filter(([key]) => !keys.includes(key)))
}
