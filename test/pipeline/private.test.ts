import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answers, books, complains, enrols, flies, isDisrupted, isErased, leg, merges } from '../support/airline.ts'
import { partsOf, startProcess } from '../support/pipeline.ts'

/**
 * Names, addresses and people's words that are unmistakable go through everything, also where it goes wrong: whatever
 * the run prints, at its most talkative, has none of them.
 */

const MARK = 'zzyxmark'
const marked = new RegExp(MARK, 'i')
const at = '2026-10-05T04:00:00Z'

let folder: string
let wingback: Awaited<ReturnType<typeof startProcess>>
let printed = ''

beforeAll(async () => {
  process.env.POWERTOOLS_LOG_LEVEL = 'DEBUG'
  folder = await mkdtemp(join(tmpdir(), 'wingback-'))
  wingback = await startProcess('--data', folder, '--empty')
  await wingback.begin(at)
  await everythingHappens()
  await somethingIsWrong()
  await wingback.moveTo('2026-10-05T08:00:00Z')
  await allOfItBreaks()
  printed += wingback.printed()
  wingback = await startProcess('--data', folder, '--empty')
  await everythingHappens()
  await wingback.drain()
}, 120_000)
afterAll(async () => {
  delete process.env.POWERTOOLS_LOG_LEVEL
  await wingback.kill()
  await rm(folder, { recursive: true, force: true })
})

const person = {
  givenName: `${MARK}-given`,
  familyName: `${MARK}-family`,
  companyId: `${MARK}-company`,
  preferences: { meal: `${MARK}-meal` },
  tier: 'platinum',
}

async function everythingHappens(): Promise<void> {
  const text = `${MARK} is what I said`
  await wingback.put([
    enrols('P1', at, { ...person, email: `${MARK}.one@example.com` }),
    enrols('P2', at, { ...person, email: `bounce+${MARK}@simulator.amazonses.com` }),
    enrols('P3', at, { ...person, email: `complaint+${MARK}@simulator.amazonses.com` }),
    enrols('P4', at, { ...person, email: `${MARK}.four@example.com` }),
  ])
  await wingback.drain()
  await wingback.put([
    ...['P1', 'P2', 'P3'].map((id) => complains(id, at, `CMP-${id}`, { text, severity: 5, flight: leg(at) })),
    answers('P1', at, { comment: text }),
    books('P1', at, 'ZZYXMARK'),
    flies('P4', '2026-10-01T04:00:00Z'),
    isDisrupted(['P1', 'P2', 'P3', 'P4'], at),
    merges('P4', at, 'P1'),
    isErased('P3', at),
  ])
  await wingback.drain()
}

/** Each of these is refused, set aside or fails. */
async function somethingIsWrong(): Promise<void> {
  await wingback.put([
    complains('P1', at, 'CMP-X', { severity: MARK, text: MARK }),
    complains('P1', MARK, 'CMP-Y', { text: MARK }),
    enrols('P5', at, { email: `${MARK} is no address`, birthDate: MARK }),
    { type: `member.${MARK}`, detail: { id: MARK, memberId: { name: MARK } } },
    { type: 'flight.disrupted', detail: { id: 'F1', occurredAt: at, passengers: [{ memberId: 'P1', name: MARK }] } },
  ])
  await wingback.drain()
  await wingback.command('set-aside', 'replay')
  const refusedOnes: [string, string, object?][] = [
    ['GET', `/v1/members/${MARK}`],
    ['GET', `/v1/${MARK}?name=${MARK}`],
    ['POST', '/v1/pauses', { campaign: MARK, by: MARK }],
    ['POST', '/v1/test-sends', { campaign: 'birthday', to: `${MARK}@example.com`, member: MARK }],
    ['PUT', '/v1/rulebooks', { name: MARK }],
    ['POST', '/v1/clock', { to: MARK }],
  ]
  for (const [method, path, body] of refusedOnes) await expect(wingback.call(method, path, body)).rejects.toThrow()
  for (const path of [`/o/${MARK}.${MARK}`, `/u/${MARK}`]) await fetch(wingback.api + path, { method: 'POST' })
}

/** What stands in for AWS dies while there is work. */
async function allOfItBreaks(): Promise<void> {
  await wingback.put(Array.from({ length: 20 }, (_, i) => complains('P1', at, `CMP-${i}`, { text: MARK })))
  process.kill(await partsOf(wingback), 'SIGKILL')
  await wingback.exited
}

test('enough happened for something to be said of it', async () => {
  const mails = await wingback.mails()
  expect(mails.some(({ body }) => marked.test(body.text))).toBe(true)
  expect(await wingback.status()).toMatchObject({ members: 3, events: { setAside: 6 } })
  expect((await wingback.setAsides()).length).toBeGreaterThanOrEqual(5)
})

test('and nothing personal was printed', () => {
  printed += wingback.printed()
  expect(printed).toContain('woke members')
  expect(printed).toContain('ended unexpectedly')
  expect(printed).not.toMatch(marked)
})
