import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type HelpDesk as StandIn, startHelpDesk } from '../../infra/local/parts/help-desk.ts'
import { createMemoryHelpDesk } from '../../shared/adapters/memory/help-desk.ts'
import { accountIn, createZendesk } from '../../shared/adapters/zendesk.ts'
import type { HelpDesk } from '../../shared/ports/index.ts'

const note = { ticket: '901', tag: 'wingback_a', text: 'Call them back', status: 'open' }

interface Opened {
  helpDesk: HelpDesk
  texts(): string[]
  close(): Promise<void>
}

const desks: [string, () => Promise<Opened>][] = [
  [
    'in memory',
    async () => {
      const helpDesk = createMemoryHelpDesk()
      return { helpDesk, texts: () => helpDesk.notes.map(({ text }) => text), close: async () => {} }
    },
  ],
  [
    'over HTTP',
    async () => {
      const { standIn, shown } = await open()
      const helpDesk = createZendesk(async () => ({ address: standIn.url, login: 'a/token:b' }))
      return { helpDesk, texts: () => shown.map(({ text }) => text), close: standIn.close }
    },
  ],
]

async function open() {
  const shown: { text: string; subject: string }[] = []
  const standIn = await startHelpDesk({ show: (message) => shown.push(message) }, Date.now)
  return { standIn, shown }
}

describe.each(desks)('a help desk %s', (_, openDesk) => {
  let opened: Opened
  beforeEach(async () => {
    opened = await openDesk()
  })
  afterEach(() => opened.close())

  test('has a note once, however often it is told', async () => {
    expect(await opened.helpDesk.note('helpdesk', note)).toEqual({ is: 'noted' })
    expect(await opened.helpDesk.note('helpdesk', note)).toEqual({ is: 'known' })
    expect(await opened.helpDesk.note('helpdesk', { ...note, tag: 'wingback_b', text: 'Done' })).toEqual({
      is: 'noted',
    })
    expect(opened.texts()).toEqual(['Call them back', 'Done'])
  })
})

describe('over HTTP', () => {
  let standIn: StandIn
  let shown: { text: string; subject: string }[]
  beforeEach(async () => {
    ;({ standIn, shown } = await open())
  })
  afterEach(() => standIn.close())
  const desk = () => createZendesk(async () => ({ address: standIn.url, login: 'a/token:b' }))

  test('two workers with one message make one note: who comes second is told that the ticket changed', async () => {
    const both = await Promise.allSettled([desk().note('helpdesk', note), desk().note('helpdesk', note)])
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
    expect(await desk().note('helpdesk', note)).toEqual({ is: 'known' })
    expect(shown).toHaveLength(1)
    expect(shown[0]).toMatchObject({ subject: 'Ticket 901 (open)' })
  })

  test('a ticket that nobody has is refused for good', async () => {
    expect(await desk().note('helpdesk', { ...note, ticket: 'x' })).toMatchObject({ is: 'refused' })
  })

  test('a help desk that does not answer is tried again', async () => {
    await standIn.close()
    await expect(desk().note('helpdesk', note)).rejects.toThrow()
    ;({ standIn, shown } = await open())
  })
})

describe('an account', () => {
  const lines = ['other=https://other.example a:b', 'helpdesk=https://xw.example/ agent@xw.example/token:KEY']
  test('is the one of its connector', () => {
    expect(accountIn('helpdesk', lines)).toEqual({ address: 'https://xw.example', login: 'agent@xw.example/token:KEY' })
  })
  test.each([
    ['there is none', ['other=https://other.example a:b']],
    ['the login would go over an open line', ['helpdesk=http://xw.example a:b']],
    ['what the secret was made with is still there', ['p9a8s7d6f5']],
  ])('is asked for again where %s', (_, given) => {
    expect(() => accountIn('helpdesk', given)).toThrow('no account is known')
  })
})
