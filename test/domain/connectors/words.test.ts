import { expect, test } from 'vitest'
import { faultWords, silentWords } from '../../../shared/connectors/words.ts'
import { faultIn, silentIn } from '../../../shared/domain/texts/message-words.ts'
import { connectorOf, translator } from './support.ts'

/** What is said of messages of other systems, in English and in Chinese. */

/** Values of every kind that the words name, each to be found again in the text. */
const values = new Proxy(
  {},
  { get: (_, name) => (NUMBERS.has(String(name)) ? 4711 : `the-${String(name)}`), has: () => true },
)
const NUMBERS = new Set(['bytes', 'most', 'count', 'line', 'minutes', 'least', 'days'])

test.each(Object.keys(faultWords) as (keyof typeof faultWords)[])('%s speaks of the same in both languages', (is) => {
  const english = faultWords[is](values as never)
  const { message, hint } = faultIn('zh-CN', {
    code: 'bad-field',
    path: '',
    ...english,
    said: { is, ...spread(english) },
  })
  expect(message).toMatch(/\p{Script=Han}/u)
  expect(hint === undefined).toBe(english.hint === undefined)
  if (hint) expect(hint).toMatch(/\p{Script=Han}/u)
  for (const said of named(`${english.message} ${english.hint}`)) expect(`${message} ${hint}`).toContain(said)
})

test.each(Object.keys(silentWords) as (keyof typeof silentWords)[])('%s, likewise', (is) => {
  const why = silentWords[is](values as never)
  const chinese = silentIn('zh-CN', { place: '', why, said: { is, ...spread({ message: why }) } }).why
  expect(chinese).toMatch(/\p{Script=Han}/u)
  for (const said of named(why)) expect(chinese).toContain(said)
})

/** What a text names of the values. */
function named(text: string): string[] {
  return [...text.matchAll(/the-[a-z]+|4711/g)].map(([word]) => word)
}

/** The values as they are kept: those that the English text names. */
function spread({
  message,
  hint = '',
}: {
  message: string
  hint?: string | undefined
}): Record<string, string | number> {
  const numbers = Object.fromEntries([...NUMBERS].map((name) => [name, 4711]))
  const texts = named(`${message} ${hint}`).filter((word) => word.startsWith('the-'))
  return { ...numbers, ...Object.fromEntries(texts.map((word) => [word.slice('the-'.length), word])) }
}

test('a message that cannot be read is explained in the language of whoever reads it', async () => {
  const connector = connectorOf('connector: ops\nkind: aidx\nstatuses: { OPS: operates }\n')
  const { amiss } = await translator(connector)('<IATA_AIDX_FlightLegNotifRQ>')
  expect(faultIn('en', amiss[0]!)).toMatchObject({ hint: 'a message that was cut off ends in the middle' })
  expect(faultIn('zh-CN', amiss[0]!)).toMatchObject({ code: 'bad-xml', hint: '被截断的报文会在中途结束' })
})

test('what has no words in Chinese, or is of a later version, stays as it is', () => {
  const fault = { code: 'bad-field', path: 'x', message: 'said by the contract' } as const
  expect(faultIn('zh-CN', fault)).toEqual(fault)
  expect(faultIn('zh-CN', { ...fault, said: { is: 'ofTomorrow' } })).toEqual(fault)
})

test('what the contract misses in an event is said in Chinese too', async () => {
  const connector = connectorOf('connector: x\nkind: csv\nevent: member.updated\nzone: UTC\nfields: { tier: TIER }\n')
  const { amiss } = await translator(connector)('TIER\ngold\n')
  expect(faultIn('zh-CN', amiss[0]!)).toMatchObject({ code: 'missing-member', message: '缺少 memberId' })
})
