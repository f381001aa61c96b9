import { isConflict } from '../../contract/identity.ts'
import type { Flights } from '../../ports/index.ts'
import { getItem, IS_NEW, keyOf, num, putIf, str, type Table } from './table.ts'

/** Whole-flight events in DynamoDB: `F`, one small item each, and beside it `D#<event>|<delivery>` for a duplicate. */
export function createFlights(table: Table): Flights {
  return {
    async seen(id) {
      return (await getItem(table, keyOf(`F#${id}`, 'F'))) !== undefined
    },
    async accept({ id, type, delivery, print, expiresAt }) {
      const said = { type: str(type), delivery: str(delivery), print: str(print) }
      const item = { ...keyOf(`F#${id}`, 'F'), ...said, expiresAt: num(expiresAt) }
      if (await putIf(table, item, IS_NEW)) return 'accepted'
      const first = await getItem(table, keyOf(`F#${id}`, 'F'))
      if (first?.delivery?.S === delivery) return 'again'
      if (isConflict(first?.print?.S, print)) return 'conflict'
      const duplicate = { ...keyOf(`F#${id}`, `D#${id}|${delivery}`), expiresAt: num(expiresAt) }
      return (await putIf(table, duplicate, IS_NEW)) ? 'duplicate' : 'again'
    },
  }
}
