import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MailList, MailWord } from '../../shared/domain/sending/mail-words.ts'
import { DOMAINS_AT_MOST, OTHER_DOMAINS } from '../../shared/ports/index.ts'
import { type Opened, stores } from './stores.ts'

const T = Date.UTC(2026, 9, 1)

describe.each(stores)('in %s', (_name, open) => {
  let store: Opened

  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  const sent = (n: number, at: number, memberId = `M${n}`): MailWord => {
    return { list: 'sent', at, memberId, actionId: `a${String(n).padStart(3, '0')}`, campaign: 'c' }
  }

  async function listed(list: MailList, limit = 100): Promise<string[]> {
    const found: string[] = []
    let cursor: string | undefined
    do {
      const page = await store.mails.page({ list, cursor, limit })
      found.push(...page.words.map(({ actionId }) => actionId))
      cursor = page.cursor
    } while (cursor)
    return found
  }

  describe('lists of mails', () => {
    test('have the newest first, whichever was noted first, page by page', async () => {
      await store.mails.note([sent(3, T + 3), sent(1, T + 1)])
      await store.mails.note([sent(2, T + 2)])
      expect(await listed('sent')).toEqual(['a003', 'a002', 'a001'])
      expect(await listed('sent', 1)).toEqual(['a003', 'a002', 'a001'])
      expect(await listed('bounced')).toEqual([])
    })

    test('have each of many that came about at once, and the same words noted again once', async () => {
      const words = Array.from({ length: 60 }, (_, n) => sent(n, T))
      await store.mails.note(words)
      await store.mails.note(words.toReversed())
      expect((await listed('sent', 20)).sort()).toEqual(words.map(({ actionId }) => actionId))
    })

    test('say why, and are read one by one', async () => {
      const reason = { is: 'mail.bounced', code: 'mailboxFull' } as const
      const bounced: MailWord = { ...sent(1, T), list: 'bounced', reason }
      await store.mails.note([bounced, sent(1, T)])
      expect((await store.mails.page({ list: 'bounced', limit: 5 })).words).toEqual([bounced])
      expect(await store.mails.read({ list: 'bounced', at: T, actionId: 'a001' })).toEqual(bounced)
      expect(await store.mails.read({ list: 'bounced', at: T + 1, actionId: 'a001' })).toBeUndefined()
    })

    test('forget a member alone', async () => {
      await store.mails.note([sent(1, T, 'A'), sent(2, T, 'B'), sent(3, T + 1, 'A'), sent(4, T + 2, 'A')])
      const marks = [T, T + 1, T + 9].map((at) => ({ list: 'sent' as const, at }))
      await store.mails.forget('A', marks)
      await store.mails.forget('A', marks)
      expect(await listed('sent')).toEqual(['a004', 'a002'])
    })
  })

  describe('counts of mails', () => {
    test('add up by campaign and domain, each month by itself', async () => {
      const some = { campaigns: { c: { sent: 1 } }, domains: { 'example.com': { sent: 1, delivered: 1 } } }
      await Promise.all(Array.from({ length: 9 }, () => store.mailCounts.add('2026-10', some)))
      await store.mailCounts.add('2026-11', { campaigns: { c: { bounced: 2 } }, domains: {} })
      expect(await store.mailCounts.read('2026-10')).toEqual({
        campaigns: { c: { sent: 9 } },
        domains: { 'example.com': { sent: 9, delivered: 9 } },
      })
      expect(await store.mailCounts.read('2026-11')).toEqual({ campaigns: { c: { bounced: 2 } }, domains: {} })
      expect(await store.mailCounts.read('2026-12')).toEqual({ campaigns: {}, domains: {} })
    })

    test('have places for so many domains a month; what comes later is counted together', async () => {
      const domains = Array.from({ length: DOMAINS_AT_MOST + 3 }, (_, n) => `d${n}.example`)
      for (const domain of domains)
        await store.mailCounts.add('2026-10', { campaigns: {}, domains: { [domain]: { sent: 1 } } })
      await store.mailCounts.add('2026-10', { campaigns: {}, domains: { 'd0.example': { sent: 1 } } })
      const counted = (await store.mailCounts.read('2026-10')).domains
      expect(Object.keys(counted)).toHaveLength(DOMAINS_AT_MOST + 1)
      expect(counted['d0.example']).toEqual({ sent: 2 })
      expect(counted[OTHER_DOMAINS]).toEqual({ sent: 3 })
    })
  })
})
