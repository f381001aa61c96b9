import { describe, expect, test } from 'vitest'
import { weakenings } from '../../shared/domain/rulebook/weakens.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** What a second person must agree to: everything that loosens what keeps money together, and nothing else. */

interface Said {
  zone?: string
  settings?: string
  budget?: string
  campaign?: string | undefined
}

const WORDS = textsIn('en').loosens

const care = 'mileValue: 0.05 CNY, perMemberPerYear: 500 CNY, approval: { above: 200 CNY }'
const paying = `campaign: c
trigger: complaint.filed
guardrails: { oncePer: complaint, entries: 2 in 30d }
limits: { inAll: 100 }
budget: care
approval: [{ when: { tier: platinum }, above: 150 CNY }, { above: 100 CNY }]
steps: [compensation: { miles: 3000, reason: sorry }]
`
const law = (more: string) => `law: { licence: EU${more} }`

async function of({ zone, settings = law(', automaticPerHour: 1000 EUR'), budget = care, campaign = paying }: Said) {
  return rulebookOf({
    ...(zone !== undefined && { zone }),
    settings,
    budget,
    campaigns: campaign === '' ? [] : [campaign],
  })
}

const looser = async (before: Said, after: Said) => weakenings(await of(before), await of(after), WORDS)
const budget = (was: string, is: string) => ({ budget: care.replace(was, is) })
const campaign = (was: string, is: string) => {
  expect(paying).toContain(was)
  return { campaign: paying.replace(was, is) }
}

describe('a second person agrees where', () => {
  test.each<[string, Said, string]>([
    [
      'a budget’s threshold is raised',
      budget('200 CNY', '201 CNY'),
      'budget care: a second person approves above 201.00 CNY, was above 200.00 CNY',
    ],
    [
      'it is taken away',
      budget(', approval: { above: 200 CNY }', ''),
      'budget care: nobody has to approve, was above 200.00 CNY',
    ],
    [
      'a channel goes by another consent',
      {
        settings: `${law(', automaticPerHour: 1000 EUR')}\nchannels: { wechat: { name: WeChat, consent: app, text: 600 } }`,
      },
      'channel wechat: goes by the consent "app", was "wechat"',
    ],
    ['a mile counts for less', budget('0.05', '0.01'), 'budget care: a mile counts for something else'],
    ['a mile counts for more', budget('0.05', '0.06'), 'budget care: a mile counts for something else'],
    [
      'a member may get more a year',
      budget('500 CNY', '501 CNY'),
      'budget care: 501.00 CNY a member and year, was 500.00 CNY',
    ],
    [
      'a member may get any amount a year',
      budget('perMemberPerYear: 500 CNY, ', ''),
      'budget care: no cap a member and year, was 500.00 CNY',
    ],
    [
      'one case of a campaign is raised',
      campaign('above: 150', 'above: 160'),
      'campaign c: a second person approves above 160.00 CNY or 100.00 CNY, by case, was above 150.00 CNY or 100.00 CNY, by case',
    ],
    [
      'miles are worth more than the money before',
      budget('above: 200 CNY', 'above: 4001 miles'),
      'budget care: a second person approves above 4001 miles, was above 200.00 CNY',
    ],
    [
      'a case is for others',
      campaign('platinum', 'gold'),
      'campaign c: a second person approves above 150.00 CNY or 100.00 CNY, by case, was above 150.00 CNY or 100.00 CNY, by case',
    ],
    [
      'the budget’s higher one counts',
      campaign('approval: [{ when: { tier: platinum }, above: 150 CNY }, { above: 100 CNY }]\n', ''),
      'campaign c: a second person approves above 200.00 CNY, was above 150.00 CNY or 100.00 CNY, by case',
    ],
    ['more members may get it', campaign('inAll: 100', 'inAll: 101'), 'campaign c: for 101 members in all, was 100'],
    [
      'any number of members may get it',
      campaign('limits: { inAll: 100 }\n', ''),
      'campaign c: for any number of members in all, was 100',
    ],
    ['a member may get it more often', campaign('2 in 30d', '3 in 30d'), 'campaign c: a member may enter more often'],
    ['a member may get it sooner again', campaign('2 in 30d', '2 in 29d'), 'campaign c: a member may enter more often'],
    [
      'one cause may become several',
      campaign('oncePer: complaint', 'oncePer: event'),
      'campaign c: once per event, was once per complaint',
    ],
    [
      'the hour’s limit is raised',
      { settings: law(', automaticPerHour: 1000.01 EUR') },
      'law: 1,000.01 EUR an hour without a person, was 1,000.00 EUR',
    ],
    [
      'another currency is paid by itself',
      { settings: law(', automaticPerHour: [1000 EUR, 1 USD]') },
      'law: 1.00 USD an hour without a person, was none',
    ],
    [
      'what is granted by hand has no limit any more',
      { settings: law(', automaticPerHour: 1000 USD') },
      'law: 1,000.00 USD an hour without a person, was none\nlaw: no hourly limit for payments by hand in EUR, was 1,000.00 EUR',
    ],
    [
      'the law is not computed any more',
      { settings: '' },
      'law: no hourly limit for payments by hand in EUR, was 1,000.00 EUR',
    ],
    [
      'what the law owes is worked out otherwise',
      { settings: 'law: { licence: CN, automaticPerHour: 1000 EUR }' },
      'law: what is owed is worked out by other rules',
    ],
    [
      'days begin otherwise',
      { zone: 'Europe/London' },
      'zone Europe/London, was Asia/Shanghai: days and years of limits begin at another time',
    ],
  ])('%s', async (_name, after, line) => {
    expect((await looser({}, after)).join('\n')).toBe(line)
  })

  test('a budget, a payment by law or a paying campaign is new', async () => {
    const before = await of({ settings: '', campaign: '' })
    expect(weakenings({ ...before, budgets: {} }, before, WORDS)).toEqual(['budget care is new: 1,000.00 CNY'])
    expect(await looser({ settings: '' }, {})).toEqual(['law: 1,000.00 EUR an hour without a person, was none'])
    const free = 'mileValue: 0.05 CNY'
    const none = paying.replace(/approval: .*\n/, '')
    expect(await looser({ budget: free, campaign: '' }, { budget: free, campaign: none })).toEqual([
      "campaign c is new and pays without anybody's approval",
    ])
    expect(await looser({ campaign: '' }, { campaign: paying.replace('150 CNY', '250 CNY') })).toEqual([
      'campaign c is new: a second person approves above 250.00 CNY or 100.00 CNY, by case, was above 200.00 CNY for others',
    ])
  })

  test('a budget is larger, or in other money', async () => {
    const before = await of({})
    const with_ = (more: object) => ({ ...before, budgets: { care: { ...before.budgets.care!, ...more } } })
    expect(weakenings(before, with_({ limitMinor: 100_001 }), WORDS)).toEqual([
      'budget care: limit 1,000.01 CNY, was 1,000.00 CNY',
    ])
    expect(weakenings(before, with_({ currency: 'JPY' }), WORDS)[0]).toBe('budget care: in JPY, was in CNY')
  })
})

describe('nobody else is asked where', () => {
  test.each<[string, Said]>([
    ['nothing changes', {}],
    ['thresholds and caps are lower', { budget: care.replace('200', '100').replace('500', '400') }],
    ['a budget that had none gets a threshold', {}],
    ['a campaign pays more, up to the same threshold', campaign('miles: 3000', 'miles: 30000')],
    ['the words change', campaign('reason: sorry', 'reason: apology')],
    ['a campaign is gone', { campaign: '' }],
    ['the hour’s limit is lower', { settings: law(', automaticPerHour: 999 EUR') }],
    [
      'all cases are one that is as low as the lowest',
      campaign('[{ when: { tier: platinum }, above: 150 CNY }, { above: 100 CNY }]', '{ above: 100 CNY }'),
    ],
    ['a member gets it once', campaign('oncePer: complaint', 'oncePer: ever')],
  ])('%s', async (_name, after) => {
    expect(await looser({}, after)).toEqual([])
  })

  test('a new campaign grants under its budget’s threshold', async () => {
    const own = paying.replace(/approval: .*\n/, '')
    expect(await looser({ campaign: '' }, { campaign: own })).toEqual([])
  })
})
