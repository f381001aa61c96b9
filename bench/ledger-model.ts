import { GROUPS, SHARDS } from '../shared/adapters/aws/ledger-items.ts'
import { spread } from '../shared/adapters/aws/spread.ts'

/**
 * What one budget bears in DynamoDB, by its published limits: a partition takes 1,000 write units a second, a write in a
 * transaction costs two a KB, and of two transactions at one item the later one is cancelled. A transaction is taken to
 * be at its items for 20 ms, which is more than is usually measured.
 */
const AT_ITS_ITEMS_MS = 20
const READ_MS = 5
const UNITS_A_SECOND = 1_000
const UNITS_A_TRY = 2
/** As the ledger itself does. */
const ATTEMPTS = 24
const FIRST_DELAY_MS = 25
const LONGEST_DELAY_MS = 400

const SECONDS = 20

export interface Layout {
  shards: number
  /** Partitions the shards lie on. */
  groups: number
}

const LAYOUT: Layout = { shards: SHARDS, groups: GROUPS }

export interface Bears {
  grantsPerSecond: number
  /** Transactions a grant, the one that goes through included. */
  triesPerGrant: number
  /** Of all tries, the share that met another transaction. */
  conflicts: number
  /** Of all tries, the share that a partition throttled. */
  throttled: number
  p99Ms: number
  /** Gave up after so many tries: the queue brings them again. */
  givenUp: number
}

/** So many grants a second on one budget, arriving at random. The same every time. */
export function modelGrants(grantsPerSecond: number, { shards, groups }: Layout = LAYOUT): Bears {
  const random = seeded(grantsPerSecond * 1_000 + shards)
  const waiting = new Heap<{ id: number; attempt: number; since: number; at: number }>((entry) => entry.at)
  const count = grantsPerSecond * SECONDS
  for (let id = 0; id < count; id++) {
    const since = random() * SECONDS * 1_000
    waiting.push({ id, attempt: 0, since, at: since + READ_MS })
  }
  const busyUntil = new Float64Array(shards)
  const partitions = Array.from({ length: groups }, () => ({ units: UNITS_A_SECOND, at: 0 }))
  const took: number[] = []
  let tries = 0
  let conflicts = 0
  let throttled = 0
  let givenUp = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { id, attempt, since, at } = next
    tries++
    const shard = spread(`${id} ${attempt}`, shards)
    const partition = partitions[shard % groups]!
    const refill = ((at - partition.at) / 1_000) * UNITS_A_SECOND
    partition.units = Math.min(UNITS_A_SECOND, partition.units + refill)
    partition.at = at
    const isThrottled = partition.units < UNITS_A_TRY
    const isConflict = !isThrottled && busyUntil[shard]! > at
    if (!isThrottled) partition.units -= UNITS_A_TRY
    if (!isThrottled && !isConflict) {
      busyUntil[shard] = at + AT_ITS_ITEMS_MS
      took.push(at + AT_ITS_ITEMS_MS - since)
      continue
    }
    if (isConflict) conflicts++
    else throttled++
    if (attempt + 1 === ATTEMPTS) givenUp++
    else waiting.push({ id, attempt: attempt + 1, since, at: at + READ_MS * 2 + delay(attempt, random()) })
  }
  took.sort((a, b) => a - b)
  return {
    grantsPerSecond,
    triesPerGrant: tries / count,
    conflicts: conflicts / tries,
    throttled: throttled / tries,
    p99Ms: took[Math.floor(took.length * 0.99)] ?? 0,
    givenUp,
  }
}

function delay(attempt: number, share: number): number {
  if (attempt === 0) return 0
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1)) * (0.5 + share / 2)
}

function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A binary heap: the least first. */
class Heap<T> {
  readonly #items: T[] = []
  readonly #rank: (item: T) => number

  constructor(rank: (item: T) => number) {
    this.#rank = rank
  }

  push(item: T): void {
    const items = this.#items
    items.push(item)
    for (let at = items.length - 1; at > 0; ) {
      const parent = (at - 1) >> 1
      if (this.#rank(items[parent]!) <= this.#rank(items[at]!)) break
      this.#swap(at, parent)
      at = parent
    }
  }

  pop(): T | undefined {
    const items = this.#items
    const first = items[0]
    const last = items.pop()
    if (items.length === 0 || last === undefined) return first
    items[0] = last
    for (let at = 0; ; ) {
      const left = 2 * at + 1
      let least = at
      for (const child of [left, left + 1]) {
        if (child < items.length && this.#rank(items[child]!) < this.#rank(items[least]!)) least = child
      }
      if (least === at) return first
      this.#swap(at, least)
      at = least
    }
  }

  #swap(a: number, b: number): void {
    const items = this.#items
    ;[items[a], items[b]] = [items[b]!, items[a]!]
  }
}
