import { createContext, useContext } from 'react'
import type { Right } from '../../shared/app/api/rights.ts'

/** Who sits at the page. */
export interface Person {
  id: string
  name: string
  rights: readonly Right[]
  /** The airline's zone: every time on a page is told in it. */
  zone: string
}

export const PersonContext = createContext<Person | undefined>(undefined)

export function usePerson(): Person {
  const person = useContext(PersonContext)
  if (!person) throw new Error('no page without a person')
  return person
}

export function useMay(right: Right): boolean {
  return usePerson().rights.includes(right)
}
