import { createHash } from 'node:crypto'
import { type Change, itemSize } from 'dynalite/db/index.js'
import { awsError, isAwsError } from './aws-error.ts'
import type { Engine, Params } from './dynalite-engine.ts'
import { openTokens } from './tokens.ts'

/**
 * `TransactWriteItems` and `TransactGetItems`, which dynalite lacks. Every item of a transaction is locked; dynalite's own
 * put, update and delete run on a stage; then everything is one atomic write, with the token that recognises a repetition,
 * or nothing is. As in DynamoDB, an item in another transaction is a conflict: nobody waits for it. A plain write waits a
 * moment, where DynamoDB would answer with a conflict too.
 */

const ITEMS_AT_MOST = 100
const BYTES_AT_MOST = 4 * 1024 * 1024

/** dynalite's operation for each part. A check is a conditional delete that is not committed. */
const kinds = { Put: 'PutItem', Update: 'UpdateItem', Delete: 'DeleteItem', ConditionCheck: 'DeleteItem' } as const
type Kind = keyof typeof kinds

interface Part {
  kind: Kind
  table: string
  data: Params
  returnsOld: boolean
}

interface Capacity {
  TableName: string
  CapacityUnits: number
}

interface Reason {
  Code: string
  Message?: string
  Item?: unknown
}

export interface Transactions {
  write(params: Params): Promise<Params>
  get(params: Params): Promise<Params>
}

export async function openTransactions(engine: Engine, now: () => number): Promise<Transactions> {
  const tokens = await openTokens(engine.store, now)
  /** Items, and tokens, of running transactions. */
  const ongoing = new Set<string>()

  return {
    async write(params) {
      const token = params.ClientRequestToken as string | undefined
      const fingerprint = createHash('sha256').update(JSON.stringify(params.TransactItems)).digest('base64')
      const parts = list(params).map((each) => partOf(each, params.ReturnConsumedCapacity))
      const named = await namesOf(parts)
      const names = named.filter((name) => name !== undefined)
      const held = token === undefined ? names : [...names, `token ${token}`]
      if (token !== undefined && ongoing.has(`token ${token}`))
        throw awsError('TransactionInProgressException', 'The transaction with the given request token is in progress')
      if (names.some((name) => ongoing.has(name))) throw cancelled(named.map((name) => conflictOn(name, ongoing)))
      for (const name of held) ongoing.add(name)
      try {
        return await engine.locks.hold(held, async () => {
          if (token === undefined) return apply(parts, [])
          if (tokens.wasDone(token, fingerprint)) return {}
          const note = tokens.note(token, fingerprint)
          const answer = await apply(parts, note.changes)
          note.keep()
          return answer
        })
      } finally {
        for (const name of held) ongoing.delete(name)
      }
    },

    async get(params) {
      const gets = list(params).map((each) => engine.check('GetItem', { ...(each.Get as Params) }))
      const names = await Promise.all(gets.map((get) => engine.itemName(get.TableName as string, { key: get.Key })))
      return engine.locks.hold(
        names.filter((name) => name !== undefined),
        async () => {
          const answers = await Promise.all(gets.map((get) => engine.run('GetItem', engine.store, get)))
          return { Responses: answers.map(({ Item }) => ({ Item })) }
        },
      )
    },
  }

  function partOf(entry: Params, capacity: unknown): Part {
    const given = Object.keys(entry).filter((key): key is Kind => Object.hasOwn(kinds, key) && entry[key] != null)
    const kind = given[0]
    if (given.length !== 1 || !kind)
      throw awsError('ValidationException', 'TransactItems can only contain one of Check, Put, Update or Delete')
    const params = entry[kind] as Params
    if (kind === 'ConditionCheck' && !params.ConditionExpression)
      throw awsError('ValidationException', 'The parameter ConditionExpression is required in a ConditionCheck')
    const returnsOld = params.ReturnValuesOnConditionCheckFailure === 'ALL_OLD'
    const data = engine.check(kinds[kind], { ...params, ReturnConsumedCapacity: capacity })
    return { kind, table: data.TableName as string, data, returnsOld }
  }

  /** The items' names, to be locked; those that do not fit their table are reported later, as a reason. */
  async function namesOf(parts: readonly Part[]): Promise<(string | undefined)[]> {
    const named = await Promise.all(
      parts.map((part) => engine.itemName(part.table, { key: part.data.Key, item: part.data.Item })),
    )
    const names = named.filter((name) => name !== undefined)
    if (new Set(names).size < names.length)
      throw awsError('ValidationException', 'Transaction request cannot include multiple operations on one item')
    return named
  }

  async function apply(parts: readonly Part[], notes: readonly Change[]): Promise<Params> {
    const outcomes = await Promise.all(parts.map(tried))
    const reasons = outcomes.map((outcome) => outcome.reason)
    if (reasons.some((reason) => reason.Code !== 'None')) throw cancelled(reasons)
    const changes = outcomes.flatMap((outcome) => outcome.changes)
    const bytes = changes.reduce((sum, change) => sum + (change.value ? itemSize(change.value) : 0), 0)
    if (bytes > BYTES_AT_MOST) throw awsError('ValidationException', 'The transaction is larger than 4 MB')
    await engine.commit([...changes, ...notes])
    const units = outcomes.flatMap((outcome) => outcome.capacity ?? [])
    return units.length > 0 ? { ConsumedCapacity: capacityByTable(units) } : {}
  }

  async function tried(part: Part): Promise<{ reason: Reason; changes: Change[]; capacity?: Capacity | undefined }> {
    const staged = engine.stage()
    try {
      const answer = await engine.run(kinds[part.kind], staged.store, part.data)
      const changes = part.kind === 'ConditionCheck' ? [] : staged.changes
      return { reason: { Code: 'None' }, changes, capacity: answer.ConsumedCapacity as Capacity | undefined }
    } catch (error) {
      if (!isAwsError(error)) throw error
      const failedCondition = error.body.__type.endsWith('#ConditionalCheckFailedException')
      const Code = failedCondition ? 'ConditionalCheckFailed' : 'ValidationError'
      const Item = failedCondition && part.returnsOld ? staged.existing : undefined
      return { reason: { Code, Message: error.message, ...(Item && { Item }) }, changes: [] }
    }
  }
}

function conflictOn(name: string | undefined, ongoing: ReadonlySet<string>): Reason {
  if (name === undefined || !ongoing.has(name)) return { Code: 'None' }
  return { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' }
}

function list(params: Params): Params[] {
  const entries = params.TransactItems
  if (!Array.isArray(entries) || entries.length === 0 || entries.length > ITEMS_AT_MOST) {
    const message = `TransactItems must have between 1 and ${ITEMS_AT_MOST} members`
    throw awsError('ValidationException', message)
  }
  return entries
}

function cancelled(reasons: readonly Reason[]): Error {
  const codes = reasons.map((reason) => reason.Code).join(', ')
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`
  return awsError('TransactionCanceledException', message, { Message: message, CancellationReasons: reasons })
}

/** A transaction consumes every unit twice: to prepare and to commit. */
function capacityByTable(units: readonly Capacity[]): Capacity[] {
  const byTable = Map.groupBy(units, (each) => each.TableName)
  return [...byTable].map(([TableName, of]) => ({
    TableName,
    CapacityUnits: 2 * of.reduce((sum, each) => sum + each.CapacityUnits, 0),
  }))
}
