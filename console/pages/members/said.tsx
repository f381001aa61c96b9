import Box from '@cloudscape-design/components/box'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { useTime } from '../../parts/times.ts'

/** What an event said: its fields by the names of the contract, instants as people read them. */
export function Said({ detail, empty }: { detail: Record<string, unknown>; empty: string }) {
  const time = useTime()
  const items = Object.entries(detail).map(([name, value]) => ({ label: name, value: textOf(name, value) }))
  return items.length === 0 ? (
    <Box color="text-body-secondary">{empty}</Box>
  ) : (
    <KeyValuePairs columns={2} items={items} />
  )

  function textOf(name: string, value: unknown): string {
    if (typeof value === 'number' && /(At|until|Departure|Arrival)$/.test(name)) return time(value)
    if (value === null || typeof value !== 'object') return String(value ?? '–')
    if (Array.isArray(value)) return value.map((each) => textOf(name, each)).join('; ') || '–'
    return Object.entries(value)
      .map(([inner, each]) => `${inner} ${textOf(inner, each)}`)
      .join(', ')
  }
}
