import * as z from 'zod'
import { calendarOf } from '../../domain/calendar.ts'
import { nameFor } from '../../domain/rulebook/called.ts'
import { MAIL_COUNTS, type MailTallies, type MailTally, OTHER_DOMAINS } from '../../ports/index.ts'
import { type ApiContext, ok, route } from './http.ts'
import { liveRulebook } from './live-rulebook.ts'

/** A domain that few mails go to may be somebody's own: it is named from so many on. */
const NAMED_FROM = 10

/**
 * What the mails of a month came to, by campaign and by domain. Without a month the latest of this one and the last in which
 * any went out.
 */
export const showDeliverability = route(
  z.object({
    month: z
      .string()
      .regex(/^\d{4}-\d\d$/, 'must be a month, YYYY-MM')
      .optional(),
  }),
  async (asked, context, { who, language }) => {
    const rulebook = await liveRulebook(context)
    const zone = rulebook?.settings.zone ?? 'UTC'
    const { month, tallies } = await monthOf(asked.month, zone, context)
    const names = new Map(rulebook?.campaigns.map((each) => [each.id, nameFor(each, language)]))
    const domains = Object.entries(tallies.domains)
    const seesAll = who.rights?.includes('personalData') === true
    const named = domains.filter(([domain, { sent = 0 }]) => {
      return domain !== OTHER_DOMAINS && (seesAll || sent >= NAMED_FROM)
    })
    const others = domains.filter((each) => !named.includes(each)).map(([, tally]) => tally)
    return ok({
      zone,
      month,
      asOf: new Date(context.now()).toISOString(),
      all: sumOf(Object.values(tallies.campaigns)),
      campaigns: mostFirst(
        Object.entries(tallies.campaigns).map(([campaign, tally]) => {
          return { campaign, name: names.get(campaign) ?? campaign, ...sumOf([tally]) }
        }),
      ),
      domains: mostFirst(named.map(([domain, tally]) => ({ domain, ...sumOf([tally]) }))),
      others: others.length > 0 ? sumOf(others) : null,
    })
  },
)

async function monthOf(
  asked: string | undefined,
  zone: string,
  { ports, now }: ApiContext,
): Promise<{ month: string; tallies: MailTallies }> {
  const calendar = calendarOf(zone)
  const month = asked ?? calendar.dateOf(now()).slice(0, 7)
  const tallies = await ports.mailCounts.read(month)
  if (asked !== undefined || Object.keys(tallies.campaigns).length > 0) return { month, tallies }
  const [year = 0, number = 0] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year, number - 2)).toISOString().slice(0, 7)
  const before = await ports.mailCounts.read(last)
  return Object.keys(before.campaigns).length > 0 ? { month: last, tallies: before } : { month, tallies }
}

function sumOf(all: readonly MailTally[]): Required<MailTally> {
  const sums = MAIL_COUNTS.map((what) => [what, all.reduce((sum, each) => sum + (each[what] ?? 0), 0)] as const)
  return Object.fromEntries(sums) as Required<MailTally>
}

function mostFirst<T extends Required<MailTally>>(rows: T[]): T[] {
  return rows.sort((a, b) => b.sent - a.sent)
}
