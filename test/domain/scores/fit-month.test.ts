import { beforeEach, describe, expect, test } from 'vitest'
import { readRulebookFolder } from '../../../cli/rulebook/read.ts'
import { createMemoryPorts } from '../../../shared/adapters/memory/index.ts'
import { type FitDependencies, fitMonth } from '../../../shared/app/scores/fit-month.ts'
import { templateBuilder } from '../../../shared/app/templates/build.ts'
import { calendarOf, DAY } from '../../../shared/domain/calendar.ts'
import { encodeMember } from '../../../shared/domain/member/codec.ts'
import type { Flown, Member, Profile } from '../../../shared/domain/member/member.ts'
import { newMember } from '../../../shared/domain/member/new.ts'
import { packBundle, packFiles } from '../../../shared/domain/rulebook/bundle.ts'
import { loadRulebook } from '../../../shared/domain/rulebook/load.ts'
import { observedIn } from '../../../shared/domain/scores/churn/known-at.ts'
import { faultOfChurnModel } from '../../../shared/domain/scores/churn/model.ts'
import { faultOfLifetimeModel } from '../../../shared/domain/scores/lifetime/model.ts'
import { lifetimeObservedIn } from '../../../shared/domain/scores/lifetime/observed.ts'
import type { Fit } from '../../../shared/ports/index.ts'
import { type ApiInMemory, apiInMemory } from '../../support/api.ts'
import { memberWith } from '../../support/conditions.ts'

/** The monthly fits of models of scores: from members to a draft that a person may publish. */

const NOW = Date.parse('2026-12-01T20:30:00Z')
const CALENDAR = calendarOf('UTC')
const LOOKED = { cutoff: Date.parse('2026-06-04T00:00:00Z'), horizonDays: 180 }
const PATH = 'models/churn.json'

let api: ApiInMemory

const flown = (at: number): Flown => ({
  ...{ at, first: at, eventId: `f${at}`, carrier: 'CA', flightNumber: '1501', from: 'PEK', to: 'SHA' },
  ...{ date: new Date(at).toISOString().slice(0, 10), cabin: 'Y', distanceKm: 1000 },
})

const daysFrom = (days: number) => LOOKED.cutoff + days * DAY

/** Members with a bad complaint mostly stay away, others mostly come back, whenever they flew last. */
function someMember(i: number): Member {
  const complained = i % 3 === 0
  const lost = (i * 61) % 100 < (complained ? 85 : 10)
  const before = Array.from({ length: 2 + (i % 5) }, (_, n) => flown(daysFrom(-20 - ((i * 7) % 60) - 50 * n)))
  return {
    ...newMember(`M${i}`),
    flights: [...(lost ? [] : [flown(daysFrom(10 + (i % 150)))]), ...before],
    complaints: complained
      ? [{ complaintId: `C${i}`, filed: { at: daysFrom(-10), eventId: 'c', category: 'crew' } }]
      : [],
  }
}

async function live(models: Record<string, object> = {}, locale = 'en'): Promise<string> {
  const { files: written } = await readRulebookFolder('cli/starter')
  const settings = written['wingback.yaml']!.replace(/^locale: .*$/m, `locale: ${locale}`)
  const more = Object.entries(models).map(([name, model]) => [`models/${name}.json`, JSON.stringify(model)])
  const files = { ...written, 'wingback.yaml': settings, ...Object.fromEntries(more) }
  const loaded = await loadRulebook(files, templateBuilder(files))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  await api.call('PUT', '/v1/rulebooks', 'li', packBundle(loaded.bundle))
  await api.ports.rulebooks.writeFiles(loaded.rulebook.version, packFiles(files))
  return loaded.rulebook.version
}

async function enrol(members: readonly Member[]): Promise<void> {
  for (const member of members) {
    await api.ports.members.write({ memberId: member.memberId, version: 1, state: encodeMember(member) })
  }
}

const fitNow = (now = NOW, ports: FitDependencies['ports'] = api.ports) =>
  fitMonth({ ports, rulebooks: api.context.rulebooks, now, msPerLook: Number.POSITIVE_INFINITY })

/** What came of the churn model, or of the model of a lifetime. */
async function churnNow(...given: Parameters<typeof fitNow>): Promise<Fit<'churn'>> {
  return (await fitNow(...given)).find((fit) => fit.score === 'churn')!
}
async function lifetimeNow(...given: Parameters<typeof fitNow>): Promise<Fit<'lifetime'>> {
  return (await fitNow(...given)).find((fit) => fit.score === 'lifetime')!
}

beforeEach(() => {
  api = apiInMemory(NOW)
})

describe('the model of a month', () => {
  test('is a draft where it is better, with its card, and people make it live', async () => {
    await live()
    await enrol(Array.from({ length: 600 }, (_, i) => someMember(i)))
    const made = await churnNow()
    expect(made).toMatchObject({ month: '2026-12', verdict: 'better', members: 600, liveModel: 'shipped-1' })
    expect(made.report!.betterThanLive!.logLoss[0]).toBeGreaterThan(0)
    const { draft } = (await api.call('GET', `/v1/drafts/${made.draft}`, 'li')).body
    expect(draft).toMatchObject({ name: 'Churn model of 2026-12', state: 'open', createdBy: 'wingback' })
    expect(Object.keys(draft.files)).toEqual([PATH])
    const model = JSON.parse((await api.call('GET', `/v1/drafts/${made.draft}`, 'li')).body.texts[PATH])
    expect(faultOfChurnModel(model)).toBeUndefined()
    expect(model.features.badComplaints.weight).toBeGreaterThan(0)
    expect(model).toMatchObject({ trainedOn: { members: 600 }, judged: { auc: made.report!.auc } })
    const step = (by: string, what: object) => api.call('POST', `/v1/drafts/${made.draft}/steps`, by, what)
    expect((await step('li', { step: 'ask' })).status).toBe(200)
    const approved = await api.call('POST', `/v1/drafts/${made.draft}/reviews`, 'chen', { decision: 'approve' })
    expect(approved.status).toBe(200)
    const published = await api.call('POST', `/v1/drafts/${made.draft}/publications`, 'li', { how: 'now' })
    expect(published.body.draft.state).toBe('live')
    const { rulebook } = await api.ports.world.read()
    expect((await api.context.rulebooks.load(rulebook!)).models.churn.version).toBe(model.version)
    expect(await fitNow()).toEqual([])
    // Now it is the one to beat: of the same members there is nothing better to learn.
    const next = await churnNow(NOW, { ...api.ports, fits: createMemoryPorts().fits })
    expect(next).toMatchObject({ liveModel: model.version, verdict: 'not-better-than-live' })
  })

  test('is refused where it is no better than what is plainer, and kept with its report', async () => {
    await live()
    await enrol(
      Array.from({ length: 400 }, (_, i) => {
        const member = someMember(i)
        // Who comes back is chance.
        const stays = (i * 7919) % 13 < 7
        const before = member.flights.filter(({ at }) => at < LOOKED.cutoff)
        return { ...member, flights: stays ? [flown(daysFrom(30)), ...before] : before }
      }),
    )
    const made = await churnNow()
    expect(made.verdict).toBe('not-better-than-plain')
    expect(made.draft).toBeUndefined()
    expect(made.model).toBeDefined()
    const { drafts } = (await api.call('GET', '/v1/drafts', 'li')).body
    expect(drafts.filter(({ name }: { name: string }) => name.startsWith('Churn'))).toEqual([])
    const { fits } = (await api.call('GET', '/v1/fits', 'li')).body
    expect(fits).toMatchObject([{ month: '2026-12', score: 'churn', members: 400 }, { score: 'lifetime' }])
  })

  test('waits for members and for a rulebook', async () => {
    expect(await fitNow()).toEqual([])
    await live()
    await enrol(Array.from({ length: 30 }, (_, i) => someMember(i)))
    expect(await fitNow()).toMatchObject([
      { score: 'churn', verdict: 'too-few', members: 30 },
      { score: 'lifetime', verdict: 'too-few', members: 30 },
    ])
  })

  test('that was begun by a run that died is made once', async () => {
    await live()
    await enrol(Array.from({ length: 600 }, (_, i) => someMember(i)))
    const dies = { ...api.ports.fits, write: () => Promise.reject(new Error('died')) }
    const ports = { ...api.ports, fits: dies }
    await expect(fitNow(NOW, ports)).rejects.toThrow('died')
    const made = await churnNow(NOW + DAY)
    const { drafts } = (await api.call('GET', '/v1/drafts', 'li')).body
    expect(drafts.filter(({ name }: { name: string }) => name.startsWith('Churn'))).toHaveLength(1)
    expect(made.draft).toBeDefined()
  })

  test('whose draft people have discarded before a run ended is not proposed to them again', async () => {
    await live()
    await enrol(Array.from({ length: 600 }, (_, i) => someMember(i)))
    const dies = { ...api.ports.fits, write: () => Promise.reject(new Error('died')) }
    await expect(fitNow(NOW, { ...api.ports, fits: dies })).rejects.toThrow('died')
    const { drafts } = (await api.call('GET', '/v1/drafts', 'li')).body
    const { id } = drafts.find(({ name }: { name: string }) => name.startsWith('Churn'))
    expect((await api.call('POST', `/v1/drafts/${id}/steps`, 'li', { step: 'discard' })).status).toBe(200)
    expect(await churnNow(NOW + DAY)).toMatchObject({ draft: id })
    expect((await api.call('GET', `/v1/drafts/${id}`, 'li')).body.draft.state).toBe('discarded')
  })

  test('is named in the language of the rulebook', async () => {
    await live({}, 'zh-CN')
    await enrol(Array.from({ length: 600 }, (_, i) => someMember(i)))
    const { draft } = (await api.call('GET', `/v1/drafts/${(await churnNow()).draft}`, 'li')).body
    expect(draft.name).toBe('2026-12 流失模型')
  })
})

describe('the model of a lifetime', () => {
  /** Many flew often until they left, others still do: who goes by how often they flew alone is wrong of the former. */
  function comesAndGoes(i: number): Member {
    const every = 12 + ((i * 37) % 70)
    const gone = i % 3 === 0 ? 90 + ((i * 53) % 200) : 0
    const days = Array.from({ length: 24 }, (_, n) => -((i * 13) % every) - gone - every * n).filter(
      (day) => day > -640,
    )
    const later =
      gone > 0 ? [] : Array.from({ length: 14 }, (_, n) => 3 + every * n + ((i * 7) % 5)).filter((day) => day < 179)
    const fare = { amountMinor: 60_000 + ((i * 9973) % 80_000), currency: 'CNY' }
    const flights = [...later.reverse(), ...days].map((day) => ({ ...flown(daysFrom(day)), fare }))
    return { ...newMember(`M${i}`), flights }
  }

  test('is a draft where it is better, and facts are known once people made it live', async () => {
    await live()
    await enrol(Array.from({ length: 400 }, (_, i) => comesAndGoes(i)))
    const made = await lifetimeNow()
    expect(made).toMatchObject({ month: '2026-12', verdict: 'better', members: 400, liveModel: 'shipped-1' })
    const report = made.report!
    for (const [low] of Object.values(report.betterBy)) expect(low).toBeGreaterThan(0)
    expect(report.expected.flights / report.observed.flights).toBeCloseTo(1, 0)
    expect(report.check!.paretoNbd).toBeGreaterThan(0)
    const { draft, texts } = (await api.call('GET', `/v1/drafts/${made.draft}`, 'li')).body
    expect(draft).toMatchObject({ name: 'Lifetime model of 2026-12', state: 'open', createdBy: 'wingback' })
    const model = JSON.parse(texts['models/lifetime.json'])
    expect(faultOfLifetimeModel(model)).toBeUndefined()
    expect(model).toMatchObject({ spend: { currency: 'CNY' }, judged: { n: 400, deviance: report.deviance } })
    const step = (by: string, what: object) => api.call('POST', `/v1/drafts/${made.draft}/steps`, by, what)
    await step('li', { step: 'ask' })
    await api.call('POST', `/v1/drafts/${made.draft}/reviews`, 'chen', { decision: 'approve' })
    await api.call('POST', `/v1/drafts/${made.draft}/publications`, 'li', { how: 'now' })
    const [gone, there] = ['M0', 'M1'].map((id) => api.call('GET', `/v1/members/${id}`, 'li'))
    const [of0, of1] = [(await gone!).body.scores, (await there!).body.scores]
    expect(of0.alive).toBeLessThan(of1.alive)
    expect(of1.lifetimeValue).toMatchObject({ currency: 'CNY', amountMinor: expect.any(Number) })
    // Now it is the one to beat: of the same members there is nothing better to learn.
    const next = await lifetimeNow(NOW, { ...api.ports, fits: createMemoryPorts().fits })
    expect(next).toMatchObject({ liveModel: model.version, verdict: 'not-better-than-live' })
    expect(next.draft).toBeUndefined()
  })

  test('leaves out who objected, and money where hardly any fares are known', async () => {
    await live()
    const members = Array.from({ length: 400 }, (_, i) => comesAndGoes(i)).map((member, i) => ({
      ...member,
      flights: member.flights.map(({ fare, ...flight }) => (i < 20 ? { ...flight, fare: fare! } : flight)),
      ...(i >= 380 && { layers: [{ at: 0, eventId: 'e', fields: { profiling: false } }] }),
    }))
    await enrol(members)
    const made = await lifetimeNow()
    expect(made).toMatchObject({ members: 380, model: { spend: null, trainedOn: { members: 380 } } })
    expect(made.report!.expected.spend).toBeNull()
  })
})

describe('a member as they were', () => {
  const observe = (more: Partial<Member>, profile: Profile = {}) => {
    const member = memberWith(profile, { flights: [flown(daysFrom(-40))], ...more })
    return observedIn(member, LOOKED, CALENDAR)
  }

  test('is known by what happened before, and has flown again by what came after', () => {
    expect(observe({})).toMatchObject({ lost: true, history: { repeats: 0, last: daysFrom(-40) } })
    const again = [flown(daysFrom(179)), flown(daysFrom(-40))]
    expect(observe({ flights: again })).toMatchObject({ lost: false, history: { repeats: 0 } })
    expect(observe({ flights: [flown(daysFrom(181)), flown(daysFrom(-40))] })).toMatchObject({ lost: true })
    const filed = { at: daysFrom(-5), eventId: 'c', category: 'crew' }
    const resolved = { at: daysFrom(5), eventId: 'r', outcome: 'upheld' as const }
    const complaints = [{ complaintId: 'C1', filed, resolved }]
    expect(observe({ complaints })!.history.badComplaints).toEqual([daysFrom(-5)])
    const later = [{ complaintId: 'C1', filed: { ...filed, at: daysFrom(5) } }]
    expect(observe({ complaints: later })!.history.badComplaints).toEqual([])
    expect(observe({ surveys: [{ at: daysFrom(1), eventId: 's', nps: 0 }] })!.history.poorSurveys).toEqual([])
  })

  test('is left out where it cannot be told, or must not be', () => {
    expect(observe({ flights: [flown(daysFrom(3))] })).toBeUndefined()
    expect(observe({}, { profiling: false })).toBeUndefined()
    expect(observe({ erasedAt: NOW })).toBeUndefined()
    expect(observe({ mergedInto: 'CA2' })).toBeUndefined()
    const opening = {
      ...{ asOf: '2026-08-01', flights: 4, distanceKm: 4000 },
      spend: { amountMinor: 0, currency: 'CNY' },
    }
    expect(observe({}, { opening })).toBeUndefined()
    // A balance has the flights of its own day, which may be of the days that are judged.
    expect(observe({}, { opening: { ...opening, asOf: '2026-06-04' } })).toBeUndefined()
    expect(observe({}, { opening: { ...opening, asOf: '2026-06-03' } })).toBeDefined()
    const earlier = { ...opening, asOf: '2026-05-01' }
    expect(observe({}, { opening: earlier })).toBeDefined()
  })

  const spend = { amountMinor: 0, currency: 'CNY' }
  const then = { asOf: '2026-05-31', flights: 4, distanceKm: 4000, spend, lastFlightOn: '2026-05-20' }
  const latest = { asOf: '2026-11-30', flights: 5, distanceKm: 5000, spend, lastFlightOn: '2026-07-01' }
  const younger = { ...latest, asOf: '2026-07-31', told: 0 }

  test('has the balance that stood then, however many came since', () => {
    const known = observe({}, { opening: then })!
    const balances = [younger, { ...then, told: 0 }]
    expect(observe({ balances }, { opening: latest })).toEqual(known)
    const again = [flown(daysFrom(30)), flown(daysFrom(-40))]
    expect(observe({ balances, flights: again }, { opening: latest })).toEqual({ ...known, lost: false })
    expect(observe({ balances: [younger] }, { opening: latest })).toBeUndefined()
    const looked = { ...LOOKED, currency: 'CNY' }
    const stayed = memberWith({ opening: then }, { flights: again })
    const sentAgain = memberWith({ opening: latest }, { flights: again, balances })
    expect(lifetimeObservedIn(sentAgain, looked, CALENDAR)).toEqual(lifetimeObservedIn(stayed, looked, CALENDAR))
  })

  test('is learned from at an airline that sends balances every night, and counted where none is old enough', async () => {
    await live()
    const layers = [{ at: NOW, eventId: 'b', fields: { opening: latest } }]
    const nightly = Array.from({ length: 600 }, (_, i) => {
      return { ...someMember(i), layers, balances: i < 500 ? [younger, { ...then, told: 0 }] : [younger] }
    })
    await enrol(nightly)
    expect(await fitNow()).toMatchObject([
      { score: 'churn', members: 500, withoutBalance: 100, verdict: 'better' },
      { score: 'lifetime', members: 500, withoutBalance: 100 },
    ])
  })
})
