import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { awsError, isAwsError } from './aws-error.ts'
import { type Engine, openEngine, type Params } from './dynalite-engine.ts'
import { openTransactions, type Transactions } from './dynalite-transactions.ts'
import { failed } from './failed.ts'
import { closeServer, isLocal, jsonOf, listen, portOf, readBody, refuseUnread, sendJson } from './http.ts'

export interface DynamoDb {
  url: string
  /** An operation without HTTP. Throws `AwsError`. */
  call(operation: string, params: Params): Promise<Params>
  close(): Promise<void>
}

const JSON_TYPE = 'application/x-amz-json-1.0'
const BODY_BYTES_AT_MOST = 16 * 1024 * 1024

/**
 * DynamoDB on this machine: dynalite with transactions, in memory or under `path`. Whatever was answered survives the
 * process, however it ends. `now` dates the tokens of transactions, epoch ms.
 */
export async function startDynamoDb(options: {
  port: number
  path?: string | undefined
  now: () => number
}): Promise<DynamoDb> {
  const database = await openDynamoDb(options)
  const server = await listen((request, response) => void answer(request, response, database.call), options.port)
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    call: database.call,
    async close() {
      await closeServer(server)
      await database.close()
    },
  }
}

/** The same without a server, for callers within the process. */
export async function openDynamoDb({
  path,
  now,
}: {
  path?: string | undefined
  now: () => number
}): Promise<Omit<DynamoDb, 'url'>> {
  const engine = await openFree(path)
  const transactions = await openTransactions(engine, now)
  return {
    call: (operation, params) => dispatch(engine, transactions, operation, params),
    close: () => engine.store.db.close(),
  }
}

/** A process that was just killed may hold its database a moment longer. */
async function openFree(path: string | undefined, tries = 50): Promise<Engine> {
  try {
    return await openEngine(path)
  } catch (error) {
    if (!isLocked(error)) throw error
    if (tries === 0) throw new Error(`${path} is in use by another process`, { cause: error })
    await pause(100)
    return openFree(path, tries - 1)
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof Error && Object(error.cause).code === 'LEVEL_LOCKED'
}

async function dispatch(engine: Engine, transactions: Transactions, name: string, params: Params): Promise<Params> {
  if (name === 'TransactWriteItems') return transactions.write(params)
  if (name === 'TransactGetItems') return transactions.get(params)
  return engine.call(name, params)
}

async function answer(request: IncomingMessage, response: ServerResponse, call: DynamoDb['call']): Promise<void> {
  try {
    const { authorization } = request.headers
    if (!isLocal(request.headers)) throw awsError('AccessDeniedException', 'This part answers this machine only')
    const body = await readBody(request, BODY_BYTES_AT_MOST)
    if (!body) return refuseUnread(request, response, 413, awsError('ValidationException', 'Too large').body)
    if (!authorization) throw awsError('MissingAuthenticationTokenException', 'Request is missing Authentication Token')
    const [version, operation] = String(request.headers['x-amz-target']).split('.')
    if (version !== 'DynamoDB_20120810' || !operation) throw awsError('UnknownOperationException', 'No such operation')
    sendJson(response, 200, await call(operation, paramsOf(body)), JSON_TYPE)
  } catch (error) {
    if (request.destroyed && !request.complete) return
    if (isAwsError(error)) return sendJson(response, error.statusCode, error.body, JSON_TYPE)
    failed('DynamoDB', error)
    const { body } = awsError('InternalServerError', 'The local DynamoDB failed')
    sendJson(response, 500, body, JSON_TYPE)
  }
}

function paramsOf(body: Buffer): Params {
  try {
    const params = jsonOf(body)
    if (params !== null && typeof params === 'object' && !Array.isArray(params)) return params as Params
  } catch {
    // Not JSON: rejected below, like JSON that is not an object.
  }
  throw awsError('SerializationException', 'The body must be a JSON object')
}
