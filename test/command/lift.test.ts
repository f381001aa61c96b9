import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** `wingback lift` as a person runs it. What it works out: test/tools/lift.test.ts. */

let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wingback-lift-'))
  file = join(folder, 'mails.csv')
  const rows = Array.from(
    { length: 4000 },
    (_, i) => `${i % 2 ? 'no mail' : 'mail'},${i % 20 < 3 ? 'yes' : 'no'},${i % 7}`,
  )
  await writeFile(file, ['segment,booked,before', ...rows].join('\r\n'))
})
afterAll(() => rm(folder, { recursive: true }))

function lift(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['cli/main.ts', 'lift', ...args], (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err })
    })
  })
}

const asked = ['--arm', 'segment', '--control', 'no mail', '--outcome', 'booked']

describe('wingback lift', () => {
  test('answers in JSON, whatever the order of the options', async () => {
    const { code, out } = await lift(
      '--cost',
      'mail=0.15',
      '--value=10',
      ...asked,
      '--json',
      '--before',
      'before',
      file,
    )
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject([
      { arm: 'mail', outcome: 'booked', n: { control: 2000, treated: 2000 }, cuped: { theta: expect.any(Number) } },
      { arm: 'mail', outcome: 'net' },
      { sampleRatio: { p: 1, verdict: 'fine' } },
    ])
  })

  test('answers in words, in English and in Chinese', async () => {
    expect((await lift(file, ...asked)).out).toContain('mails.csv: 4,000 members, compared with "no mail" (2,000)')
    expect((await lift(file, ...asked, '--lang', 'zh-CN')).out).toContain('对照组为“no mail”')
  })

  test('answers sums', async () => {
    const sums = join(folder, 'sums.json')
    const arm = { kind: 'proportion', n: 1000, sum: 100 }
    await writeFile(
      sums,
      JSON.stringify({ cases: [{ id: 'a', test: 'seq-two', a: arm, b: { ...arm, sum: 150 }, diff: 'absolute' }] }),
    )
    const { code, out } = await lift('--summary', sums, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject([{ id: 'a', difference: expect.closeTo(0.05, 12) }])
    expect((await lift('--summary', sums)).out).toContain('1 of 1 cases answered.')
  })

  test.each([
    ['a file', ['--json'], 'lift needs a file, or --summary'],
    ['what to compare', [], '--arm, --control, --outcome'],
    ['an amount that is one', [...asked, '--cost', 'mail=much'], '"much" is not a number such as 0.15'],
    ['a cost of an arm', [...asked, '--cost', '0.15'], 'It must be ARM=AMOUNT'],
    ['a share above nothing', [...asked, '--share', 'mail=0'], 'A share must be above 0'],
    ['a plan that is one', [...asked, '--planned', '0'], 'It must be a whole number'],
    [
      'a control that is there',
      ['--arm', 'segment', '--control', 'nomail', '--outcome', 'booked'],
      'did you mean "no mail"?',
    ],
  ])('needs %s', async (what, args, message) => {
    const { code, err } = await lift(...(what === 'a file' ? [] : [file]), ...args)
    expect(code).toBe(1)
    expect(err).toContain(message)
  })

  test('says which outcome the net is of, where it was not told', async () => {
    const { err } = await lift(
      file,
      '--arm',
      'segment',
      '--control',
      'no mail',
      '--outcome',
      'booked,before',
      '--value',
      '2',
    )
    expect(err).toContain('net is worked out from "booked"')
  })
})
