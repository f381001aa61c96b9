import type { World, WorldState } from '../../ports.ts'
import { getItem, IS_NEW, keyOf, num, putIf, str, type Table } from './table.ts'

const KEY = keyOf('WORLD', 'W')

/** The world's one item in DynamoDB, written on condition of its version. */
export function createWorld(table: Table): World {
  return {
    async read() {
      const item = await getItem(table, KEY)
      if (!item) return { version: 0, paused: {}, history: [] }
      return { version: Number(item.v!.N), ...(JSON.parse(item.state!.S!) as Omit<WorldState, 'version'>) }
    },
    async write({ version, ...state }) {
      const before = version - 1
      const unchanged = before === 0 ? IS_NEW : { expression: 'v = :v', values: { ':v': num(before) } }
      const item = { ...KEY, v: num(version), state: str(JSON.stringify(state)) }
      return (await putIf(table, item, unchanged)) ? 'written' : 'conflict'
    },
  }
}
