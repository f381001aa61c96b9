import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Mail, type Pipeline, type Portrait, partsOf, type Status, startProcess } from '../support/pipeline.ts'

/**
 * `kill -9` in the middle of the sample's first days, twice, then of the parts alone, then after the end; the file is
 * replayed from its beginning each time. Held against a run that nobody disturbed.
 */

const UNTIL = '2026-09-12'
const linesOf = (name: string) =>
  readFileSync(new URL(`../../infra/local/sample/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
const lines = [...linesOf('members'), ...linesOf('events').filter((line) => JSON.parse(line).Detail.occurredAt < UNTIL)]

interface End {
  members: Map<string, Portrait>
  status: Status
  mails: Mail[]
}

let folder: string
let file: string
let calm: End
let killed: End
let restarted: End
const ends: (() => Promise<void>)[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wingback-'))
  file = join(folder, 'events.jsonl')
  await writeFile(file, lines.join('\n'))
  ;[calm, { killed, restarted }] = await Promise.all([undisturbed(), disturbed()])
}, 300_000)
afterAll(async () => {
  await Promise.all(ends.map((end) => end()))
  await rm(folder, { recursive: true, force: true })
})

async function start(...args: string[]) {
  const started = await startProcess('--empty', ...args)
  ends.push(started.kill)
  return started
}

async function undisturbed(): Promise<End> {
  const wingback = await start()
  await wingback.command('replay', file, '--json')
  return endOf(wingback)
}

async function disturbed(): Promise<{ killed: End; restarted: End }> {
  const data = join(folder, 'data')
  await killWhen(await start('--data', data), ({ events }) => events.accepted > 270)
  await killWhen(await start('--data', data), ({ clock }) => clock.now > '2026-09-08')

  const third = await start('--data', data)
  process.kill(await partsOf(third), 'SIGKILL')
  await third.exited

  const fourth = await start('--data', data)
  await fourth.command('replay', file, '--json')
  const killed = await endOf(fourth)
  await fourth.kill()
  return { killed, restarted: await endOf(await start('--data', data)) }
}

/** Replays the file from its beginning, and kills the run as soon as it has come so far. */
async function killWhen(run: Awaited<ReturnType<typeof start>>, isSoFar: (status: Status) => boolean): Promise<void> {
  const replay = run.command('replay', file, '--json').then(
    () => 'finished',
    () => 'cut off',
  )
  while (!isSoFar(await run.status()));
  await run.kill()
  expect(await replay).toBe('cut off')
}

async function endOf(wingback: Pipeline): Promise<End> {
  await wingback.drain()
  await wingback.call('POST', '/v1/recount', {})
  const [members, status, mails] = [await wingback.everybody(), await wingback.status(), await wingback.mails()]
  return { members, status, mails }
}

const sentIn = ({ members }: End) =>
  [...members.values()].flatMap(({ memberId, wingback }) =>
    wingback.mails.map(({ actionId }) => `${memberId} ${actionId}`),
  )
const parkedIn = ({ members }: End) =>
  [...members.values()].flatMap(({ memberId, wingback }) =>
    wingback.pending.filter(({ state }) => state === 'unknown').map(({ actionId }) => `${memberId} ${actionId}`),
  )

test('enough happens for the kill to matter', () => {
  expect(lines.length).toBeGreaterThan(350)
  expect(calm.mails.length).toBeGreaterThan(20)
  expect(calm.status.actions.compensation.granted).toBeGreaterThan(5)
})

describe('after two kills in the middle, one of the parts, and redelivery from the beginning', () => {
  test('every member’s facts are the same', () => {
    expect([...killed.members.keys()].sort()).toEqual([...calm.members.keys()].sort())
    for (const [memberId, { facts }] of calm.members) expect(killed.members.get(memberId)!.facts).toEqual(facts)
  })

  test('the same grants and offers were made, and nothing twice', () => {
    for (const [memberId, { wingback }] of calm.members) {
      const { compensations, offers, audiences } = killed.members.get(memberId)!.wingback
      expect(compensations).toEqual(wingback.compensations)
      expect(offers).toEqual(wingback.offers)
      expect(Object.keys(audiences)).toEqual(Object.keys(wingback.audiences))
    }
  })

  test('the same mails were sent, once each; where a kill left it open whether one was, it is parked and shown', () => {
    const sent = sentIn(killed)
    expect(new Set(sent).size).toBe(sent.length)
    expect(sent.toSorted()).toEqual(sentIn(calm).sort())
    const parked = parkedIn(killed)
    expect(killed.status.unknown).toBe(parked.length)
    const perAction = (mails: readonly Mail[]) =>
      mails.map(({ destination, subject }) => `${destination.to[0]} ${subject}`).sort()
    const missing = perAction(calm.mails)
    for (const mail of perAction(killed.mails)) {
      expect(missing).toContain(mail)
      missing.splice(missing.indexOf(mail), 1)
    }
    expect(missing.length).toBeLessThanOrEqual(parked.length)
  })

  test('the status is the same, counted anew, but for the duplicates', () => {
    const { duplicates, ...events } = calm.status.events
    expect(killed.status.events).toMatchObject(events)
    expect(killed.status.events.duplicates).toBeGreaterThan(270 + duplicates)
    expect(killed.status.members).toBe(calm.status.members)
    const { compensation, upgradeOffer, serviceTask, email } = calm.status.actions
    expect(killed.status.actions).toMatchObject({ compensation, upgradeOffer, serviceTask })
    expect(killed.status.actions.email.sent! + killed.status.unknown).toBe(email.sent)
    expect(killed.status.pending).toBe(killed.status.unknown)
  })
})

test('killed when all is done, a run comes back as it was', () => {
  expect(restarted.members).toEqual(killed.members)
  expect({ ...restarted.status, queues: {} }).toEqual({ ...killed.status, queues: {} })
  expect(restarted.mails).toEqual(killed.mails)
})
