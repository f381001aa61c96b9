import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localTime } from '../../shared/app/api/local-time.ts'
import { books, enrols, flies, isDisrupted } from '../support/airline.ts'
import { openRun } from '../support/pipeline.ts'
import { smallRulebook } from '../support/small-rulebook.ts'

/** What operators do while it runs: pausing, publishing, rolling back, trying a mail; and SES on a bad day. */

let wingback: Awaited<ReturnType<typeof openRun>>
let time = Date.parse('2026-10-05T02:00:00Z')
const now = () => new Date(time).toISOString()

beforeAll(async () => {
  wingback = await openRun()
  await wingback.publish(smallRulebook)
  await wingback.begin(now())
})
afterAll(() => wingback.end())

async function pass(minutes: number): Promise<void> {
  time += minutes * 60_000
  await wingback.moveTo(now())
}

async function enrol(...memberIds: string[]): Promise<void> {
  await wingback.put(memberIds.map((memberId) => enrols(memberId, now())))
  await wingback.drain()
}

async function book(...memberIds: string[]): Promise<void> {
  await wingback.put(memberIds.map((memberId) => books(memberId, now(), 'PNR1')))
}

const subjectsTo = async (memberId: string) =>
  (await wingback.mails())
    .filter(({ destination }) => destination.to[0] === `${memberId.toLowerCase()}@example.com`)
    .map(({ subject }) => subject)

describe('SES on a bad day', () => {
  test('throttled at first: nothing is lost, and nobody is mailed twice', async () => {
    await enrol('T1', 'T2', 'T3')
    await wingback.run.parts.failNextMails(Array.from({ length: 5 }, () => 'throttled' as const))
    await book('T1', 'T2', 'T3')
    await wingback.drain()
    expect((await wingback.status()).actions.email).toMatchObject({ sent: 0, held: 3 })
    // Two of them are throttled once more.
    await pass(15)
    await pass(15)
    for (const memberId of ['T1', 'T2', 'T3']) {
      expect(await subjectsTo(memberId)).toEqual(['Hello'])
      expect((await wingback.member(memberId)).wingback.mails).toHaveLength(1)
    }
    expect((await wingback.status()).actions.email).toMatchObject({ sent: 3, failed: 0, unknown: 0 })
  })

  test('its answer is lost: its own report settles that the mail went out, once', async () => {
    await enrol('ANSWER')
    await wingback.run.parts.failNextMails(['answer-lost'])
    await book('ANSWER')
    await wingback.drain()
    await pass(60)
    expect(await subjectsTo('ANSWER')).toEqual(['Hello'])
    expect(await wingback.status()).toMatchObject({ unknown: 0, pending: 0, actions: { email: { sent: 4 } } })
  })

  test('the call is lost: nobody knows, so it is parked, shown, and not sent again', async () => {
    await enrol('LOST')
    await wingback.run.parts.failNextMails(['lost'])
    await book('LOST')
    await wingback.drain()
    await pass(24 * 60)
    expect(await subjectsTo('LOST')).toEqual([])
    expect(await wingback.status()).toMatchObject({
      unknown: 1,
      pending: 1,
      actions: { email: { sent: 4, unknown: 1 } },
    })
    const [explanation] = await wingback.explain('LOST')
    expect([explanation!.campaign, explanation!.verdict]).toEqual(['booked', 'unknown'])
    expect(JSON.parse(await wingback.command('status', '--json')).unknown).toBe(1)
  })

  test('it refuses the mail: the action failed, and the next one goes', async () => {
    await enrol('REFUSED')
    await wingback.run.parts.failNextMails(['rejected'])
    await book('REFUSED')
    await wingback.drain()
    expect((await wingback.status()).actions.email).toMatchObject({ sent: 4, failed: 1 })
    await wingback.put([isDisrupted(['REFUSED'], now())])
    await wingback.drain()
    expect(await subjectsTo('REFUSED')).toEqual(['Hello'])
  })
})

describe('pausing', () => {
  test('holds what was on its way, until the campaign goes on', async () => {
    await enrol('PAUSED')
    await wingback.run.parts.failNextMails(['throttled'])
    await book('PAUSED')
    await wingback.drain()
    await wingback.command('pause', 'booked')
    await pass(40)
    expect(await subjectsTo('PAUSED')).toEqual([])
    expect((await wingback.status()).actions.email.held).toBe(1)
    const held = (await wingback.explain('PAUSED'))
      .flatMap(({ moments }) => moments)
      .filter(({ outcome }) => outcome === 'held')
    expect(held.length).toBeGreaterThan(0)
    expect((await wingback.explain('PAUSED'))[0]).toMatchObject({ verdict: 'waits', campaign: 'booked' })

    await wingback.put([isDisrupted(['PAUSED'], now())])
    await wingback.drain()
    expect(await subjectsTo('PAUSED')).toEqual(['Hello'])

    await wingback.command('resume', 'booked')
    await pass(20)
    expect(await subjectsTo('PAUSED')).toEqual(['Hello', 'Hello'])
    expect((await wingback.status()).actions.email.held).toBe(0)
  })

  test('all: nothing goes out of any campaign', async () => {
    await enrol('ALL')
    await wingback.command('pause', 'all')
    await wingback.put([isDisrupted(['ALL'], now()), books('ALL', now(), 'PNR1')])
    await wingback.drain()
    await pass(40)
    expect(await subjectsTo('ALL')).toEqual([])
    await wingback.command('resume', 'all')
    // What sells waits an hour for the word on the member's rights.
    await pass(90)
    expect(await subjectsTo('ALL')).toHaveLength(2)
  })

  test('a campaign that is not there is refused, with what was probably meant', async () => {
    await expect(wingback.command('pause', 'bokked')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('booked'),
    })
  })
})

describe('a sender whose mails bounce', () => {
  const gone = Array.from({ length: 10 }, (_, i) => `GONE${i}`)

  test('pauses itself; every mail waits, until a person resumes it', async () => {
    await wingback.put(gone.map((id) => enrols(id, now(), { email: `bounce+${id}@simulator.amazonses.com` })))
    await wingback.drain()
    await book(...gone)
    await wingback.drain()
    const { paused } = await wingback.status()
    expect(paused).toMatchObject({ 'sender:bounces': { by: 'wingback' } })
    expect(await wingback.command('status')).toMatch(/paused +sender:bounces \(by wingback\)/)

    await enrol('WAITS')
    await book('WAITS')
    await wingback.drain()
    expect(await subjectsTo('WAITS')).toEqual([])
    expect((await wingback.explain('WAITS'))[0]).toMatchObject({ verdict: 'waits', campaign: 'booked' })

    await wingback.command('resume', 'sender:bounces')
    await pass(20)
    expect(await subjectsTo('WAITS')).toEqual(['Hello'])
    expect((await wingback.status()).paused).toEqual({})
  })

  test('is judged anew from then on', async () => {
    await wingback.put([enrols('LATER', now(), { email: 'bounce+later@simulator.amazonses.com' })])
    await wingback.drain()
    await book('LATER')
    await wingback.drain()
    expect((await wingback.status()).paused).toEqual({})
  })
})

describe('publishing while journeys are under way', () => {
  const waiting = (template: string) => ({
    ...smallRulebook,
    [`templates/${template}/en.mjml`]: smallRulebook['templates/hello/en.mjml']!.replace('"Hello"', `"${template}"`),
    'campaigns/booked.yaml': smallRulebook['campaigns/booked.yaml']!.replace(
      '- email: hello',
      `- wait: 2h\n  - email: ${template}`,
    ),
  })

  test('each finishes on the version it began on; rollback brings the one before back', async () => {
    const first = await wingback.publish(waiting('first'))
    await enrol('V1', 'V2', 'V3')
    await book('V1')
    await wingback.drain()
    const second = await wingback.publish(waiting('second'))
    await book('V2')
    await wingback.drain()
    const back = JSON.parse(await wingback.command('rollback', '--yes', '--json'))
    expect(back).toMatchObject({ version: first, previous: second })
    await book('V3')
    await wingback.drain()
    await pass(121)
    expect([await subjectsTo('V1'), await subjectsTo('V2'), await subjectsTo('V3')]).toEqual([
      ['first'],
      ['second'],
      ['first'],
    ])
    const [explanation] = await wingback.explain('V2')
    expect(new Set(explanation!.moments.map(({ rulebook }) => rulebook))).toEqual(new Set([second]))
  })
})

describe('stopping a campaign', () => {
  test('ends it for who is on the way, whose mail is taken back, and begins nobody', async () => {
    const waits = smallRulebook['campaigns/booked.yaml']!.replace('- email: hello', '- wait: 2h\n  - email: hello')
    await wingback.publish({ ...smallRulebook, 'campaigns/booked.yaml': waits })
    await enrol('S1', 'S2', 'S3')
    await book('S1', 'S2')
    await wingback.drain()
    await expect(wingback.command('stop', 'booked')).rejects.toThrow('run it again with --yes')
    expect((await wingback.member('S1')).wingback.journeys).toHaveLength(1)
    const stopped = await wingback.command('stop', 'booked', '--yes', '--by', 'Li')
    expect(stopped).toBe('booked is stopped\nstopped now: booked\n')
    await wingback.drain()
    expect((await wingback.member('S1')).wingback.journeys).toEqual([])
    expect(await wingback.command('status')).toMatch(/stopped +booked \(by Li\)/)
    await book('S3')
    await pass(180)
    for (const member of ['S1', 'S2', 'S3']) expect(await subjectsTo(member)).toEqual([])
    expect((await wingback.explain('S3'))[0]).toMatchObject({ because: [{ is: 'paused.stopped' }] })
    await wingback.command('resume', 'booked')
    await wingback.put([books('S3', now(), 'PNR2')])
    await wingback.drain()
    await pass(180)
    expect(await subjectsTo('S3')).toEqual(['Hello'])
    expect(await subjectsTo('S1')).toEqual([])
  })
})

describe('publishing an audience to members who are there', () => {
  const flyers = {
    ...smallRulebook,
    'audiences/flyers.yaml': 'audience: flyers\nname: Flyers\nwho: { flights: { atLeast: 1 } }\n',
    'campaigns/welcome.yaml': `campaign: welcome
name: Welcome aboard
trigger: { audience: flyers, on: entered }
audience: { audience: flyers }
steps:
  - email: hello
`,
  }

  test('starts nothing for those who are in at the first look, and everything for who comes later', async () => {
    await enrol('IN', 'OUT')
    await wingback.put([flies('IN', now())])
    await wingback.drain()
    await wingback.publish(flyers)
    await wingback.drain()
    await pass(60)
    expect(Object.keys((await wingback.member('IN')).wingback.audiences)).toEqual(['flyers'])
    expect(await subjectsTo('IN')).toEqual([])
    await wingback.put([flies('OUT', now()), flies('IN', now())])
    await wingback.drain()
    await pass(60)
    expect([await subjectsTo('IN'), await subjectsTo('OUT')]).toEqual([[], ['Hello']])
  })

  test('starts nothing either where only its name is new', async () => {
    const renamed = Object.entries(flyers).map(([path, text]) => [
      path.replace('flyers', 'travellers'),
      text.replaceAll('audience: flyers', 'audience: travellers'),
    ])
    const before = (await wingback.mails()).length
    await wingback.publish(Object.fromEntries(renamed))
    await wingback.drain()
    await wingback.put([flies('IN', now()), flies('OUT', now())])
    await wingback.drain()
    await pass(60)
    expect(Object.keys((await wingback.member('IN')).wingback.audiences)).toEqual(['travellers'])
    expect(await wingback.mails()).toHaveLength(before)
  })

  test('starts for them too where the campaign says so', async () => {
    const [audience, campaign] = [flyers['audiences/flyers.yaml'], flyers['campaigns/welcome.yaml']]
    await enrol('NEVER')
    await wingback.publish({
      ...flyers,
      'audiences/commuters.yaml': audience.replace('flyers', 'commuters'),
      'campaigns/existing.yaml': campaign
        .replace('campaign: welcome', 'campaign: existing')
        .replaceAll('audience: flyers', 'audience: commuters')
        .replace('on: entered', 'on: entered, includeExisting: true'),
    })
    await wingback.drain()
    await pass(60)
    expect([await subjectsTo('IN'), await subjectsTo('OUT')]).toEqual([['Hello'], ['Hello', 'Hello']])
    expect(await subjectsTo('NEVER')).toEqual([])
  })
})

test('a mail is tried on a colleague: marked, counted nowhere, and nothing in it acts', async () => {
  await wingback.publish(smallRulebook)
  await wingback.drain()
  const [before, member] = [await wingback.status(), await wingback.member('T1')]
  await wingback.command('test-send', 'upgrade', '--to', 'colleague@example.com', '--as', 'T1')
  await wingback.drain()
  const [mail, ...others] = (await wingback.mails()).filter(
    ({ destination }) => destination.to[0] === 'colleague@example.com',
  )
  expect(others).toEqual([])
  expect(mail!.subject).toMatch(/test/i)
  expect(mail!.body.html).not.toMatch(/\/[ou]\/[\w-]+\.[\w-]+/)
  expect(mail!.headers.map(({ name }) => name)).not.toContain('List-Unsubscribe')
  const after = await wingback.status()
  expect([after.actions, after.events, after.pending]).toEqual([before.actions, before.events, before.pending])
  expect((await wingback.member('T1')).wingback).toEqual(member.wingback)
})

test('who did what is kept, and shown page by page, the newest first', async () => {
  for (const by of ['Li', 'Wang']) {
    await wingback.command('pause', 'all', '--by', by)
    await wingback.command('resume', 'all', '--by', by)
  }
  const page = async (...args: string[]) => JSON.parse(await wingback.command('history', '--json', ...args))
  const latest = await page('--limit', '3')
  const told = latest.history.map(({ by, what }: { by: string; what: string }) => `${by} ${what}`)
  expect(told).toEqual(['Wang resumed all', 'Wang paused all', 'Li resumed all'])
  const [before] = (await page('--cursor', latest.cursor)).history
  expect(before).toMatchObject({ by: 'Li', what: 'paused all', at: now(), rulebook: latest.history[0].rulebook })
  expect(await wingback.command('history', '--limit', '1')).toMatch(/^when .*\n.* Wang +resumed all +[0-9a-f]{16}\n/)
})

test('a rulebook that loosens what keeps money together is looked at and approved by somebody else', async () => {
  await wingback.publish(smallRulebook)
  const larger = smallRulebook['budgets.yaml']!.replace('1000000 CNY', '2000000 CNY')
  const dir = mkdtempSync(join(tmpdir(), 'wingback-larger-'))
  for (const [file, text] of Object.entries({ ...smallRulebook, 'budgets.yaml': larger })) {
    mkdirSync(dirname(join(dir, file)), { recursive: true })
    writeFileSync(join(dir, file), text)
  }
  const why = '  budget care: limit 2,000,000.00 CNY, was 1,000,000.00 CNY'
  const published = await wingback.command('publish', dir, '--yes', '--by', 'Li')
  const version = published.split(' ')[0]!
  expect(published.split('\n')).toEqual([
    `${version} waits for a second person, because it loosens what keeps money together:`,
    why,
    `anybody with the right to approve but Li: npx wingback rulebook approve ${version}`,
    '',
  ])
  expect(await wingback.command('rulebook', 'pending')).toContain(
    `${version}  asked by Li on ${localTime(now(), 'Asia/Shanghai')} (Asia/Shanghai)\n${why}`,
  )
  expect(await wingback.command('diff', 'live', 'pending')).toBe('budget care\n  limit: 2000000 CNY, was 1000000 CNY\n')
  expect(await wingback.command('status')).toContain(`; ${version}, requested by Li, waits for approval`)
  await expect(wingback.command('rulebook', 'approve', version, '--by', 'Li')).rejects.toThrow('Li requested it')
  expect(await wingback.command('rulebook', 'approve', version, '--by', 'Zhang')).toMatch(`live: ${version}`)
  const { history } = JSON.parse(await wingback.command('history', '--json', '--limit', '9'))
  const byPeople = history.filter(({ by }: { by: string }) => by !== 'wingback').slice(0, 2)
  expect(byPeople.map(({ by, what }: { by: string; what: string }) => `${by} ${what}`)).toEqual([
    `Zhang approved ${version}, which Li asked for`,
    `Li asked to publish ${version}`,
  ])
  await expect(wingback.command('rulebook', 'approve', version, '--by', 'Wang')).rejects.toThrow(
    'Zhang has decided on it',
  )
  rmSync(dir, { recursive: true })
})

test('nothing was an error on the way', () => {
  expect(wingback.errors).toEqual([])
})
