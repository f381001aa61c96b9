import Button from '@cloudscape-design/components/button'
import { lazy, Suspense, useState } from 'react'
import { isMapping } from '../../shared/domain/cursor.ts'
import type { Path } from '../../shared/domain/problem.ts'
import { useDocument } from './document.ts'
import { useEditingWords } from './words.ts'

/** The calendars of all countries are large. */
const Holidays = lazy(async () => ({ default: (await import('./holidays.tsx')).Holidays }))

/** Days without sending are often public holidays. */
export function AddHolidays({ path }: { path: Path }) {
  const { at, set } = useDocument()
  const { gallery } = useEditingWords()
  const [isOpen, setOpen] = useState(false)
  const value = at(path)
  // What says no day yet was only there to be filled in.
  const before = (Array.isArray(value) ? value : []).filter((each) => isMapping(each) && (each.on || each.from))
  return (
    <>
      <Button onClick={() => setOpen(true)}>{gallery.holidays.choose}</Button>
      {isOpen && (
        <Suspense>
          <Holidays
            onClose={() => setOpen(false)}
            onChoose={(chosen) =>
              set(path, [
                ...before,
                ...chosen.map(({ name, from, to }) => (from === to ? { name, on: from } : { name, from, to })),
              ])
            }
          />
        </Suspense>
      )}
    </>
  )
}
