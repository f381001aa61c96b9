import { createContext, useContext } from 'react'
import type { ConsoleSettings } from './settings.ts'

/** How whoever sits there signed in, and how they become somebody else. */
export type Signing =
  | (Extract<ConsoleSettings['signIn'], { kind: 'madeUp' }> & { id: string; be(id: string): void })
  | { kind: 'oidc'; signOut(): void }

export const SigningContext = createContext<Signing | undefined>(undefined)

export function useSigning(): Signing {
  return useContext(SigningContext)!
}
