import type { Right } from '../../../shared/app/api/rights.ts'
import type { Identify, WaysIn } from '../../../shared/app/api/who.ts'
import type { HttpRequest } from '../../../shared/app/http.ts'

/** The made-up people of a local run's console, one for each kind of work, so that rights and four eyes can be tried. */
interface MadeUp {
  id: string
  /** The name in the history. */
  name: string
  work: 'everything' | 'marketing' | 'service' | 'supervision' | 'finance' | 'reading'
  rights: readonly Right[]
}

export const MADE_UP: readonly MadeUp[] = [
  {
    id: 'sun',
    name: 'Sun Tao',
    work: 'everything',
    rights: ['read', 'rehearse', 'edit', 'approve', 'publish', 'pause', 'pay', 'personalData'],
  },
  { id: 'li', name: 'Li Wei', work: 'marketing', rights: ['read', 'rehearse', 'edit', 'publish', 'pause'] },
  { id: 'zhang', name: 'Zhang Min', work: 'service', rights: ['read', 'pay', 'personalData'] },
  {
    id: 'chen',
    name: 'Chen Jing',
    work: 'supervision',
    rights: ['read', 'rehearse', 'edit', 'approve', 'pause', 'pay', 'personalData'],
  },
  { id: 'wang', name: 'Wang Fang', work: 'finance', rights: ['read', 'approve'] },
  { id: 'zhao', name: 'Zhao Lei', work: 'reading', rights: ['read'] },
]

/** The person that was chosen on the page. */
export function asMadeUp({ headers }: HttpRequest): Identify {
  const person = MADE_UP.find(({ id }) => id === headers['x-wingback-person'])
  return () =>
    person
      ? { name: person.name, isPerson: true, rights: person.rights }
      : { name: 'nobody', isPerson: false, rights: [] }
}

export function madeUpWays(): WaysIn {
  return { ways: MADE_UP.map(({ name, rights }) => ({ kind: 'madeUp', name, rights })), users: false }
}
