import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../api/client.ts'
import { Problem } from '../parts/problem.tsx'
import { PersonContext } from './person.tsx'

/** Shows pages once the API has said who sits there, and what they may do. */
export function Known({ id, children }: { id: string; children: ReactNode }) {
  const me = useQuery({ queryKey: ['me', id], queryFn: () => call('GET /v1/me', {}), staleTime: 60_000 })
  if (me.error) return <Problem error={me.error} again={() => void me.refetch()} />
  if (!me.data) return null
  const { name, rights, zone } = me.data
  return <PersonContext.Provider value={{ id, name, rights, zone }}>{children}</PersonContext.Provider>
}
