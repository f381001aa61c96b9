import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answers, books, enrols } from '../support/airline.ts'
import { openRun } from '../support/pipeline.ts'
import { smallRulebook } from '../support/small-rulebook.ts'

/** A campaign that is published anew while members are on the way: some leave early, the others move and go on. */

const MEMBERS = Array.from({ length: 12 }, (_, n) => `M${n}`)
const BOOKED = new Set(MEMBERS.slice(0, 4))
const begins = '2026-06-01T12:00:00+08:00'

const campaign = (pause: string, after: string) => `campaign: letters
trigger: survey.answered
exitWhen: { happened: booking.created }
onNewVersion: move
steps:
  - split: letter
    arms: [{ arm: mail, steps: [email: hello] }, { arm: none }]
  - { wait: ${pause}, name: pause }
  - ${after}
`
const { 'campaigns/upgrade.yaml': _, 'campaigns/booked.yaml': __, ...others } = smallRulebook
const first = { ...others, 'campaigns/letters.yaml': campaign('5d', 'serviceTask: { title: Call }') }
const second = { ...others, 'campaigns/letters.yaml': campaign('3d', 'email: hello') }

let wingback: Awaited<ReturnType<typeof openRun>>

beforeAll(async () => {
  wingback = await openRun()
  await wingback.publish(first)
  await wingback.begin(begins)
  await wingback.put(MEMBERS.flatMap((id) => [enrols(id, begins)]))
  await wingback.drain()
  await wingback.put(MEMBERS.map((id) => answers(id, begins)))
  await wingback.moveTo('2026-06-02T12:00:00+08:00')
  await wingback.publish(second)
  await wingback.put([...BOOKED].map((id) => books(id, '2026-06-02T12:00:00+08:00', `PNR${id}`)))
  await wingback.drain()
  // Those who did not book hear of nothing: they move when their wait under the first version is over.
  await wingback.moveTo('2026-06-07T12:00:00+08:00')
}, 60_000)
afterAll(() => wingback.end())

async function wayOf(member: string) {
  const way = (await wingback.explain(member)).find(({ campaign: id }) => id === 'letters')!
  return { arm: way.arms!.letter, told: way.moments.map(({ outcome }) => outcome) }
}

describe('members on the way', () => {
  test('are in both arms', async () => {
    const arms = await Promise.all(MEMBERS.map(async (id) => (await wayOf(id)).arm))
    expect(new Set(arms)).toEqual(new Set(['mail', 'none']))
  })

  test('leave where what ends the campaign has happened, and get nothing more', async () => {
    for (const id of BOOKED) {
      const { arm, told } = await wayOf(id)
      const before = arm === 'mail' ? ['entered', 'split', 'decided', 'sent'] : ['entered', 'split']
      expect([...told].sort()).toEqual([...before, 'moved', 'exited'].sort())
    }
  })

  test('the others move, and go on as the new version says', async () => {
    for (const id of MEMBERS.filter((each) => !BOOKED.has(each))) {
      const { arm, told } = await wayOf(id)
      expect(told.filter((outcome) => outcome === 'moved')).toHaveLength(1)
      expect(told.filter((outcome) => outcome === 'sent')).toHaveLength(arm === 'mail' ? 2 : 1)
      expect(told).not.toContain('opened')
    }
  })

  test('nothing is left over, and nothing was an error', async () => {
    const { pending, unknown, actions } = await wingback.status()
    expect([pending, unknown, actions.serviceTask.opened]).toEqual([0, 0, 0])
    expect(wingback.errors).toEqual([])
  })
})
