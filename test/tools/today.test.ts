import { beforeEach, expect, test } from '@jest/globals'
import { beginDay } from '../../shared/app/rounds/begin-day.ts'
import { templateBuilder } from '../../shared/app/templates/build.ts'
import { packBundle } from '../../shared/domain/rulebook/bundle.ts'
import { loadRulebook } from '../../shared/domain/rulebook/load.ts'
import { type ApiInMemory, apiInMemory } from '../support/api.ts'
import { smallRulebook } from '../support/small-rulebook.ts'

/** 18:00 in the zone of the rulebook. */
const EVENING = Date.parse('2026-10-05T10:00:00Z')
const HOUR = 3_600_000
let api: ApiInMemory

beforeEach(async () => {
  api = apiInMemory(EVENING)
  const loaded = await loadRulebook(smallRulebook, templateBuilder(smallRulebook))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  await api.call('PUT', '/v1/rulebooks', 'li', packBundle(loaded.bundle))
})

const minute = async () => beginDay(api.ports, api.context.rulebooks, await api.ports.world.read(), api.clock.now)
const today = async () => (await api.call('GET', '/v1/today', 'li')).body
const sent = (emails: number) => api.ports.tally.add({ 'email.sent': emails })

test('what came since yesterday began is counted, whatever the minute', async () => {
  await sent(7)
  await minute()
  await sent(2)
  api.clock.now += 12 * HOUR
  await minute()
  await sent(1)
  await minute()
  expect(await today()).toMatchObject({ since: '2026-10-05T10:00:00.000Z', actions: { email: { sent: 3 } } })
  api.clock.now += 24 * HOUR
  await minute()
  expect(await today()).toMatchObject({ since: '2026-10-05T22:00:00.000Z', actions: { email: { sent: 1 } } })
})

test('where nothing ran yesterday, since today began; where nothing did, in all', async () => {
  await sent(5)
  expect(await today()).toMatchObject({ since: null, actions: { email: { sent: 5 } } })
  await minute()
  await sent(1)
  expect(await today()).toMatchObject({ since: '2026-10-05T10:00:00.000Z', actions: { email: { sent: 1 } } })
})
