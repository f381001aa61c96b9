import { describe, expect, test } from 'vitest'
import { calendarOf, DAY, HOUR } from '../../shared/domain/calendar.ts'
import { roundsOf } from '../../shared/domain/campaign/scheduled-rounds.ts'
import { atOnce } from '../../shared/domain/preview/at-once.ts'
import { type Overlap, overlapsAmong } from '../../shared/domain/preview/overlaps.ts'
import { emptyPreview, previewOf, sumPreviews } from '../../shared/domain/preview/preview.ts'
import { addWords, noWords, unknownWords, wordsAsked } from '../../shared/domain/preview/words.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import { at, enrolled } from '../support/events.ts'
import { type Life, lifeOf, nothingSpecial } from '../support/life.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** What is said of a rulebook before it goes live. */

const start = '2026-06-01T04:00:00Z'
const later = (ms: number) => new Date(at(start) + ms).toISOString()
const zone = 'Asia/Shanghai'

const gold = 'audience: gold\nname: Gold\nwho: { tier: gold }'
const campaign = (more: string, id = 'c') => `campaign: ${id}
trigger: complaint.filed
guardrails: { whileCaseOpen: true }
${more}`

/** Somebody gold who has complained, on their way through whatever the rulebook has for it. */
async function living(rulebook: Rulebook): Promise<Life> {
  const life = lifeOf(rulebook)
  life.tell(enrolled({ tier: 'gold' }))
  life.hear('complaint.filed', start, { complaintId: 'C1', category: 'baggage' })
  return life
}

function whatIf({ member, rulebook: live }: Life, next: Rulebook, now = later(HOUR)) {
  const versions = new Map([live!, next].map((each) => [each.version, each]))
  const launches = roundsOf(next).filter(({ schedule }) => !schedule)
  const rulebookOf = (version: string) => versions.get(version)
  return atOnce(member, { next, live, rulebookOf, world: nothingSpecial, now: at(now), launches })
}

describe('at once', () => {
  const waits = campaign('steps: [{ wait: 10d, name: here }, { email: sorry }]')

  test('who is on the way finishes on their version, moves, or leaves, as the campaign says', async () => {
    const life = await living(await rulebookOf({ campaigns: [waits] }))
    const next = (rule: string) =>
      rulebookOf({
        campaigns: [campaign(`onNewVersion: ${rule}\nsteps: [{ wait: 12d, name: here }, { email: hello }]`)],
      })
    expect(whatIf(life, await next('finish'))).toEqual({ c: { underWay: 1, finish: 1 } })
    expect(whatIf(life, await next('move'))).toEqual({ c: { underWay: 1, move: 1 } })
    expect(whatIf(life, await next('exit'))).toEqual({ c: { underWay: 1, leave: 1 } })
  })

  test('where their campaign says the same, nothing changes for them', async () => {
    const life = await living(await rulebookOf({ campaigns: [waits] }))
    const next = await rulebookOf({ campaigns: [waits, campaign('steps: [{ email: hello }]', 'other')] })
    expect(whatIf(life, next)).toEqual({ c: { underWay: 1 } })
  })

  test('who moves past the wait has the mail at once', async () => {
    const life = await living(await rulebookOf({ campaigns: [waits] }))
    const next = await rulebookOf({
      campaigns: [campaign('onNewVersion: move\nsteps: [{ wait: 1h, name: here }, { email: hello }]')],
    })
    expect(whatIf(life, next, later(DAY))).toEqual({ c: { underWay: 1, move: 1, email: 1 } })
  })

  test('who is in the audience already begins, where the campaign takes them in', async () => {
    const live = await rulebookOf({ audiences: [gold] })
    const life = await living(live)
    const launch = (existing: boolean) =>
      rulebookOf({
        audiences: [gold],
        campaigns: [
          `campaign: hi\ntrigger: { audience: gold, on: entered, includeExisting: ${existing} }\nguardrails: { whileCaseOpen: true }\nsteps: [{ email: hello }]`,
        ],
      })
    expect(whatIf(life, await launch(true))).toEqual({ hi: { enter: 1, email: 1 } })
    expect(whatIf(life, await launch(false))).toEqual({})
  })

  test('what would have happened anyway is not told', async () => {
    const life = await living(await rulebookOf({ campaigns: [waits] }))
    const next = await rulebookOf({ campaigns: [waits], audiences: [gold] })
    expect(whatIf(life, next, later(11 * DAY))).toEqual({ c: { underWay: 1 } })
  })
})

describe('two letters for one reason', () => {
  const among = (life: Life, rulebook: Rulebook) =>
    overlapsAmong([life.member], rulebook, { now: at(later(HOUR)), calendar: calendarOf(zone) })

  test('are campaigns that begin with an event which members have had', async () => {
    const where = (category: string, id: string) =>
      `campaign: ${id}\ntrigger: { event: complaint.filed, where: { event: { category: ${category} } } }\nsteps: [{ email: sorry }]`
    const both = await rulebookOf({ campaigns: [where('baggage', 'a'), where('[baggage, meal]', 'b')] })
    const life = await living(both)
    expect(among(life, both)).toEqual([{ campaigns: ['a', 'b'], event: 'complaint.filed', members: 1 }])
    expect(among(life, await rulebookOf({ campaigns: [where('baggage', 'a'), where('meal', 'b')] }))).toEqual([])
  })

  test('for how many members is not said of an event that members do not keep', async () => {
    const upon = (id: string) => `campaign: ${id}\ntrigger: flight.rebooked\nsteps: [{ email: sorry }]`
    const both = await rulebookOf({ campaigns: [upon('a'), upon('b')] })
    const overlap = { campaigns: ['a', 'b'], event: 'flight.rebooked' }
    expect(among(await living(both), both)).toEqual([overlap])
    const page = { ...emptyPreview(), overlaps: [overlap as Overlap] }
    expect(sumPreviews(page, page).overlaps).toEqual([overlap])
  })

  test('and those whose audiences share members', async () => {
    const silver = gold.replaceAll('gold', 'silver')
    const through = (audience: string, id: string) =>
      `campaign: ${id}\ntrigger: { audience: ${audience}, on: entered }\nsteps: [{ email: hello }]`
    const rules = (one: string, other: string) =>
      rulebookOf({ audiences: [gold, silver], campaigns: [through(one, 'a'), through(other, 'b')] })
    const life = await living(await rules('gold', 'gold'))
    expect(among(life, await rules('gold', 'gold'))).toEqual([{ campaigns: ['a', 'b'], members: 1 }])
    expect(among(life, await rules('gold', 'silver'))).toEqual([])
  })

  test('and not those that write to nobody', async () => {
    const both = await rulebookOf({
      campaigns: [
        campaign('steps: [{ serviceTask: { title: Look } }]', 'a'),
        campaign('steps: [{ email: sorry }]', 'b'),
      ],
    })
    expect(among(await living(both), both)).toEqual([])
  })
})

describe('words of the rules that nobody has', () => {
  const bundle = {
    format: 1 as const,
    documents: {
      'wingback.yaml': { airline: { tier: 'never looked at' } },
      'audiences/a.yaml': {
        audience: 'a',
        who: { any: [{ tier: ['gold', '金卡'] }, { not: { tier: { is: 'blue' } } }] },
      },
      'campaigns/c.yaml': {
        campaign: 'c',
        trigger: { event: 'complaint.filed', where: { event: { category: '行李延误' } } },
        audience: { complaints: { category: 'baggage', atLeast: 1 } },
        steps: [],
      },
    },
    templates: {},
  }

  test('are told with their place, and with those that there are', async () => {
    const life = await living(await rulebookOf({}))
    const had = addWords(noWords(), [life.member])
    expect(unknownWords(wordsAsked(bundle), had)).toEqual([
      { name: 'tier', value: '金卡', in: 'audience a', had: ['gold'] },
      { name: 'tier', value: 'blue', in: 'audience a', had: ['gold'] },
      { name: 'category', value: '行李延误', in: 'campaign c', had: ['baggage'] },
    ])
  })
})

test('pages add up, and who was merged away or erased is none', async () => {
  const rulebook = await rulebookOf({ campaigns: [campaign('steps: [{ wait: 10d }]')], audiences: [gold] })
  const { member } = await living(rulebook)
  const given = {
    next: rulebook,
    live: rulebook,
    rulebookOf: () => rulebook,
    world: nothingSpecial,
    now: at(later(HOUR)),
    launches: [],
    calendar: calendarOf(zone),
  }
  const page = previewOf([member, { ...member, mergedInto: 'M2' }, { ...member, erasedAt: 1 }], given)
  expect(sumPreviews(sumPreviews(emptyPreview(), page), page)).toMatchObject({
    looked: 2,
    atOnce: { c: { underWay: 2 } },
    had: { tier: ['gold'], category: ['baggage'] },
  })
})
