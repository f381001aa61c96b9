import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript-api'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { type Envelope, parseEnvelope } from '../../shared/contract/index.ts'
import { notFound } from '../../shared/contract/without-card.ts'
import { faultIn } from '../../shared/domain/texts/message-words.ts'
import { inChinese } from '../../shared/domain/texts/zh-CN/elsewhere.ts'

/**
 * The standards, the event contract and its parser know no languages: their sentences have Chinese words in one table. Here
 * every sentence that stands in their code is read from there, so that a new one does not stay English unseen.
 */

const SOURCES = [
  'shared/contract/**/*.ts',
  'shared/standards/*.ts',
  'shared/app/react/{set-aside,merges,strays,arrivals}.ts',
  'shared/app/privacy/set-asides.ts',
  'shared/domain/member/fold/refusal.ts',
  'shared/app/api/{deliverability,ledger,month,results,run,satisfaction,targets}.ts',
]
/** Described for developers in the schemas, or no sentences for people. */
const NOT_SAID = /announcements|json-schema|-table\.ts|zone-links|encoding\.ts/

/** A sentence has words; what is filled in at run time is written as a word. */
function sentencesIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const isDescription = ts.isCallExpression(node) && /\.(describe|meta)$/.test(node.expression.getText())
    if (isDescription) visit(node.expression)
    if (isDescription || ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isThrowStatement(node)) return
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text)
    else if (ts.isTemplateExpression(node)) found.push(filled(node))
    else node.forEachChild(visit)
  }
  visit(source)
  return found
}

function filled({ head, templateSpans }: ts.TemplateExpression): string {
  const spans = templateSpans.map(({ expression, literal }) => `${writtenFor(expression.getText())}${literal.text}`)
  return `${head.text}${spans.join('')}`
}

function writtenFor(expression: string): string {
  return /^quoted\(/.test(expression) ? '"X"' : 'X'
}

/** Made of parts at run time, and tried as such below; or a sentence of another table put in a place. */
const IN_PARTS = [
  /^memberId: is missing, and X this X$/,
  /^did you mean "X"\? X$/,
  /^it is X hours X UTC/,
  /^have the system send it again with the right sourceX$/,
  /^was told before/,
  /^is so far back/,
  /All else was taken$/,
]
/** What a field is for, beside its form: for developers. */
const DESCRIPTION = /^(?!Amazon)[A-Z](?![a-z]* cannot)|^email, or a consent/
const sentences = SOURCES.flatMap((pattern) => globSync(pattern))
  .filter((file) => !NOT_SAID.test(file))
  .flatMap((file) => sentencesIn(file).map((sentence) => [file.replace('shared/', ''), sentence] as const))
  .filter(([, text]) => /[a-z]{2,} [a-z@]/.test(text) && ![...IN_PARTS, DESCRIPTION].some((each) => each.test(text)))

const inHan = /\p{Script=Han}/u

test('there are as many as anybody would think', () => {
  expect(sentences.length).toBeGreaterThan(80)
})

test.each(sentences)('%s: %s', (_, sentence) => {
  expect(inChinese(sentence)).toMatch(inHan)
})

describe('what a schema says of a value', () => {
  test.each<[string, z.ZodType, unknown]>([
    ['a number', z.number(), 'x'],
    ['a whole number', z.int(), 1.5],
    ['a text', z.string(), 1],
    ['yes or no', z.boolean(), 'x'],
    ['a list', z.array(z.string()), 'x'],
    ['a mapping', z.object({}), 'x'],
    ['one of some', z.enum(['a', 'b']), 'c'],
    ['so much and no other', z.literal('a'), 'c'],
    ['at least', z.number().min(3), 1],
    ['at most', z.number().max(3), 4],
    ['a whole number at most', z.int().max(3), 4],
    ['not nothing', z.string().min(1), ''],
    ['not so short', z.string().min(3), 'a'],
    ['not so long', z.string().max(3), 'abcd'],
    ['so many', z.array(z.string()).min(2), ['a']],
    ['no more', z.array(z.string()).max(1), ['a', 'b']],
    ['nothing else', z.strictObject({}), { a: 1 }],
    ['a form', z.string().regex(/^a$/), 'b'],
    ['a day', z.iso.date(), 'x'],
    ['either', z.union([z.string(), z.number()]), true],
  ])('%s', (_, schema, value) => {
    const message = schema.safeParse(value).error!.issues[0]!.message
    expect({ message, chinese: inChinese(message) }).toEqual({ message, chinese: expect.stringMatching(inHan) })
  })
})

const now = Date.parse('2026-09-30T00:00:00Z')
const told = { id: 'E1', memberId: 'CW100001', occurredAt: '2026-09-29T10:00:00+08:00' }
const leg = { carrier: 'CW', flightNumber: '1001', from: 'PEK', to: 'SHA', scheduledDeparture: told.occurredAt }
const flown = { ...told, ...leg, cabin: 'Y', distanceKm: 1000 }

function faultOf(type: string, detail: object) {
  const envelope: Envelope = { id: 'm1', source: 'airline.dcs', 'detail-type': type, time: told.occurredAt, detail }
  const parsed = parseEnvelope(envelope, now)
  if (parsed.ok) throw new Error('it was accepted')
  return parsed.fault
}

test.each<[string, string, object]>([
  ['a time under another name', 'flight.completed', { ...flown, occurredAt: undefined, occuredAt: told.occurredAt }],
  ['a time to come', 'flight.completed', { ...flown, occurredAt: '2027-09-29T10:00:00Z' }],
  ['a number of another airline', 'flight.completed', { ...flown, flightNumber: 'CA720' }],
  ['a type that is not there', 'flight.complete', flown],
  ['a type of other systems', 'flight.cancelled', flown],
  ['a severity too high', 'complaint.filed', { ...told, complaintId: 'C1', category: 'crew', severity: 9 }],
  ['a zone by its abbreviation', 'member.updated', { ...told, timeZone: 'CST' }],
  ['a language that is none', 'member.updated', { ...told, locale: 'chinese!' }],
  ['an address that is none', 'member.updated', { ...told, email: 'a@b' }],
])('of an event, whole: %s', (_, type, detail) => {
  const fault = faultOf(type, detail)
  const { message, hint } = faultIn('zh-CN', fault)
  expect({ english: fault.message, message }).toEqual({
    english: fault.message,
    message: expect.stringMatching(inHan),
  })
  if (fault.hint) expect({ of: fault.hint, hint }).toEqual({ of: fault.hint, hint: expect.stringMatching(inHan) })
  expect(faultIn('en', fault)).toMatchObject({ message: fault.message })
})

test('the place and what was written stay in it', () => {
  expect(faultIn('zh-CN', faultOf('flight.completed', { ...flown, from: 'Beijing' })).message).toBe(
    'from：“Beijing”不是机场三字码，例如 PEK',
  )
  const found = (count: number) => faultIn('zh-CN', notFound({ email: 'a@example.com', pnr: undefined }, count)).message
  expect(faultIn('zh-CN', notFound({ email: undefined, pnr: undefined }, 0)).message).toMatch(/^memberId：缺少，也没有/)
  expect([found(0), found(2)]).toEqual([
    'memberId：缺少，且没有会员使用此 email',
    'memberId：缺少，且有 2 位会员使用此 email',
  ])
  expect(inChinese('timeZone: "CST" is an abbreviation. All else was taken')).toBe(
    'timeZone：“CST”是时区缩写。其余内容已采用',
  )
  expect(inChinese('something new')).toBe('something new')
})
