import { firstAfter, minuteOf, stepOf } from '../../domain/campaign/sending-slots.ts'
import type { Limits } from '../../ports/index.ts'

/** The counters of campaigns' limits in memory. */
export function createMemoryLimits(): Limits {
  const minutes = new Map<string, { minute: number; count: number }>()
  const places = new Map<string, number>()
  const all = new Map<string, number>()

  return {
    async takeMinute(campaign, perMinute, now) {
      const minute = minuteOf(now)
      const known = minutes.get(campaign)
      if (!known || known.minute < minute) {
        minutes.set(campaign, { minute, count: 1 })
        return undefined
      }
      if (known.minute === minute && known.count < perMinute) {
        known.count++
        return undefined
      }
      const place = Math.max(places.get(campaign) ?? 0, firstAfter(now))
      places.set(campaign, place + stepOf(perMinute))
      return minuteOf(place)
    },
    async takeOne(campaign, inAll) {
      const taken = all.get(campaign) ?? 0
      if (taken >= inAll) return false
      all.set(campaign, taken + 1)
      return true
    },
    async taken(campaigns) {
      return Object.fromEntries(campaigns.map((campaign) => [campaign, all.get(campaign) ?? 0]))
    },
    async toldUntil(campaigns) {
      return Math.max(0, ...campaigns.map((campaign) => places.get(campaign) ?? 0))
    },
  }
}
