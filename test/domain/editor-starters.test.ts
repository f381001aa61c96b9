import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { starterOfFact } from '../../console/editing/conditions/asked.ts'
import { propertiesOf, starterOf } from '../../console/editing/schema.ts'

/** What the editors put where somebody adds something is what most people mean by it. */

test('a goal begins as a booking within two months: a member who enrolled once cannot do so again', () => {
  const campaign = JSON.parse(readFileSync('docs/rules/campaign.schema.json', 'utf8'))
  expect(starterOf(propertiesOf(campaign).goal!, campaign)).toEqual({ event: 'booking.created', within: '60d' })
})

test('the time since the last flight begins with flights of any carrier', () => {
  expect(starterOfFact('lastFlight')).toEqual({ lastFlight: { atLeast: '180d' } })
})
