import { useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { signCallsWith } from '../api/client.ts'
import { Known } from './known.tsx'
import { type ConsoleSettings, kept } from './settings.ts'
import { type Signing, SigningContext } from './signing.ts'

const Oidc = lazy(() => import('./oidc.tsx'))

/** Nothing is shown before it is known who sits there, and what they may see. */
export function SignedIn({ settings, children }: { settings: ConsoleSettings; children: ReactNode }) {
  const { signIn } = settings
  if (signIn.kind === 'madeUp') return <AsMadeUp people={signIn.people}>{children}</AsMadeUp>
  return (
    <Suspense>
      <Oidc signIn={signIn}>{children}</Oidc>
    </Suspense>
  )
}

type MadeUp = Extract<ConsoleSettings['signIn'], { kind: 'madeUp' }>['people']

function AsMadeUp({ people, children }: { people: MadeUp; children: ReactNode }) {
  const ids = people.map(({ id }) => id)
  const [first, keep] = kept('person', ids, ids[0]!)
  const [id, setId] = useState(first)
  const client = useQueryClient()
  signCallsWith(async () => ({ 'x-wingback-person': id }))
  const signing: Signing = {
    kind: 'madeUp',
    people,
    id,
    be: (next) => {
      keep(next)
      // What one person was shown is nothing of the other's.
      client.clear()
      setId(next)
    },
  }
  return (
    <SigningContext.Provider value={signing}>
      <Known id={id}>{children}</Known>
    </SigningContext.Provider>
  )
}
