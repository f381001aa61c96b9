import type { Round, Rounds } from '../../ports/index.ts'
import { IS_NEW, type Item, keyOf, num, partition, putIf, str, type Table } from './table.ts'

const PARTITION = 'ROUNDS'

/** Rounds in DynamoDB: one item each, all under one key, because there are few. */
export function createRounds(table: Table): Rounds {
  return {
    async list() {
      return (await partition(table, PARTITION)).map(roundOf)
    },
    async write(round) {
      const before = round.version - 1
      const unchanged = before === 0 ? IS_NEW : { expression: 'v = :v', values: { ':v': num(before) } }
      return (await putIf(table, itemOf(round), unchanged)) ? 'written' : 'conflict'
    },
  }
}

function itemOf({ id, version, expiresAt, ...state }: Round): Item {
  return {
    ...keyOf(PARTITION, id),
    v: num(version),
    state: str(JSON.stringify(state)),
    ...(expiresAt !== undefined && { expiresAt: num(expiresAt) }),
  }
}

function roundOf(item: Item): Round {
  return {
    id: item.sk!.S!,
    version: Number(item.v!.N),
    ...(JSON.parse(item.state!.S!) as Omit<Round, 'id' | 'version' | 'expiresAt'>),
    ...(item.expiresAt && { expiresAt: Number(item.expiresAt.N) }),
  }
}
