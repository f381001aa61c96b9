import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Refused } from '../../cli/errors.ts'
import { readCell } from '../../cli/lift/cell.ts'
import { liftOf } from '../../cli/lift/lift.ts'
import type { LiftRequest } from '../../cli/lift/request.ts'
import { rowsOf } from '../../cli/lift/rows.ts'
import { summaryAnswers } from '../../cli/lift/summary.ts'
import { summaryLines } from '../../cli/lift/summary-text.ts'
import { liftLines } from '../../cli/lift/text.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import { LANGUAGES, type Language } from '../../shared/domain/texts/language.ts'
import { decimalOf } from '../../shared/standards/decimal.ts'
import { proseFaults } from '../support/prose.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wingback-lift-'))
})
afterAll(() => rm(folder, { recursive: true }))

type Asked = Partial<Omit<LiftRequest, 'path' | 'costs' | 'shares' | 'value'>> & {
  costs?: Record<string, string>
  shares?: Record<string, number>
  value?: string | { amount: string; outcome: string }
}

function requestOf(path: string, { costs, shares, value, ...asked }: Asked): LiftRequest {
  const { amount, outcome } = typeof value === 'string' ? { amount: value, outcome: undefined } : (value ?? {})
  return {
    ...{ path, arm: 'arm', control: 'held', outcomes: ['got'], planned: 5000 },
    ...asked,
    costs: new Map(Object.entries(costs ?? {}).map(([arm, cost]) => [arm, decimalOf(cost)!])),
    ...(shares && { shares: new Map(Object.entries(shares)) }),
    ...(amount !== undefined && { value: { amount: decimalOf(amount)!, ...(outcome !== undefined && { outcome }) } }),
  }
}

async function fileOf(content: string | Buffer, name = 'file.csv'): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

async function rowsOfText(content: string | Buffer, asked: Asked = {}, name?: string) {
  const request = requestOf(await fileOf(content, name), asked)
  // As JSON, as a machine reads it.
  return JSON.parse(JSON.stringify(rowsOf(await liftOf(request, textsIn('en').lift))))
}

async function refusal(content: string | Buffer, asked: Asked = {}, name?: string): Promise<Refused> {
  const request = requestOf(await fileOf(content, name), asked)
  return liftOf(request, textsIn('en').lift).then(
    () => Promise.reject(new Error('it was not refused')),
    (error: Refused) => error,
  )
}

async function linesOf(content: string, asked: Asked, language: Language): Promise<string> {
  const texts = textsIn(language).lift
  const lift = await liftOf(requestOf(await fileOf(content), asked), texts)
  return liftLines(lift, 'file.csv', texts).join('\n')
}

/** Lines are set in from the margin: that is no fault. */
function faultsOf(text: string): string[] {
  return proseFaults(text).filter((fault) => !fault.startsWith('two blanks'))
}

/** So many members of each arm, the first so many of each with the outcome. */
function csv(arms: Record<string, [members: number, withOutcome: number]>, yes = '1', no = '0'): string {
  const rows = Object.entries(arms).flatMap(([arm, [members, withOutcome]]) =>
    Array.from({ length: members }, (_, i) => `${arm},${i < withOutcome ? yes : no}`),
  )
  return ['arm,got', ...rows, ''].join('\n')
}

describe('a file', () => {
  test('comes to a row for each outcome and arm, and last the sample ratio', async () => {
    expect(await rowsOfText(csv({ held: [400, 40], mailed: [400, 100] }))).toEqual([
      {
        arm: 'mailed',
        outcome: 'got',
        n: { control: 400, treated: 400 },
        withOutcome: { control: 40, treated: 100 },
        difference: expect.closeTo(0.15, 12),
        standardError: expect.closeTo(0.02637, 4),
        interval: [expect.any(Number), expect.any(Number)],
        pValue: expect.any(Number),
        relative: { difference: expect.closeTo(1.5, 12), interval: [expect.any(Number), expect.any(Number)] },
        cautious: { interval: [expect.any(Number), expect.any(Number)], pValue: expect.any(Number) },
        verdict: 'better',
      },
      { sampleRatio: { p: 1, verdict: 'fine', n: { held: 400, mailed: 400 } } },
    ])
  })

  const plain = csv({ held: [60, 26], mailed: [60, 40] })
  const same = () => rowsOfText(plain)

  test.each<[string, string]>([
    ['words for numbers', csv({ held: [60, 26], mailed: [60, 40] }, 'Yes', 'No')],
    ['Chinese words', csv({ held: [60, 26], mailed: [60, 40] }, '是', '否')],
    ['numbers written otherwise', csv({ held: [60, 26], mailed: [60, 40] }, '1.00', '-0')],
    ['numbers with an exponent', csv({ held: [60, 26], mailed: [60, 40] }, '10E-1', '0e5')],
    ['blanks around', plain.replaceAll(',', ' , ')],
    ['lines that end as on Windows', plain.replaceAll('\n', '\r\n')],
    ['lines that end as on an old Mac', plain.replaceAll('\n', '\r')],
    ['empty lines', plain.replaceAll('\n', '\n\n')],
    ['no end to the last line', plain.trimEnd()],
    ['a byte order mark', `\ufeff${plain}`],
    ['every field between quotation marks', plain.replace(/[^,\n]+/g, '"$&"')],
    ['semicolons', plain.replaceAll(',', ';')],
    ['tabs', plain.replaceAll(',', '\t')],
    ['rows in another order', ['arm,got', ...plain.trim().split('\n').slice(1).reverse()].join('\n')],
    [
      'more columns, a comma and a new line within one',
      plain
        .split('\n')
        .map((row, i) => (row === '' ? row : `"a ""b"", ${i}\r\nc",${row}`))
        .join('\n'),
    ],
  ])('is the same with %s', async (_name, content) => {
    expect(await rowsOfText(content)).toEqual(await same())
  })

  test('is the same packed', async () => {
    expect(await rowsOfText(gzipSync(plain), {}, 'file.csv.gz')).toEqual(await same())
  })

  test('in any order of rows and with any decimals is the same', async () => {
    const row = fc.record({
      arm: fc.constantFrom('held', 'mailed'),
      got: fc.constantFrom('0', '1', '0.5', '12.345678901', '-3', '1e-9', '99999999999.99'),
      before: fc.constantFrom('0', '7', '0.25', '1234567.891'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (some) => {
        const all = [...some, { arm: 'held', got: '1', before: '1' }, { arm: 'mailed', got: '2', before: '3' }]
        const text = (of: typeof all) =>
          ['arm,got,before', ...of.map(({ arm, got, before }) => `${arm},${got},${before}`)].join('\n')
        const backwards = [...all].reverse()
        expect(await rowsOfText(text(all), { before: 'before' })).toEqual(
          await rowsOfText(text(backwards), { before: 'before' }),
        )
      }),
      { numRuns: 50 },
    )
  })

  test('with amounts far above 2⁵³ is counted exactly', async () => {
    const rows = (arm: string, amounts: string[]) => amounts.map((amount) => `${arm},${amount}`)
    const big = '9007199254740992'
    const [row] = await rowsOfText(
      ['arm,got', ...rows('held', [big, `${big}.02`]), ...rows('mailed', [big, `${big}.02`])].join('\n'),
    )
    // Two values 0.02 apart around 2⁵³: as floating point numbers they are one.
    expect(row).toMatchObject({ difference: 0, standardError: expect.closeTo(Math.sqrt(0.0002), 12) })
  })

  test('with a column known before is adjusted by it', async () => {
    const rows = ['held', 'mailed'].flatMap((arm) =>
      Array.from(
        { length: 200 },
        (_, i) => `${arm},${(i % 20) * 10 + (i % 3) + (arm === 'mailed' ? 2 : 0)},${(i % 20) * 10}`,
      ),
    )
    const [row] = await rowsOfText(['arm,got,before', ...rows].join('\n'), { before: 'before' })
    expect(row).toMatchObject({
      cuped: { theta: expect.closeTo(1, 2), difference: expect.closeTo(2, 9), factor: expect.any(Number) },
      verdict: 'better',
    })
    expect(row.cuped.standardError).toBeLessThan(row.standardError / 10)
  })

  test('with a column known before that is the same for all is not changed by it', async () => {
    const content = csv({ held: [60, 26], mailed: [60, 40] })
      .replace(/\n(?=.)/g, ',7\n')
      .replace('got,7', 'got,before')
      .replace(/\n$/, ',7\n')
    const [row] = await rowsOfText(content, { before: 'before' })
    expect(row.cuped).toMatchObject({
      theta: 0,
      difference: row.difference,
      standardError: row.standardError,
      factor: 1,
    })
  })

  test('with a value and costs has the net besides', async () => {
    const content = csv({ held: [1000, 100], mailed: [1000, 150] })
    const rows = await rowsOfText(content, { value: '10', costs: { mailed: '0.15' } })
    expect(rows.slice(0, -1)).toMatchObject([
      { outcome: 'got', difference: expect.closeTo(0.05, 12) },
      {
        outcome: 'net',
        of: 'got',
        withOutcome: { control: 100, treated: 150 },
        difference: expect.closeTo(0.35, 12),
      },
    ])
    expect(rows[1].standardError).toBeCloseTo(10 * rows[0].standardError, 12)
    const [, costOnly] = await rowsOfText(content, { costs: { mailed: '0.25', held: '0.05' } })
    expect(costOnly).toMatchObject({ outcome: 'net', difference: expect.closeTo(0.05 - 0.2, 12) })
    const spent = 'arm,got,spent\nheld,1,20\nheld,0,0\nmailed,1,30\nmailed,1,10\n'
    const ofSpent = await rowsOfText(spent, { outcomes: ['got,spent'], value: { amount: '0.5', outcome: 'spent' } })
    expect(ofSpent[2]).toMatchObject({ outcome: 'net', of: 'spent', difference: expect.closeTo(5, 12) })
  })

  test('with a name that holds a comma can be asked for it', async () => {
    const content = '"arm","booked, paid"\nheld,0\nheld,1\nmailed,1\nmailed,0\n'
    expect(await rowsOfText(content, { outcomes: ['booked, paid'] })).toMatchObject([{ outcome: 'booked, paid' }, {}])
  })

  test('without enough says what is missing', async () => {
    const [row] = await rowsOfText(csv({ held: [100, 10], mailed: [100, 60] }))
    expect(row).toMatchObject({ verdict: 'tooSmall', stillNeeded: { control: 150, treated: 0 } })
  })

  test.each<[string, string]>([
    ['one member an arm', 'arm,got\nheld,1\nmailed,0\n'],
    ['nobody with the outcome', csv({ held: [50, 0], mailed: [50, 0] })],
    ['one value for all', csv({ held: [50, 50], mailed: [50, 50] }, '7')],
  ])('of %s has no figure that is none', async (_name, content) => {
    const [row] = await rowsOfText(content)
    expect(row).toMatchObject({ verdict: 'tooSmall', interval: null, pValue: null })
    for (const language of LANGUAGES) expect(faultsOf(await linesOf(content, {}, language))).toEqual([])
  })

  test('as large as it was planned to be is right', async () => {
    const content = csv({ held: [1000, 100], mailed: [9000, 1000] })
    const [{ sampleRatio }] = (await rowsOfText(content)).slice(-1)
    expect(sampleRatio.verdict).toBe('alarm')
    const rows = await rowsOfText(content, { shares: { held: 10, mailed: 90 } })
    expect(rows).toMatchObject([{ arm: 'mailed' }, { sampleRatio: { p: 1, verdict: 'fine' } }])
    // Nothing stands beside an alarm where it was said how large the arms should be.
    const alarm = await rowsOfText(content, { shares: { held: 20, mailed: 80 } })
    expect(alarm).toMatchObject([{ sampleRatio: { verdict: 'alarm', n: { held: 1000, mailed: 9000 } } }])
  })
})

describe('a file that cannot be compared is refused, with the place, the cause and what to do', () => {
  const rows = 'held,1\nmailed,0\n'

  test.each<[string, string | Buffer, Asked, string, string]>([
    ['no such column', `arm,gott\n${rows}`, {}, 'file.csv: has no column "got"', 'did you mean "gott"?'],
    ['no such arm column', `group,got\n${rows}`, {}, 'has no column "arm"', 'its columns: group, got'],
    ['a column twice', 'arm,got,got\nheld,1,2\n', {}, 'has two columns "got"', ''],
    ['no such control', `arm,got\n${rows}`, { control: 'Held' }, 'no member has "Held"', 'did you mean "held"?'],
    [
      'a cost of no arm',
      `arm,got\n${rows}`,
      { costs: { maled: '1' } },
      'no member has "maled"',
      'did you mean "mailed"?',
    ],
    [
      'a share of no arm',
      `arm,got\n${rows}`,
      { shares: { other: 1 } },
      'no member has "other"',
      'it has: held, mailed',
    ],
    ['an arm without a share', `arm,got\n${rows}`, { shares: { held: 1 } }, 'how large "mailed" should be', ''],
    ['a value of no outcome', `arm,got\n${rows}`, { value: { amount: '1', outcome: 'x' } }, '--value names "x"', 'got'],
    ['one arm', 'arm,got\nheld,1\nheld,0\n', {}, 'everybody is in "held"', ''],
    ['no members', 'arm,got\n', {}, 'holds no members', ''],
    ['nothing', '', {}, 'holds no members', ''],
    ['ids for arms', `arm,got\n${Array.from({ length: 60 }, (_, i) => `M${i},1`).join('\n')}`, {}, 'more than 50', ''],
    ['a word', `arm,got\n${rows}held,maybe\n`, {}, 'file.csv:4: column "got" has "maybe"', 'yes or no'],
    ['an endless number', `arm,got\n${rows}held,Infinity\n`, {}, 'file.csv:4: column "got" has "Infinity"', ''],
    ['a very long number', `arm,got\n${rows}held,${'9'.repeat(80)}\n`, {}, 'file.csv:4: column "got" has "999', ''],
    ['a missing value', `arm,got\n${rows}held,\n`, {}, 'file.csv:4: column "got" has no value', '--missing zero'],
    ['NaN', `arm,got\n${rows}held,NaN\n`, {}, 'file.csv:4: column "got" has no value', '--missing zero'],
    ['a missing arm', `arm,got\n${rows},1\n`, {}, 'file.csv:4: column "arm" has no value', 'write the arm there'],
    ['thousands', `arm,got\n${rows}held,"1,234.50"\n`, {}, 'has "1,234.50"', 'without separators'],
    [
      'a decimal comma',
      `arm;got\nheld;1\nmailed;0\nheld;12,5\n`,
      {},
      'file.csv:4: column "got" has "12,5"',
      'as a point',
    ],
    ['a currency', `arm,got\n${rows}held,¥12\n`, {}, 'has "¥12"', 'without a currency'],
    ['a percentage', `arm,got\n${rows}held,12%\n`, {}, 'has "12%"', '0.12'],
    ['a row too long', `arm,got\r\nheld,1\r\nheld,1,2\r\n`, {}, 'file.csv:3: has 3 fields', 'quotation marks'],
    ['a quotation mark not closed', `arm,got\nheld,1\nheld,"1\nmailed,0\n`, {}, 'a quotation mark', 'twice'],
    [
      'GBK',
      Buffer.concat([Buffer.from('arm,got\nheld,1\n'), Buffer.from([0xb6, 0xd4]), Buffer.from(',0\n')]),
      {},
      'file.csv:3: is not UTF-8',
      'GBK',
    ],
    ['Latin-1', Buffer.from('arm,got\nété,1\n', 'latin1'), {}, 'file.csv:2: is not UTF-8', 'Latin-1'],
    ['UTF-16', Buffer.from(`\ufeffarm,got\n${rows}`, 'utf16le'), {}, 'is not UTF-8', 'UTF-16'],
    ['an Excel workbook', Buffer.from('PK\x03\x04'), {}, 'is a zip archive', ''],
  ])('%s', async (_name, content, asked, message, hint) => {
    const refused = await refusal(content, asked)
    expect(refused.message).toContain(message)
    expect(refused.hint ?? '').toContain(hint)
  })

  test('not there', async () => {
    const request = requestOf(join(folder, 'none.csv'), {})
    await expect(liftOf(request, textsIn('en').lift)).rejects.toThrow('there is no file')
  })

  test('broken off in the middle of gzip', async () => {
    const packed = gzipSync(csv({ held: [5000, 1000], mailed: [5000, 1000] }))
    const refused = await refusal(packed.subarray(0, packed.length - 20), {}, 'cut.csv.gz')
    expect(refused.message).toContain('cut.csv.gz cannot be read')
  })

  test('arms that differ in capitals or spaces alone are asked about', async () => {
    const content = 'arm,got\nheld,1\nHeld,0\nmail ed,1\nmailed,0\nother,1\n'
    expect(await linesOf(content, {}, 'en')).toContain('Here they are apart: "held", "Held".')
    expect(await linesOf(content, {}, 'en')).toContain('"mail ed", "mailed"')
    expect(await linesOf('arm,got\nheld,1\nmailed,0\n', {}, 'en')).not.toContain('apart')
  })

  test('a missing value is 0, or its row is left out, where that is said', async () => {
    const content = 'arm,got,before\nheld,1,5\nheld,,5\nheld,0,\nmailed,1,5\nmailed,N/A,5\n,1,5\n'
    const asked = { before: 'before' }
    const leftOut = await rowsOfText(content, { ...asked, missing: 'leave-out' })
    expect(leftOut[0].n).toEqual({ control: 1, treated: 1 })
    const refused = await refusal(content, { ...asked, missing: 'zero' })
    expect(refused.message).toContain('file.csv:7: column "arm" has no value')
    // Advised again it would lead nowhere.
    expect(refused.hint).not.toContain('zero')
    const zero = await rowsOfText(content.replace('\n,1,5', ''), { ...asked, missing: 'zero' })
    expect(zero[0].n).toEqual({ control: 3, treated: 2 })
  })
})

test('a cell is a number, a word for one, or says what is wrong with it', () => {
  expect(readCell(' 12.50 ')).toEqual({ digits: 125n, decimals: 1 })
  expect(readCell('-.5')).toEqual({ digits: -5n, decimals: 1 })
  expect(readCell('1e3')).toEqual({ digits: 1000n, decimals: 0 })
  expect(readCell('TRUE')).toEqual({ digits: 1n, decimals: 0 })
  for (const [cell, problem] of [
    ['-', 'empty'],
    ['.', 'word'],
    ['0x10', 'word'],
    ['1e999', 'word'],
    ['1_000', 'word'],
    ['CNY 12', 'currency'],
    ['12元', 'currency'],
    ['12,5 %', 'percent'],
  ])
    expect([cell, readCell(cell!)]).toEqual([cell, problem])
})

describe('in words', () => {
  const content = csv({ held: [1000, 100], a: [1000, 180], b: [1000, 105] })

  test('each arm, what is told of it, and the net', async () => {
    const text = await linesOf(content, { value: '10', costs: { a: '0.15' } }, 'en')
    expect(text).toContain('3,000 members, compared with "held" (1,000)')
    expect(text).toContain('a: 18.00 % of 1,000 members against 10.00 % of 1,000: +8.00 points (between')
    expect(text).toContain('More, beyond chance. More than every other arm too.')
    expect(text).toContain('No difference is seen.')
    expect(text).toContain('over its 1,000 members: +650.00')
  })

  test('where the control is small, the wider interval too', async () => {
    const uneven = csv({ held: [500, 30], mailed: [9500, 1400] })
    const text = await linesOf(uneven, { shares: { held: 5, mailed: 95 } }, 'en')
    expect(text).toContain('by one variance for both arms, on which the verdict rests: between')
  })

  test('an alarm stands in place of the lift', async () => {
    const uneven = csv({ held: [1000, 100], mailed: [2000, 300] })
    expect(await linesOf(uneven, {}, 'en')).toMatch(
      /^[^\n]*\nALARM: the arms are not of one size: held 1,000, mailed 2,000/,
    )
    expect(await linesOf(uneven, {}, 'en')).not.toContain('points')
    expect(await linesOf(uneven, { shares: { held: 1, mailed: 3 } }, 'zh-CN')).toContain('与设定比例不符')
  })

  test('too small says how many members more it takes', async () => {
    const text = await linesOf(csv({ held: [100, 10], mailed: [100, 60] }), {}, 'en')
    expect(text).toContain('mailed: 60.00 % of 100 members against 10.00 % of 100. Too small to tell')
    expect(text).not.toContain('between')
    expect(text).toContain('The control has 10: about 150 members more.')
  })

  test('where all values are alike that is said, and not that there are too few', async () => {
    const text = await linesOf(csv({ held: [100, 100], mailed: [100, 100] }, '-5'), {}, 'en')
    expect(text).toContain('mailed: nothing can be worked out of 100 against 100 members: all have the same value.')
    expect(text).not.toContain('Too small')
    expect(await linesOf(csv({ held: [1, 1], mailed: [1, 1] }), {}, 'en')).toMatch(/1 against 1 members\. Too small/)
  })

  test('amounts below nothing have a minus as wide as a plus', async () => {
    const text = await linesOf(csv({ held: [100, 60], mailed: [100, 90] }, '-1.5', '-1'), {}, 'en')
    expect(text).toContain('mailed: −1.45 a member (100) against −1.3 (100): −0.15')
  })

  test('an interval that leaves 0 out is no verdict where several arms are compared', async () => {
    const arms = { held: [5000, 500], a: [5000, 605], b: [5000, 500], c: [5000, 500] } as const
    const text = await linesOf(csv(arms as unknown as Record<string, [number, number]>), {}, 'en')
    expect(text).toContain('Its interval leaves 0 out, but that is not enough')
  })

  test.each(LANGUAGES)('nothing breaks off in %s', async (language) => {
    const asked: Asked = { value: '10', costs: { a: '0.15' } }
    for (const each of [content, csv({ held: [100, 10], mailed: [90, 0] })]) {
      expect(faultsOf(await linesOf(each, each === content ? asked : {}, language))).toEqual([])
    }
  })
})

describe('sums', () => {
  const texts = textsIn('en').lift.summary
  const a = { kind: 'mean', n: 3000, sum: 1396.87, sum_squares: 52377.9767 }
  const b = { kind: 'mean', n: 3461, sum: 2422.7, sum_squares: 134698.29 }

  test('are answered in their order, each alone', () => {
    const answers = summaryAnswers(
      {
        cases: [
          { id: 'one', test: 'seq-two', N: 1000, a, b },
          { id: 'broken', test: 't-two', a: { ...a, n: 2 }, b },
          { id: 'above', test: 't-greater', diff: 'absolute', a, b },
          { id: 'below', test: 'seq-lesser', diff: 'absolute', a: b, b: a },
          { test: 'other', a, b },
          { id: 'share', test: 'fixed', a: { kind: 'proportion', n: 10, sum: 11 }, b },
          { id: 'nothing', test: 'sequential', a: { kind: 'mean', n: 9, sum: 0, sum_squares: 4 }, b },
        ],
      },
      texts,
    )
    expect(answers).toEqual([
      {
        id: 'one',
        difference: expect.closeTo(0.50336, 5),
        interval: [expect.closeTo(-0.55844, 5), expect.closeTo(1.56516, 5)],
        standardError: expect.closeTo(0.33341, 5),
        pValue: 1,
      },
      { id: 'broken', error: expect.stringContaining('a: zero or negative variance') },
      expect.objectContaining({ interval: [expect.closeTo(0.020791480063255735, 9), 'inf'] }),
      expect.objectContaining({ interval: ['-inf', expect.any(Number)] }),
      { id: 'case 5', error: expect.stringContaining('test: ') },
      { id: 'share', error: expect.stringContaining('a: ') },
      { id: 'nothing', error: expect.stringContaining('mean of a is 0') },
    ])
    expect(summaryLines(answers!, texts).at(-1)).toBe('3 of 7 cases answered.')
  })

  test('that are none are refused', () => {
    expect(summaryAnswers({}, texts)).toBeUndefined()
    expect(summaryAnswers(null, texts)).toBeUndefined()
    expect(summaryAnswers([], texts)).toEqual([])
  })
})

/** Real experiments, where they lie beside the checkout. */
const MEASURE = '../shared/data/measure'
const isThere = existsSync(`${MEASURE}/hillstrom.csv.gz`)

;(isThere ? describe : describe.skip)('experiments that were made, from their files', () => {
  test('an e-mail experiment of 64,000 customers', async () => {
    const request = requestOf(`${MEASURE}/hillstrom.csv.gz`, {
      ...{ arm: 'segment', control: 'No E-Mail', before: 'history' },
      outcomes: ['visit,conversion,spend'],
    })
    const rows = rowsOf(await liftOf(request, textsIn('en').lift)) as Record<string, unknown>[]
    const expected: [arm: string, outcome: string, difference: number, error: number, low: number, high: number][] = [
      ['Mens E-Mail', 'visit', 0.07658956365153125, 0.0033858878117283653, 0.06568542916581445, 0.08749369813724804],
      ['Womens E-Mail', 'visit', 0.045233106587052985, 0.003234462099090751, 0.03481583372348699, 0.05565037945061898],
      [
        'Mens E-Mail',
        'conversion',
        0.006805006519615695,
        0.0009208727857351216,
        0.003839367591736767,
        0.009770645447494623,
      ],
      [
        'Womens E-Mail',
        'conversion',
        0.003111057511085258,
        0.0008226770775551195,
        0.0004614510748552963,
        0.005760663947315219,
      ],
      ['Mens E-Mail', 'spend', 0.7698271558945368, 0.14524656024868676, 0.30206563672861214, 1.2375886750604614],
      ['Womens E-Mail', 'spend', 0.4244122159365967, 0.13033285852919116, 0.004647535197626396, 0.8441768966755671],
    ]
    expect(rows).toMatchObject([
      ...expected.map(([arm, outcome, difference, standardError, low, high]) => ({
        arm,
        outcome,
        difference: expect.closeTo(difference, 10),
        standardError: expect.closeTo(standardError, 10),
        interval: [expect.closeTo(low, 10), expect.closeTo(high, 10)],
        verdict: 'better',
      })),
      { sampleRatio: { p: 1, verdict: 'fine' } },
    ])
    expect(rows[4]).toMatchObject({
      pValue: expect.closeTo(8.075374032163924e-6, 12),
      cuped: {
        theta: expect.closeTo(0.0012228965198244435, 12),
        difference: expect.closeTo(0.7674384994278021, 10),
        standardError: expect.closeTo(0.14521504219411457, 10),
        factor: expect.closeTo(0.9997830030913075, 10),
      },
    })
    // The absolute scale decides: women's spend is more, though the relative interval does not leave 0 out.
    expect(rows[5]).toMatchObject({
      relative: { interval: [expect.closeTo(-0.1731567199190489, 10), expect.closeTo(1.4734604476484214, 10)] },
    })
  })

  test('a promotion that more people bought by, and that lost money', async () => {
    const request = requestOf(`${MEASURE}/starbucks-promo.csv.gz`, {
      ...{ arm: 'Promotion', control: 'No', outcomes: ['purchase'], value: '10', costs: { Yes: '0.15' } },
    })
    const rows = rowsOf(await liftOf(request, textsIn('en').lift)) as Record<string, unknown>[]
    expect(rows).toMatchObject([
      {
        outcome: 'purchase',
        difference: expect.closeTo(0.009454547819772702, 12),
        standardError: expect.closeTo(0.0007569278758768461, 12),
        interval: [expect.closeTo(0.006946470166573805, 12), expect.closeTo(0.011962625472971599, 12)],
        verdict: 'better',
      },
      {
        outcome: 'net',
        difference: expect.closeTo(-0.05545452180227296, 12),
        standardError: expect.closeTo(0.00756927875876846, 12),
        interval: [expect.closeTo(-0.08053529833426193, 12), expect.closeTo(-0.03037374527028399, 12)],
        verdict: 'worse',
      },
      { sampleRatio: { p: 1, verdict: 'fine' } },
    ])
    // In all, arm against arm as they are: 10 for each purchase more, less 0.15 for each offer.
    const [{ withOutcome, n }] = rows as [Record<'withOutcome' | 'n', { control: number; treated: number }>]
    expect(10 * (withOutcome.treated - withOutcome.control) - 0.15 * n.treated).toBeCloseTo(-2334.6, 9)
  })
})
