import { expect, test } from 'vitest'
import { memberAt } from '../../shared/app/api/member-at.ts'
import type { Reaction } from '../../shared/app/api/reactions.ts'
import { objectsToScores } from '../../shared/domain/member/profile.ts'
import { memberWith } from '../support/conditions.ts'
import { at } from '../support/events.ts'

const enrolled = {
  ...{
    id: 'e1',
    type: 'member.enrolled',
    occurredAt: at('2026-01-01T00:00:00Z'),
    reactedAt: at('2026-01-01T00:00:00Z'),
  },
  ...{ detail: { givenName: 'Mei', profiling: true }, audiences: { entered: [], left: [] } },
} as unknown as Reaction

test.each([
  [true, 'objects to scores today objects on every earlier day'],
  [false, 'does not object today did not then'],
])('%s: whoever %s', (objects) => {
  const today = memberWith(objects ? { profiling: false } : {})
  const then = memberAt(today, [enrolled], at('2026-02-01T00:00:00Z'))
  expect(objectsToScores(then)).toBe(objects)
})
