import {
  EventBridgeClient,
  EventBridgeServiceException,
  PutEventsCommand,
  type PutEventsResultEntry,
} from '@aws-sdk/client-eventbridge'
import { Unreachable } from '../errors.ts'
import type { BadLine, BusLine } from './entry.ts'

export interface BusAddress {
  name: string
  /** Undefined: EventBridge itself. */
  endpoint?: string | undefined
}

/** EventBridge's limit of entries per call. */
const BATCH = 10
const CALL_BYTES = 256 * 1024
const CALLS_AT_ONCE = 8
const TRIES = 8
const FIRST_PAUSE_MS = 100
const PASSING = new Set(['ThrottlingException', 'InternalException', 'InternalFailure', 'ServiceUnavailable'])

/** Puts entries on a bus, with several calls at once. Entries rejected for a passing reason are retried. */
export function busAt({ name, endpoint }: BusAddress) {
  const local = endpoint && {
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  }
  const client = new EventBridgeClient({ ...local, maxAttempts: 5 })
  let taken = 0

  return {
    /** Returns the entries that the bus will never accept. If it throws, no call is running any more. */
    async put(entries: readonly BusLine[]): Promise<BadLine[]> {
      const batches = batchesOf(entries)
      const refused: BadLine[] = []
      const workers = Array.from({ length: Math.min(CALLS_AT_ONCE, batches.length) }, async () => {
        for (let batch = batches.shift(); batch; batch = batches.shift()) refused.push(...(await putBatch(batch)))
      })
      const failed = (await Promise.allSettled(workers)).find(({ status }) => status === 'rejected')
      if (failed?.status === 'rejected') throw failed.reason
      return refused
    },
    /** How many entries the bus has accepted so far. */
    taken: () => taken,
    close: () => client.destroy(),
  }

  async function putBatch(batch: readonly BusLine[]): Promise<BadLine[]> {
    const refused: BadLine[] = []
    let left = batch
    for (let tries = 1; left.length > 0; tries++) {
      const answers = await send(left)
      const again: BusLine[] = []
      for (const [index, entry] of left.entries()) {
        const { ErrorCode: code, ErrorMessage: message } = answers[index] ?? { ErrorCode: 'InternalFailure' }
        if (!code) taken += 1
        else if (PASSING.has(code)) again.push(entry)
        else refused.push(refusal(entry, code, message))
      }
      if (again.length > 0 && tries === TRIES) {
        throw new Unreachable(({ usage }) => usage.busTookNot(name, again.length, TRIES))
      }
      if (again.length > 0) await pause(FIRST_PAUSE_MS * 2 ** (tries - 1))
      left = again
    }
    return refused
  }

  async function send(entries: readonly BusLine[]): Promise<PutEventsResultEntry[]> {
    const Entries = entries.map(({ source, type, detail }) => ({
      EventBusName: name,
      Source: source,
      DetailType: type,
      Detail: detail,
    }))
    try {
      return (await client.send(new PutEventsCommand({ Entries }))).Entries ?? []
    } catch (error) {
      if (
        error instanceof EventBridgeServiceException &&
        error.$fault === 'client' &&
        error.name === 'ValidationException'
      ) {
        return entries.map(() => ({ ErrorCode: error.name, ErrorMessage: error.message }))
      }
      throw new Unreachable(({ usage }) =>
        usage.busSilent(name, `${(error as Error).name}: ${(error as Error).message}`),
      )
    }
  }
}

/** At most ten entries and 256 KB per call, unless a single one is larger. */
export function batchesOf(entries: readonly BusLine[]): BusLine[][] {
  const batches: BusLine[][] = []
  let bytes = 0
  for (const entry of entries) {
    const last = batches.at(-1)
    if (last && last.length < BATCH && bytes + entry.bytes <= CALL_BYTES) {
      last.push(entry)
      bytes += entry.bytes
    } else {
      batches.push([entry])
      bytes = entry.bytes
    }
  }
  return batches
}

function refusal({ line }: BusLine, code: string, message = ''): BadLine {
  return {
    line,
    code: 'unprocessable',
    path: '',
    message: `the bus refused it: ${code} ${message}`.trim().slice(0, 500),
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
