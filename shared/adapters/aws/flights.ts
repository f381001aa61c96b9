import type { Flights } from '../../ports.ts'
import { getItem, IS_NEW, keyOf, num, putIf, str, type Table } from './table.ts'

/** Whole-flight events in DynamoDB: one small item each. */
export function createFlights(table: Table): Flights {
  async function seen(id: string, delivery: string): Promise<'again' | 'duplicate' | undefined> {
    const first = await getItem(table, flightKey(id))
    return first && (first.delivery!.S === delivery ? 'again' : 'duplicate')
  }

  return {
    async accept({ id, type, delivery, expiresAt }) {
      const item = { ...flightKey(id), type: str(type), delivery: str(delivery), expiresAt: num(expiresAt) }
      if (await putIf(table, item, IS_NEW)) return 'accepted'
      return (await seen(id, delivery)) ?? 'duplicate'
    },
    seen,
  }
}

function flightKey(id: string) {
  return keyOf(`F#${id}`, 'F')
}
