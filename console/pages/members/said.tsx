import Box from '@cloudscape-design/components/box'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { useTime } from '../../parts/times.ts'
import { useWords } from '../../shell/words.tsx'

/** What an event said: its fields in words, instants as people read them. */
export function Said({ detail, empty }: { detail: Record<string, unknown>; empty: string }) {
  const time = useTime()
  const { fields, shell } = useWords()
  const items = Object.entries(detail).map(([name, value]) => ({
    label: fields.name(name),
    value: textOf(name, value),
  }))
  return items.length === 0 ? (
    <Box color="text-body-secondary">{empty}</Box>
  ) : (
    <KeyValuePairs columns={2} items={items} />
  )

  function textOf(name: string, value: unknown): string {
    if (typeof value === 'number' && /(At|until|Departure|Arrival)$/.test(name)) return time(value)
    if (typeof value === 'boolean') return value ? shell.yes : shell.no
    if (value === null || typeof value !== 'object') return fields.value(name, String(value ?? '–'))
    if (Array.isArray(value)) return value.map((each) => textOf(name, each)).join('; ') || '–'
    return Object.entries(value)
      .map(([inner, each]) => `${fields.name(inner)} ${textOf(inner, each)}`)
      .join(', ')
  }
}
