import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { DOMAINS_AT_MOST, type MailCounts, type MailTallies, type MailTally, OTHER_DOMAINS } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import { type Condition, held, type Item, keyOf, num, partition, type Table } from './table.ts'

/**
 * What mails came to, in DynamoDB: `MAILED#<month>`, a small item for each campaign and domain, which goes by itself. Domains have
 * their places by who comes first, so that a month is a page to read; a place that a crash leaves empty stays so.
 */
export function createMailCounts(table: Table): MailCounts {
  return {
    async add(month, { campaigns, domains }) {
      for (const [campaign, tally] of Object.entries(campaigns)) await update(month, `C#${campaign}`, tally)
      for (const [domain, tally] of Object.entries(domains)) await addDomain(month, domain, tally)
    },
    async read(month) {
      const tallies: MailTallies = { campaigns: {}, domains: {} }
      for (const { pk: _, sk, expiresAt: __, ...counters } of await partition(table, partitionOf(month))) {
        const tally = Object.fromEntries(Object.entries(counters).map(([name, { N }]) => [name, Number(N)]))
        const [kind, name] = [sk!.S!.slice(0, 2), sk!.S!.slice(2)]
        if (kind === 'C#') tallies.campaigns[name] = tally
        if (kind === 'D#') tallies.domains[name] = tally
      }
      return tallies
    },
  }

  async function addDomain(month: string, domain: string, tally: MailTally): Promise<void> {
    if (domain !== OTHER_DOMAINS) {
      if (await update(month, `D#${domain}`, tally, { expression: 'attribute_exists(pk)' })) return
      const isFree = {
        expression: 'attribute_not_exists(taken) OR taken < :most',
        values: { ':most': num(DOMAINS_AT_MOST) },
      }
      if (await update(month, 'PLACES', { taken: 1 }, isFree)) {
        await update(month, `D#${domain}`, tally)
        return
      }
    }
    await update(month, `D#${OTHER_DOMAINS}`, tally)
  }

  /** `false` where the condition did not hold. */
  function update(month: string, sk: string, by: Record<string, number>, condition?: Condition): Promise<boolean> {
    const changes = Object.entries(by)
    const adds = changes.map((_, i) => `#${i} :${i}`).join(', ')
    return held(
      table.client.send(
        new UpdateItemCommand({
          TableName: table.name,
          Key: keyOf(partitionOf(month), sk),
          UpdateExpression: `ADD ${adds} SET expiresAt = :expiresAt`,
          ...(condition && { ConditionExpression: condition.expression }),
          ExpressionAttributeNames: Object.fromEntries(changes.map(([name], i) => [`#${i}`, name])),
          ExpressionAttributeValues: {
            ...Object.fromEntries(changes.map(([, more], i) => [`:${i}`, num(more)])),
            ':expiresAt': num(expiryOf('mailCounts', Date.parse(`${month}-01T00:00:00Z`))),
            ...condition?.values,
          } satisfies Item,
        }),
      ),
    )
  }
}

function partitionOf(month: string): string {
  return `MAILED#${month}`
}
