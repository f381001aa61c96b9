import { QueryCommand, type TransactWriteItem, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import type { Analysis } from '../../domain/results/assignment.ts'
import { cellsOfText, cellsToText } from '../../domain/results/cells-as-text.ts'
import type { CohortPart, KeptPart, Results } from '../../ports/index.ts'
import { noteCohorts, notedIn } from './cohort-notes.ts'
import { itemOf } from './members.ts'
import { spread } from './spread.ts'
import { getItem, held, IS_NEW, type Item, keyOf, num, partition, putIf, str, type Table } from './table.ts'
import { transact } from './transaction.ts'

const ANALYSES = 'ANALYSES'
/** A day on which a million members are assigned is too much for one partition. The number can never change. */
const PARTS = 4
/** Days and definitions this process has already written: repeated after a restart, not for each assignment. */
const REMEMBERED_AT_MOST = 10_000

/**
 * Assignments and the sums of day cohorts in DynamoDB: small items of many members each under their analysis and day
 * (cohort-notes.ts), and an item of sums per part.
 */
export function createResults(table: Table): Results {
  const begun = new Set<string>()

  /** Once per process, which is much cheaper than for each assignment. */
  async function once(name: string, write: () => Promise<unknown>): Promise<void> {
    if (begun.has(name)) return
    await write()
    if (begun.size >= REMEMBERED_AT_MOST) begun.clear()
    begun.add(name)
  }

  function begin(part: CohortPart): Promise<void> {
    const { pk, sk } = partKey(part)
    return once(`${pk!.S}\n${sk!.S}`, () => update(part, 'SET t = if_not_exists(t, :none)', { ':none': num(0) }))
  }

  async function update(part: CohortPart, UpdateExpression: string, values: Item, condition?: string): Promise<void> {
    await table.client.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: partKey(part),
        UpdateExpression,
        ConditionExpression: condition,
        ExpressionAttributeValues: values,
      }),
    )
  }

  return {
    async define(analyses) {
      for (const analysis of analyses) {
        const item = { ...keyOf(ANALYSES, analysis.id), is: str(JSON.stringify(analysis)) }
        await once(analysis.id, () => putIf(table, item, IS_NEW))
      }
    },
    async analyses() {
      return (await partition(table, ANALYSES)).map(({ is }) => JSON.parse(is!.S!) as Analysis)
    },
    async note(notes, now) {
      const parts = new Map(notes.map((note) => [`${note.analysis}\n${note.day}\n${partOf(note)}`, note]))
      for (const note of parts.values()) await begin({ ...note, part: partOf(note) })
      const placed = notes.map((note) => ({ ...note, pk: cohortPartition({ ...note, part: partOf(note) }) }))
      await noteCohorts(table, placed, now)
    },
    async touch(members) {
      const parts = new Map(members.map((each) => [`${each.analysis}\n${each.day}\n${partOf(each)}`, each]))
      for (const each of parts.values()) await update({ ...each, part: partOf(each) }, 'ADD t :one', { ':one': num(1) })
    },
    async parts(analysis, { from = '', to = '' } = {}) {
      const items: Item[] = []
      let start: Item | undefined
      do {
        const page = await table.client.send(
          new QueryCommand({
            TableName: table.name,
            ConsistentRead: true,
            KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
            ExpressionAttributeValues: {
              ':pk': str(sumsPartition(analysis)),
              ':from': str(from || ' '),
              ':to': str(`${to}~`),
            },
            ExclusiveStartKey: start,
          }),
        )
        items.push(...(page.Items ?? []))
        start = page.LastEvaluatedKey
      } while (start)
      return items.map((item) => keptOf(analysis, item))
    },
    noted: (part) => notedIn(table, cohortPartition(part)),
    async count(part, cells, now) {
      const values = { ':t': num(part.touched), ':cells': str(cellsToText(cells)), ':now': num(now) }
      return held(update(part, 'SET cells = :cells, ct = :t, countedAt = :now', values, 't = :t'))
    },
    async leave(member, left) {
      const unchanged: TransactWriteItem = {
        Put: {
          TableName: table.name,
          Item: itemOf(member),
          ConditionExpression: 'v = :v',
          ExpressionAttributeValues: { ':v': num(member.version - 1) },
        },
      }
      const parts = left.map(
        ({ part, remainder }): TransactWriteItem => ({
          Update: {
            TableName: table.name,
            Key: partKey(part),
            UpdateExpression: 'SET rest = :rest ADD t :one',
            ConditionExpression: 't = :t',
            ExpressionAttributeValues: {
              ':rest': str(cellsToText(remainder)),
              ':one': num(1),
              ':t': num(part.touched),
            },
          },
        }),
      )
      return (await transact(table, [unchanged, ...parts])) ? 'conflict' : 'left'
    },
    async partOf(analysis, day, memberId) {
      const at = { analysis, day, part: partOf({ memberId }) }
      await begin(at)
      return keptOf(analysis, (await getItem(table, partKey(at)))!)
    },
  }
}

function partOf({ memberId }: { memberId: string }): number {
  return spread(memberId, PARTS)
}

function sumsPartition(analysis: string): string {
  return `RS#${analysis}`
}

function cohortPartition({ analysis, day, part }: CohortPart): string {
  return `RA#${analysis}#${day}#${part}`
}

function partKey({ analysis, day, part }: CohortPart): Item {
  return keyOf(sumsPartition(analysis), `${day}#${part}`)
}

function keptOf(analysis: string, { sk, t, ct, cells, countedAt, rest }: Item): KeptPart {
  const [day, part] = sk!.S!.split('#') as [string, string]
  return {
    analysis,
    day,
    part: Number(part),
    touched: Number(t!.N),
    ...(cells && { counted: { at: Number(ct!.N), cells: cellsOfText(cells.S!), countedAt: Number(countedAt!.N) } }),
    remainder: rest ? cellsOfText(rest.S!) : [],
  }
}
