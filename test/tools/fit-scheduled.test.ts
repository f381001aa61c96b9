import { expect, test } from 'vitest'
import { showScheduled } from '../../cli/fit/scheduled.ts'
import type { Session } from '../../cli/session.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import type { Fit } from '../../shared/ports/index.ts'

const made = { month: '2026-12', at: 0, cutoff: '2026-06-04', horizonDays: 180, liveModel: 'shipped-1' }
const FITS: Fit[] = [
  { ...made, score: 'churn', members: 3, lost: 1, verdict: 'too-few', withoutBalance: 12_345 },
  { ...made, score: 'lifetime', members: 3, lost: 1, verdict: 'too-few', withoutBalance: 12_345 },
]

/** What is printed of fits. */
async function printed(fits: Fit[], language: Language): Promise<string> {
  let text = ''
  const client = { call: async () => ({ fits }) }
  const show = async (_: object, lines: () => string[]) => {
    text = lines().join('\n')
  }
  await showScheduled({ client, show, language } as unknown as Session)
  return text
}

test.each([
  ['en', 'Of 12,345 members no opening balance of before 2026-06-04 is known: they are left out this month.'],
  ['zh-CN', '12,345 名会员没有 2026-06-04 之前的期初余额，本月未计入。'],
] as const)('monthly fits say in %s of how many members no balance is old enough, once', async (language, sentence) => {
  expect((await printed(FITS, language)).split(sentence)).toHaveLength(2)
  const nobody = FITS.map(({ withoutBalance, ...fit }) => fit) as Fit[]
  expect(await printed(nobody, language)).not.toContain('2026-06-04')
})
