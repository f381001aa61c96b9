import { createRequire } from 'node:module'
import type { Attributes, Callback, Change, Store, Table } from 'dynalite/db/index.js'
import * as db from 'dynalite/db/index.js'
import * as validations from 'dynalite/validations/index.js'
import { type AwsError, awsError } from './aws-error.ts'
import { type Locks, locks } from './locks.ts'

/**
 * dynalite's operations, without its HTTP server, on one LevelDB (in memory without a path).
 *
 * dynalite changes an item and its index entries one after the other: a crash in between leaves an index that does not
 * match. Here an operation writes to a stage instead, and the stage becomes one LevelDB batch, which is always atomic. The
 * same stage makes transactions (`dynalite-transactions.ts`): dynalite's own code checks conditions and computes updates
 * there too.
 */

export type Params = Record<string, unknown>

type Action = (store: Store, data: Params, callback: Callback<Params>) => void
interface Operation {
  run: Action
  types: object
  custom: unknown
}

/** Changes of items wait here until they are committed; reads see the database as it was. */
export interface Stage {
  store: Store
  changes: Change[]
  /** The item that was changed last, as it was read: the one a failed condition is about. */
  readonly existing?: Attributes | undefined
}

const require = createRequire(import.meta.url)
const reads = ['BatchGetItem', 'GetItem', 'Query', 'Scan'] as const
const writes = ['BatchWriteItem', 'DeleteItem', 'PutItem', 'UpdateItem'] as const
const administration = [
  ...([
    'CreateTable',
    'DeleteTable',
    'DescribeTable',
    'DescribeTimeToLive',
    'ListTables',
    'ListTagsOfResource',
  ] as const),
  ...(['TagResource', 'UntagResource', 'UpdateTable'] as const),
]
const operations = new Map([...reads, ...writes, ...administration].map((name) => [name as string, load(name)]))

function load(name: string): Operation {
  const file = name[0]!.toLowerCase() + name.slice(1)
  return { run: require(`dynalite/actions/${file}.js`), ...require(`dynalite/validations/${file}.js`) }
}

export interface Engine {
  store: Store
  locks: Locks
  /** An operation as a client sends it. Throws {@link AwsError}. */
  call(name: string, params: Params): Promise<Params>
  /** The parameters as dynalite wants them: types checked, expressions parsed. Throws {@link AwsError}. */
  check(name: string, params: Params): Params
  stage(): Stage
  run(name: string, store: Store, data: Params): Promise<Params>
  commit(changes: readonly Change[]): Promise<void>
  /** The name of an item among all tables. Undefined if its key does not fit the table. */
  itemName(table: string, item: { key?: unknown | undefined; item?: unknown }): Promise<string | undefined>
}

/** Opens the database. Throws if another process has it open. */
export async function openEngine(path: string | undefined): Promise<Engine> {
  const store = db.create({ path, createTableMs: 0 })
  await store.db.open()
  await dropUnfinishedTables(store)
  const tables = new Map<string, Table>()
  let tablesStay = true

  const engine: Engine = {
    store,
    locks: locks(),
    check,
    stage,
    run,

    async call(name, params) {
      if (!operations.has(name)) throw awsError('UnknownOperationException', `${name} is not known here`)
      const returnsOld = params.ReturnValuesOnConditionCheckFailure === 'ALL_OLD'
      const data = check(name, params)
      if ((reads as readonly string[]).includes(name)) return run(name, { ...store, getTable: tableOf }, data)
      if ((writes as readonly string[]).includes(name)) return write(name, data, returnsOld)
      // A changing table may be read in between: from then on none is cached.
      if (name === 'DeleteTable' || name === 'UpdateTable') tablesStay = false
      if (!tablesStay) tables.clear()
      return run(name, store, data)
    },

    async commit(changes) {
      if (changes.length > 0) await store.db.batch([...changes])
    },

    async itemName(tableName, { key, item }) {
      const table = await promised<Table>((callback) => tableOf(tableName, callback))
      const value = (key ?? item) as Attributes
      const invalid = key ? db.validateKey(value, table) : db.validateItem(value, table)
      return invalid ? undefined : `${tableName} ${db.createKey(value, table)}`
    },
  }
  return engine

  function check(name: string, params: Params): Params {
    const { types, custom } = operations.get(name)!
    const data = validations.checkTypes(params, types)
    validations.checkValidations(data, types, custom, store)
    return data
  }

  function run(name: string, on: Store, data: Params): Promise<Params> {
    return promised<Params>((callback) => operations.get(name)!.run(on, data, callback))
  }

  async function write(name: string, data: Params, returnsOld: boolean): Promise<Params> {
    const names = await Promise.all(itemsOf(data).map(([table, item]) => engine.itemName(table, item)))
    return engine.locks.hold(
      names.filter((each) => each !== undefined),
      async () => {
        const staged = stage()
        const answer = await run(name, staged.store, data).catch((error) => {
          throw returnsOld ? withItem(error, staged.existing) : error
        })
        await engine.commit(staged.changes)
        return answer
      },
    )
  }

  function stage(): Stage {
    const changes: Change[] = []
    let existing: Attributes | undefined
    const sectionOf = (prefix: string, section: ReturnType<Store['getItemDb']>) => ({
      ...section,
      lock: (_key: string, work: (release: <F>(callback: F) => F) => void) => work((callback) => callback),
      get(key: string, callback: Callback<Attributes>) {
        section.get(key, (error, value) => {
          existing = value
          callback(error, value)
        })
      },
      put(key: string, value: Attributes, callback: Callback<void>) {
        changes.push({ type: 'put', key: prefix + key, value })
        callback(null)
      },
      del(key: string, callback: Callback<void>) {
        changes.push({ type: 'del', key: prefix + key })
        callback(null)
      },
    })
    return {
      changes,
      get existing() {
        return existing
      },
      store: {
        ...store,
        getTable: tableOf,
        // The prefixes are dynalite's own (db/index.js): a batch for the whole database needs whole keys.
        getItemDb: (table) => sectionOf(`item-${table}~`, store.getItemDb(table)),
        getIndexDb: (kind, table, index) =>
          sectionOf(`index-${kind.toLowerCase()}~${table}~${index}~`, store.getIndexDb(kind, table, index)),
      },
    }
  }

  function tableOf(name: string, ...rest: [Callback<Table>] | [boolean, Callback<Table>]): void {
    const callback = rest.at(-1) as Callback<Table>
    const known = tables.get(name)
    if (known) callback(null, known)
    else
      store.getTable(name, (error, table) => {
        if (tablesStay && table?.TableStatus === 'ACTIVE') tables.set(name, table)
        callback(error, table)
      })
  }
}

/** A table whose creation was interrupted by a crash would never be ready. It is empty. */
async function dropUnfinishedTables(store: Store): Promise<void> {
  for await (const [key, table] of store.db.iterator({ gte: 'table~', lt: 'table~\uffff' }))
    if (table.TableStatus === 'CREATING') await store.db.batch([{ type: 'del', key }])
}

function promised<T>(start: (callback: Callback<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => start((error, value) => (error ? reject(error) : resolve(value as T))))
}

/** What a write is about: tables, and keys or whole items. */
function itemsOf(data: Params): [string, { key?: unknown | undefined; item?: unknown }][] {
  if (typeof data.TableName === 'string') return [[data.TableName, { key: data.Key, item: data.Item }]]
  const batches = Object.entries(data.RequestItems as Record<string, Record<string, Params>[]>)
  return batches.flatMap(([table, requests]) =>
    requests.map((request): [string, { key?: unknown | undefined; item?: unknown }] => [
      table,
      { key: request.DeleteRequest?.Key, item: request.PutRequest?.Item },
    ]),
  )
}

/** dynalite does not know `ReturnValuesOnConditionCheckFailure`. */
function withItem(error: AwsError, item: Attributes | undefined): AwsError {
  if (item && error.body?.__type.endsWith('#ConditionalCheckFailedException')) error.body.Item = item
  return error
}
