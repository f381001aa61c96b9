import { execFile } from 'node:child_process'
import { expect, test } from 'vitest'

/** `wingback plan` as a person runs it. That it holds what it says: test/command/bench.test.ts. */
function plan(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['cli/main.ts', 'plan', ...args], (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err })
    })
  })
}

const asked = ['--per-month', '4000', '--rate', '8.9%']

test('says by when an effect is seen, and the smallest holdout that shows it in time', async () => {
  const { code, out } = await plan(...asked, '--effect', '2%', '--json')
  expect(code).toBe(0)
  const said = JSON.parse(out)
  expect(said).toMatchObject({ perMonth: 4000, months: 6, rate: 0.089, effect: 0.02, choose: 0.2 })
  const byHoldout = new Map<number, { enoughAt: number; smallestEffect: number; seenAt: number }>(
    said.holdouts.map((each: { holdout: number }) => [each.holdout, each]),
  )
  // 25 of 8.9 % of a tenth of all.
  expect(byHoldout.get(0.1)!.enoughAt).toBe(Math.ceil(25 / (0.089 * 0.1)))
  for (const { smallestEffect, seenAt } of byHoldout.values()) expect(smallestEffect <= 0.02).toBe(seenAt <= 24_000)
})

test('of money asks for how widely it differs', async () => {
  const { out } = await plan(...asked, '--deviation', '520', '--effect', '25', '--months', '12', '--holdout', '20%')
  expect(out).toContain('25.00 seen from')
  expect(out).toContain('Choose 20 %')
})

test('says where nothing can be told, and where no holdout shows it in time', async () => {
  const { out } = await plan('--per-month', '40', '--rate', '0.1%', '--effect', '1%')
  expect(out).toContain('too small to tell')
  expect(out).toContain('None of these holdouts shows it within 6 months')
  expect((await plan(...asked, '--lang', 'zh-CN', '--effect', '2%')).out).toContain('建议选择 20 %')
})

test.each([
  [['--per-month', '4000'], 'plan needs --rate, or a campaign to rehearse'],
  [['we-miss-you'], 'needs the folder of its rulebook'],
  [['--per-month', '0', '--rate', '9%'], 'It must be a whole number'],
  [['--per-month', '10', '--rate', '100%'], 'It must be a share above 0 and below 100 %'],
  [[...asked, '--effect', '25'], '--effect: "25" cannot be read. It must be a share'],
  [[...asked, '--deviation', '-1'], 'It must be an amount above 0'],
])('refuses %j', async (args, message) => {
  const { code, err } = await plan(...args)
  expect(code).toBe(1)
  expect(err).toContain(message)
})
