import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { PerArm } from '../../domain/results/cohort.ts'
import type { HarmKind } from '../../domain/results/outcome.ts'
import type { Assigned, AssignmentNote } from '../../ports/index.ts'
import { chunks } from '../../standards/chunks.ts'
import { shortHash } from '../../standards/hash.ts'
import { packText, unpackText } from './compression.ts'
import { batchWrite, held, type Item, keyOf, num, partition, putIf, type Table } from './table.ts'

/**
 * Who is noted in a part of a day cohort. What one batch has to say of a part is one item, `|+<hash>`, so that a note costs a
 * fraction of a write. A later version of a member is a row in another item, and counts. That a member is no longer in it is an
 * item of its own, `|-<member>`, kept for a day, so that a late write of an older version does not bring them back. (No member's
 * id contains `|`. Items under a member's id alone are of earlier versions.)
 */
const ROWS = '|+'
const GONE = '|-'

const ROWS_PER_ITEM = 100
/** With the other attributes, plain rows of this size still fit into one write unit. */
const PLAIN_ROWS_BYTES = 850
/** No worker lives that long. */
const GONE_IS_KEPT_SECONDS = 24 * 3600

/** Short, because write units are counted by the KB. What is `0` is not said. */
type Row = [
  memberId: string,
  version: number,
  arm: string,
  ppm: number,
  tier?: string | 0,
  harms?: string | 0,
  arms?: PerArm,
]

/** A note without what its item's key says. */
type Noted = Pick<AssignmentNote, 'memberId' | 'version' | 'as'>

/** A note and the partition of its part. */
export type Placed = AssignmentNote & { pk: string }

export async function noteCohorts(table: Table, notes: readonly Placed[], now: number): Promise<void> {
  const isIn = notes.filter(({ as }) => as)
  const byPart = [...Map.groupBy(isIn, ({ pk }) => pk)]
  await batchWrite(
    table,
    byPart.flatMap(([pk, some]) =>
      chunks(some, ROWS_PER_ITEM).map((rows) => ({ PutRequest: { Item: itemOf(pk, rows) } })),
    ),
  )
  // Whoever takes a member out writes that first, and then looks for their rows; here it is the other way round. So one of the two sees
  // the other.
  await Promise.all(byPart.map(([pk, some]) => takeOutLate(table, pk, some)))
  for (const note of notes) if (!note.as) await takeOut(table, note, now)
}

/** Everybody noted in a part, by their latest version. */
export async function notedIn(table: Table, pk: string): Promise<({ memberId: string } & Assigned)[]> {
  const latest = new Map<string, Noted>()
  for (const item of await partition(table, pk)) {
    for (const note of notesIn(item))
      if ((latest.get(note.memberId)?.version ?? -1) < note.version) latest.set(note.memberId, note)
  }
  return [...latest.values()].flatMap(({ memberId, as }) => (as ? [{ memberId, ...as }] : []))
}

async function takeOut(table: Table, { pk, memberId, version }: Placed, now: number): Promise<void> {
  const expiresAt = num(Math.floor(now / 1000) + GONE_IS_KEPT_SECONDS)
  const isOlder = { expression: 'attribute_not_exists(pk) OR v < :v', values: { ':v': num(version) } }
  await putIf(table, { ...keyOf(pk, `${GONE}${memberId}`), v: num(version), expiresAt }, isOlder)
  const ofBefore = {
    TableName: table.name,
    Key: keyOf(pk, memberId),
    ConditionExpression: 'v < :v',
    ExpressionAttributeValues: isOlder.values,
  }
  await held(table.client.send(new DeleteItemCommand(ofBefore)))
  await removeRows(table, pk, new Map([[memberId, version]]))
}

/** Takes out again what came after its member had gone. */
async function takeOutLate(table: Table, pk: string, notes: readonly Noted[]): Promise<void> {
  const goneAt = new Map(
    (await partition(table, pk, GONE)).flatMap(notesIn).map((gone) => [gone.memberId, gone.version]),
  )
  const late = notes.filter(({ memberId, version }) => version < (goneAt.get(memberId) ?? 0))
  if (late.length > 0)
    await removeRows(table, pk, new Map(late.map(({ memberId }) => [memberId, goneAt.get(memberId)!])))
}

/** Removes rows of members, as far as they are older than the version given. */
async function removeRows(table: Table, pk: string, olderThan: ReadonlyMap<string, number>): Promise<void> {
  for (;;) {
    let again = false
    for (const item of await partition(table, pk, ROWS)) {
      const rows = rowsIn(item)
      const left = rows.filter(([memberId, version]) => version >= (olderThan.get(memberId) ?? 0))
      if (left.length < rows.length && !(await replaceRows(table, item, left))) again = true
    }
    if (!again) return
  }
}

/** `false` where somebody else has changed the item meanwhile. */
async function replaceRows(table: Table, item: Item, rows: readonly Row[]): Promise<boolean> {
  const unchanged = {
    TableName: table.name,
    ConditionExpression: '#rows = :rows',
    ExpressionAttributeNames: { '#rows': 'rows' },
    ExpressionAttributeValues: { ':rows': item.rows! },
  }
  const { pk, sk } = item as { pk: Item[string]; sk: Item[string] }
  const write =
    rows.length === 0
      ? table.client.send(new DeleteItemCommand({ ...unchanged, Key: { pk, sk } }))
      : table.client.send(new PutItemCommand({ ...unchanged, Item: { pk, sk, rows: packed(rows) } }))
  return held(write)
}

/** The same notes are the same item, however often they are made. */
function itemOf(pk: string, notes: readonly Noted[]): Item {
  const rows = notes.map(rowOf).sort(([a, before], [b, after]) => (a < b ? -1 : a > b ? 1 : before - after))
  const hash = shortHash(
    rows.map(([memberId, version]) => `${memberId} ${version}`),
    12,
  )
  return { ...keyOf(pk, `${ROWS}${hash}`), rows: packed(rows) }
}

function packed(rows: readonly Row[]): Item[string] {
  return packText(JSON.stringify(rows), PLAIN_ROWS_BYTES)
}

function rowOf({ memberId, version, as }: Noted): Row {
  const { arm, tier, sharePpm, armsPpm, harms } = as!
  const said = [memberId, version, arm, sharePpm] as const
  if (armsPpm) return [...said, tier ?? 0, harms?.join(' ') ?? 0, armsPpm]
  if (harms) return [...said, tier ?? 0, harms.join(' ')]
  return tier === undefined ? [...said] : [...said, tier]
}

function rowsIn({ rows }: Item): Row[] {
  return JSON.parse(unpackText(rows!)) as Row[]
}

function notesIn(item: Item): Noted[] {
  const { sk, v, arm, ppm, arms, tier, harms } = item
  if (item.rows) return rowsIn(item).map(noteOf)
  const memberId = sk!.S!.startsWith(GONE) ? sk!.S!.slice(GONE.length) : sk!.S!
  if (!arm) return [{ memberId, version: Number(v!.N) }]
  const row = [memberId, Number(v!.N), arm.S!, Number(ppm!.N), tier?.S ?? 0, harms?.S ?? 0] as const
  return [noteOf(arms ? [...row, JSON.parse(arms.S!) as PerArm] : [...row])]
}

function noteOf([memberId, version, arm, sharePpm, tier, harms, armsPpm]: Row): Noted {
  return {
    memberId,
    version,
    as: {
      arm,
      sharePpm,
      ...(armsPpm && { armsPpm }),
      ...(tier && { tier }),
      ...(harms && { harms: harms.split(' ') as HarmKind[] }),
    },
  }
}
