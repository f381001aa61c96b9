import { idIn } from '../../contract/identity.ts'
import { channelIdOf, traitsOf } from '../../domain/actions/index.ts'
import type { ScoreUse } from '../../domain/audience/fact-use.ts'
import { usedText } from '../../domain/texts/facts.ts'
import { type Texts, textsIn } from '../../domain/texts/index.ts'
import type { Language } from '../../domain/texts/language.ts'
import type { Action, Explanation, Moment } from './explain.ts'
import { localTime } from './local-time.ts'
import type { Otherwise } from './otherwise.ts'
import { isTask, type Verdict } from './verdict.ts'

/**
 * An explanation as lines for people, times in `zone`.
 * The first says the verdict; then what else was not done, what would have turned it, and each moment with its gates and the facts it used.
 */
export function explainText(explanation: Explanation, zone: string, language: Language = 'en'): string[] {
  const words = textsIn(language).explain
  const { campaign, name, key, verdict, done, notDone, why, otherwise, until, moments } = explanation
  const got = done.map((each) => `${doneText(each, verdict, language)} ${localTime(each.at, zone)}`)
  const missed = notDone.map(
    (each) => `${each.kind ? textsIn(language).actions[each.kind] : ''}${words.brackets(each.why)}`,
  )
  const several = [...done, ...notDone].flatMap((each) =>
    otherwiseLines(each.otherwise, words, `${what(each, language)}${words.colon}`),
  )
  const turned = several.length > 0 && verdict !== 'waits' ? several : [...several, ...otherwiseLines(otherwise, words)]
  const title = name === campaign ? campaign : `${name}${words.brackets(campaign)}`
  return [
    `${title}${key === undefined ? '' : `${words.comma}${idIn(key)}`}`,
    `  ${words.verdict[verdict].toUpperCase()}${until ? words.until(localTime(until, zone)) : ''}${words.colon}${got.join(words.semicolon) || why}`,
    ...(missed.length > 0 && (got.length > 0 || missed.length > 1)
      ? [`  ${words.missed}${words.colon}${missed.join(words.semicolon)}`]
      : []),
    ...turned.map((line) => `  ${line}`),
    ...moments.flatMap((moment) => momentLines(moment, zone, language).map((line) => `  ${line}`)),
  ]
}

/** A task says for whom it is, unless the verdict has said so. */
function doneText(action: Action, verdict: Verdict, language: Language): string {
  const words = textsIn(language).explain
  const text = what(action, language)
  return isTask(action) && verdict !== 'task' ? `${words.verdict.task}${words.colon}${text}` : text
}

function otherwiseLines(otherwise: Otherwise | undefined, words: Texts['explain'], about = ''): string[] {
  if (!otherwise) return []
  const { needed, parts } = otherwise
  const told = parts.map(({ ways }) => ways.map(({ text }) => text).join(words.or))
  if (told.length === 1) return [`${about}${words.otherwise}${words.colon}${told[0]}`]
  return [
    `${about}${needed === 'all' ? words.otherwiseAll : words.otherwiseAny}${words.colon.trimEnd()}`,
    ...told.map((text) => `  · ${text}`),
  ]
}

function momentLines(moment: Moment, zone: string, language: Language): string[] {
  const { explain: words, gates } = textsIn(language)
  return [
    `${localTime(moment.at, zone)}  ${what(moment, language)}${overText(moment, words)}${words.colon}${moment.reason}  [${words.rulebook} ${moment.rulebook.slice(0, 12)}]`,
    ...(moment.notOver ?? []).map(({ channel, reason }) => `    ${words.notOver(channel)}${words.colon}${reason}`),
    ...moment.gates.map(({ gate, answer, reason, until }) => {
      const time = until ? words.until(localTime(until, zone)) : ''
      return `    ${words.answer[answer]} ${gates[gate]?.title ?? gate}${words.colon}${reason}${time}`
    }),
    ...moment.facts.map((fact) => `    ${factText(fact, words, language)}`),
  ]
}

/** The channel's name, unless the kind of action says it already. */
function overText({ kind, channel }: Moment, words: Texts['explain']): string {
  const isSaid = channel === undefined || (kind !== undefined && traitsOf(kind).channel === channel)
  return isSaid ? '' : words.over(channel)
}

/** What became of an action, in two words: `email sent`. */
export function what(
  { kind, outcome, channel }: Pick<Moment, 'kind' | 'outcome' | 'channel'>,
  language: Language,
): string {
  const { explain: words, actions } = textsIn(language)
  if (kind === undefined) return words.outcome[outcome]
  if (outcome === 'opened' && kind !== 'serviceTask') return `${actions[kind]}${words.space}${words.toStaff}`
  const isToBeSent =
    outcome === 'decided' && channelIdOf({ kind, ...(channel !== undefined && { channel }) }) !== undefined
  return `${actions[kind]}${words.space}${isToBeSent ? words.toBeSent : words.outcome[outcome]}`
}

function factText(used: Moment['facts'][number], words: Texts['explain'], language: Language): string {
  const { value, holds, not = false, score } = used
  const { fact, value: known, asked } = usedText(used, language)
  return `${holds !== not ? '✓' : '✗'} ${words.fact(fact, value === null ? words.unset : known, asked)}${score ? scoreText(score, language) : ''}`
}

/** Where a score comes from: which model, of which day, and what moved it. */
function scoreText({ model, asOf, moved, unknown }: ScoreUse, language: Language): string {
  const { explain: words } = textsIn(language)
  if (unknown === 'noModel') return words.noScore(words.unknown.noModel)
  if (unknown !== undefined) return words.scoreUnknown({ why: words.unknown[unknown], model, asOf })
  const named = moved
    .filter(([, by]) => by !== 0)
    .map(([feature, by]) => {
      if (Object.hasOwn(words.points, feature)) return words.points[feature as keyof typeof words.points](by)
      return words.moved(words.features[feature as keyof typeof words.features] ?? feature, by > 0)
    })
  return words.score({ model, asOf, moved: named })
}
