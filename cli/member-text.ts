import { localTime } from '../shared/app/api/local-time.ts'
import type { ConsoleTexts } from '../shared/domain/texts/console.ts'
import { type Texts, textsIn } from '../shared/domain/texts/index.ts'
import type { Language } from '../shared/domain/texts/language.ts'
import { moneySaid } from '../shared/domain/units.ts'
import { eventText } from './event-text.ts'
import { table } from './print.ts'

export interface ShownMember {
  memberId: string
  mergedInto: string | null
  erased: boolean
  zone: string
  facts: Record<string, unknown>
  wingback: { audiences: Record<string, string | null>; journeys: Record<string, unknown>[] }
  timeline: {
    type: string
    occurredAt: string
    reactedAt: string
    audiences: { entered: string[]; left: string[] }
    decisions: { campaign: string; outcome: string; kind?: string; reason: string }[]
  }[]
  cursor: string | null
}

/** The words for it, and the zone its times are told in. */
interface Say {
  texts: Texts
  fields: ConsoleTexts['fields']
  zone: string
}

/** All that is known of a member, as a person reads it. */
export function memberLines(shown: ShownMember, language: Language, { fields, events }: ConsoleTexts): string[] {
  const texts = textsIn(language)
  const { outputs, commands, explain, actions } = texts
  const { member: words, none } = outputs
  const { memberId, mergedInto, erased, zone, facts, wingback, timeline, cursor } = shown
  const say: Say = { texts, fields, zone }
  return [
    erased ? words.erased(memberId) : mergedInto ? words.merged(memberId, mergedInto) : memberId,
    '',
    words.facts,
    ...table(Object.entries(facts).map(([name, value]) => [`  ${fields.name(name)}`, valueText(name, value, say)])),
    '',
    words.audiences,
    ...table(
      orNone(
        Object.entries(wingback.audiences).map(([id, since]) => [
          `  ${id}`,
          since ? commands.audiences.since(localTime(since, zone)) : '',
        ]),
        none,
      ),
    ),
    '',
    words.journeys,
    ...table(
      orNone(
        wingback.journeys.map(({ campaign, key, ...more }) => [
          `  ${campaign}`,
          String(key),
          valueText('journey', more, say),
        ]),
        none,
      ),
    ),
    '',
    words.timeline(zone),
    ...timeline.flatMap(({ type, reactedAt, audiences, decisions }) => [
      `  ${localTime(reactedAt, zone)}  ${eventText(type, events, explain)}`,
      ...audiences.entered.map((id) => `      ${words.entered(id)}`),
      ...audiences.left.map((id) => `      ${words.left(id)}`),
      ...decisions.map(({ campaign, kind, outcome, reason }) =>
        [`      ${campaign}`, doneText(kind, outcome), reason].join(explain.colon),
      ),
    ]),
    ...(cursor === null ? [] : [`  ${commands.audiences.more(cursor)}`]),
  ]

  function doneText(kind: string | undefined, outcome: string): string {
    const what = (actions as Record<string, string>)[kind ?? '']
    const done = (explain.outcome as Record<string, string>)[outcome] ?? outcome
    return [what, done].filter(Boolean).join(explain.space)
  }
}

function orNone(rows: string[][], none: string): string[][] {
  return rows.length > 0 ? rows : [[`  ${none}`]]
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** A value on one line, without empty parts: codes by their names, times in the airline's zone. */
function valueText(of: string, value: unknown, say: Say): string {
  const { explain, facts } = say.texts
  if (typeof value === 'boolean') return facts.value(String(value))
  if (typeof value === 'string') return INSTANT.test(value) ? localTime(value, say.zone) : say.fields.value(of, value)
  if (value === null || typeof value !== 'object') return String(value ?? '-')
  if (Array.isArray(value))
    return value.length === 0 ? '-' : value.map((each) => valueText(of, each, say)).join(explain.semicolon)
  if (isMoney(value)) return moneySaid(value.amountMinor, value.currency)
  const some = Object.entries(value).filter(([, each]) => each !== null && each !== false)
  const texts = some.map(([name, each]) =>
    of === 'spendMinor' ? moneySaid(Number(each), name) : `${nameText(of, name, say)} ${valueText(name, each, say)}`,
  )
  return texts.join(explain.comma) || '-'
}

/** A key is a field's name, or what something is counted by: a cabin, a route. */
function nameText(of: string, name: string, { fields }: Say): string {
  if (of === 'cabins') return fields.value('cabin', name)
  return /^[a-z]/.test(name) ? fields.name(name) : name
}

function isMoney(value: object): value is { amountMinor: number; currency: string } {
  return 'amountMinor' in value && 'currency' in value
}
