import { DOMAINS_AT_MOST, type MailCounts, type MailTallies, type MailTally, OTHER_DOMAINS } from '../../ports/index.ts'

/** What mails came to by month, in memory. */
export function createMemoryMailCounts(): MailCounts {
  const months = new Map<string, MailTallies>()

  return {
    async add(month, { campaigns, domains }) {
      const known = months.get(month) ?? { campaigns: {}, domains: {} }
      months.set(month, known)
      for (const [campaign, tally] of Object.entries(campaigns)) addTo(known.campaigns, campaign, tally)
      for (const [domain, tally] of Object.entries(domains)) addTo(known.domains, placeOf(domain, known), tally)
    },
    async read(month) {
      return structuredClone(months.get(month) ?? { campaigns: {}, domains: {} })
    },
  }
}

function placeOf(domain: string, { domains }: MailTallies): string {
  const named = Object.keys(domains).filter((each) => each !== OTHER_DOMAINS)
  return domains[domain] || named.length < DOMAINS_AT_MOST ? domain : OTHER_DOMAINS
}

function addTo(tallies: Record<string, MailTally>, name: string, more: MailTally): void {
  tallies[name] ??= {}
  const tally = tallies[name]
  for (const [what, by] of Object.entries(more) as [keyof MailTally, number][]) tally[what] = (tally[what] ?? 0) + by
}
