import { QueryCommand } from '@aws-sdk/client-dynamodb'
import type { LegState } from '../../connectors/legs/leg.ts'
import type { HashKeeper } from '../../domain/keyed-hash.ts'
import type { Told } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import { type Condition, getItem, IS_NEW, type Item, keyOf, num, putIf, str, type Table } from './table.ts'

/**
 * What was reported so far, in DynamoDB: a small item per leg under its flight number, by date, and one for each other
 * thing, under a hash of its key.
 */
export function createTold(table: Table, hashes: HashKeeper): Told {
  return {
    async legs({ carrier, flightNumber, from, to }) {
      const { Items = [] } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          // `~` sorts after everything that can follow a date.
          ExpressionAttributeValues: {
            ':pk': str(flightOf(carrier, flightNumber)),
            ':from': str(from),
            ':to': str(`${to}~`),
          },
          ConsistentRead: true,
        }),
      )
      return Items.map((item) => stored<LegState>(item))
    },
    async thing(name, says) {
      const item = await getItem(table, keyOf(await partitionOf(name), 'T'))
      if (!item) return undefined
      const { print, ...last } = stored<Kept>(item)
      return { ...last, isSame: print === (await printOf(name, says)) }
    },
    async learn(learnt, now) {
      const put = await Promise.all(
        learnt.map(async (each) => {
          if ('leg' in each) {
            const { carrier, flightNumber, from, to, date } = each.leg
            return write(keyOf(flightOf(carrier, flightNumber), `${date}#${from}-${to}`), each.leg, now)
          }
          const { name, says, asOf, version } = each.thing
          const kept = { print: await printOf(name, says), asOf, ...(version !== undefined && { version }) }
          return write(keyOf(await partitionOf(name), 'T'), kept, now)
        }),
      )
      return put.every(Boolean) ? 'learnt' : 'conflict'
    },
  }

  async function write(key: Item, { version, ...body }: { version?: number }, now: number): Promise<boolean> {
    const item = {
      ...key,
      body: str(JSON.stringify(body)),
      v: num((version ?? 0) + 1),
      expiresAt: num(expiryOf('told', now)),
    }
    const asRead: Condition = { expression: 'v = :v', values: { ':v': num(version ?? 0) } }
    return putIf(table, item, version === undefined ? IS_NEW : asRead)
  }

  async function partitionOf(name: string): Promise<string> {
    return `TOLD#${(await hashes())('told', name)}`
  }

  /** Together with its name: what two people have in common is not seen. */
  async function printOf(name: string, says: string): Promise<string> {
    return (await hashes())('told', JSON.stringify([name, says]))
  }
}

/** What was told of a thing, as a hash. */
interface Kept {
  print: string
  asOf: number
  version: number
}

function flightOf(carrier: string, flightNumber: string): string {
  return `LEG#${carrier}${flightNumber}`
}

function stored<T extends { version?: number }>({ body, v }: Item): T {
  return { ...JSON.parse(body!.S!), version: Number(v!.N) }
}
