import Input from '@cloudscape-design/components/input'
import { useState } from 'react'

/** A field to find things of a list in, by any part of what they are called. */
export function useFindIn<T>(items: readonly T[], label: string, wordsOf: (item: T) => string) {
  const [asked, setAsked] = useState('')
  const wanted = asked.trim().toLowerCase()
  return {
    asked: wanted,
    found: wanted === '' ? items : items.filter((item) => wordsOf(item).toLowerCase().includes(wanted)),
    field: (
      <Input
        type="search"
        ariaLabel={label}
        placeholder={label}
        value={asked}
        onChange={({ detail }) => setAsked(detail.value)}
      />
    ),
  }
}
