import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { eventOf } from '../../shared/app/api/member-at.ts'
import { reactionsOf } from '../../shared/app/api/reactions.ts'
import { makeExample } from '../../shared/app/rehearsal/examples/make.ts'
import { readExamples } from '../../shared/app/rehearsal/examples/read.ts'
import { runExample } from '../../shared/app/rehearsal/examples/run.ts'
import type { MemberEvent } from '../../shared/contract/index.ts'
import { calendarOf } from '../../shared/domain/calendar.ts'
import { addExample, examplesFileOf } from '../../shared/domain/examples/add.ts'
import type { MadeExample, Scene } from '../../shared/domain/examples/made.ts'
import { namelessEvent, namesInOrder } from '../../shared/domain/examples/nameless.ts'
import { sceneOf } from '../../shared/domain/examples/scene.ts'
import { decodeMember } from '../../shared/domain/member/codec.ts'
import { factsOf } from '../../shared/domain/member/facts.ts'
import type { Receipt } from '../../shared/domain/receipt.ts'
import { played, SAMPLE_MONTH } from '../support/played.ts'
import { exampleRulebook } from '../support/whole-airline.ts'

/** An example made of a member: what it tells, what it leaves out, and that it is true. */

const about = { id: 'e-1!x', memberId: 'CW100001', occurredAt: Date.parse('2026-09-10T04:00:00Z') }

/** As part of a regular expression: names of the sample have anything in them. */
const escaped = (name: string) => name.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)

describe('an event in an example', () => {
  test.each<[string, object, object | undefined]>([
    [
      'has no name, address and birth year, and the same birthday',
      {
        ...{
          type: 'member.enrolled',
          givenName: 'Mei',
          familyName: 'Lin',
          email: 'mei@lin.cn',
          phone: '+8613912345678',
        },
        ...{ birthDate: '1988-02-29', tier: 'gold' },
      },
      { event: 'member.enrolled', fields: { birthDate: '1988-02-29', phone: '+86 138 0013 8000', tier: 'gold' } },
    ],
    [
      'keeps no year of birth',
      { type: 'member.updated', birthDate: '1988-09-14' },
      { event: 'member.updated', fields: { birthDate: '1985-09-14' } },
    ],
    [
      'says that there is no address',
      { type: 'member.updated', email: null },
      { event: 'member.updated', fields: { email: null } },
    ],
    [
      'has no text, and what the text says',
      { type: 'complaint.filed', complaintId: 'CMP-77', text: 'Your crew lost my suitcase, where is my luggage?' },
      { event: 'complaint.filed', fields: { complaintId: 'EX1', category: 'baggage' } },
    ],
    [
      'of a passenger is one of their flight',
      {
        ...{
          type: 'member.disrupted',
          carrier: 'XW',
          flightNumber: '1001',
          from: 'PEK',
          to: 'SHA',
          pnr: 'K3YWCU',
          cabin: 'C',
        },
        ...{ scheduledDeparture: Date.parse('2026-09-10T10:00:00Z'), kind: 'cancellation' },
      },
      {
        event: 'flight.disrupted',
        fields: { kind: 'cancellation', passengers: [{ cabin: 'C', pnr: expect.not.stringContaining('K3YWCU') }] },
      },
    ],
    [
      'answers what was offered last',
      { type: 'offer.accepted', offerId: 'abc' },
      { event: 'offer.accepted', fields: {} },
    ],
    ['is not told where we make it ourselves', { type: 'email.sent', actionId: 'a' }, undefined],
  ])('%s', (_name, event, told) => {
    const made = namelessEvent({ ...about, ...event } as MemberEvent, namesInOrder())
    if (told) expect(made).toMatchObject(told)
    else expect(made).toBeUndefined()
    expect(JSON.stringify(made ?? '')).not.toMatch(/Mei|Lin|mei@|139|suitcase|CMP-77|K3YWCU|CW100001/)
  })
})

const made: MadeExample = {
  example: 'Made',
  given: { at: '2026-09-09T12:00+08:00', member: { consent: { email: true } } },
  when: [{ at: '1d later', event: 'complaint.filed' }],
  expect: [{ email: 'sorry' }],
}

describe('goes into a file of examples', () => {
  test('that is not there yet', () => {
    expect(parse(addExample(undefined, 'sorry', made)!)).toEqual({ campaign: 'sorry', examples: [made] })
  })

  test('behind the others, which stay as they are written', () => {
    const text = '# Ours.\ncampaign: sorry\n\nexamples:\n  - example: First   # kept\n    expect: nothing\n'
    const added = addExample(text, 'sorry', made)!
    expect(added.startsWith(text.trimEnd())).toBe(true)
    expect(parse(added).examples).toEqual([{ example: 'First', expect: 'nothing' }, made])
  })

  test('without what all of the file begin with', () => {
    const text = `campaign: sorry\ngiven: { holdout: in, member: { tier: gold, consent: { email: false } } }\nexamples: []\n`
    const { given } = parse(addExample(text, 'sorry', made)!).examples[0]
    expect(given).toEqual({ ...made.given, holdout: 'out', member: { consent: { email: true }, tier: null } })
  })

  test('that can be read', () => {
    expect(addExample('examples: [', 'sorry', made)).toBeUndefined()
  })
})

describe('of the sample month', () => {
  test('every one comes out as it says on the same rulebook, and names nobody', async () => {
    const rulebook = await exampleRulebook()
    const { ports } = await played(rulebook, SAMPLE_MONTH)
    const { members } = await ports.members.page({ limit: 500 })
    const scenes: { scene: Scene; names: string[] }[] = []
    for (const stored of members) {
      const member = decodeMember(stored)
      const { memberId } = member
      const reactions = reactionsOf(await ports.records.list(memberId), member).map((each) => {
        const { occurredAt, reactedAt, receipts } = each
        return { event: eventOf(memberId, each), occurredAt, reactedAt, receipts }
      })
      const ids = reactions.flatMap(({ event }) => (event && 'complaintId' in event ? [event.complaintId] : []))
      const { givenName, familyName, email } = factsOf(member, 0, calendarOf(rulebook.settings.zone))
      const names = [memberId, givenName, familyName, email, ...ids].filter((name) => typeof name === 'string')
      for (const campaign of rulebook.campaigns) {
        const receipts = reactions.flatMap((each) => each.receipts).filter((each) => each.campaign === campaign.id)
        for (const key of new Set(receipts.map((each) => each.key))) {
          const scene = sceneOf({ memberId, reactions, campaign, rulebook }, new Set([key]))
          if (scene) scenes.push({ scene, names })
        }
      }
    }
    expect(scenes.length).toBeGreaterThan(200)
    const mailed = scenes.find(({ scene }) => scene.campaign.id === 'birthday')!.scene
    const isSent = ({ outcome }: Receipt) => outcome === 'sent'
    const asIfNot = mailed.reactions.map((each) => ({ ...each, receipts: each.receipts.filter((one) => !isSent(one)) }))
    const untrue = await makeExample({ ...mailed, reactions: asIfNot }, 'Made')
    expect(untrue.passed).toBe(false)
    expect(untrue.outcome?.differences).toHaveLength(1)
    await fc.assert(
      fc.asyncProperty(fc.nat(scenes.length - 1), async (which) => {
        const { scene, names } = scenes[which]!
        const { example, passed, problems } = await makeExample(scene, 'Made')
        expect({ problems, passed, example }).toMatchObject({ problems: [], passed: true })
        const text = addExample(undefined, scene.campaign.id, example)!
        for (const name of names) expect(text).not.toMatch(new RegExp(`(?<!\\p{L})${escaped(name)}(?!\\p{L})`, 'u'))
        const { examples } = readExamples(examplesFileOf(scene.campaign.id), text, rulebook)
        expect((await runExample(examples[0]!, rulebook)).passed).toBe(true)
      }),
      { numRuns: 40 },
    )
  }, 120_000)
})
