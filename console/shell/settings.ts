import type { MADE_UP } from '../../infra/local/console/people.ts'

/** How people sign in here: `/console.json`, written by who serves the console. */
export type SignIn =
  | { kind: 'madeUp'; people: typeof MADE_UP }
  | { kind: 'oidc'; issuer: string; clientId: string; scope: string }

export interface ConsoleSettings {
  signIn: SignIn
}

export async function readSettings(): Promise<ConsoleSettings> {
  const response = await fetch('/console.json', { cache: 'no-store' })
  return (await response.json()) as ConsoleSettings
}

/** Kept in this browser; where it keeps nothing, for this visit. */
export function kept<T extends string>(name: string, allowed: readonly T[], usual: T): [T, (value: T) => void] {
  const key = `wingback.${name}`
  let value = usual
  try {
    const found = localStorage.getItem(key) as T | null
    if (found !== null && allowed.includes(found)) value = found
  } catch {
    // A browser may forbid it.
  }
  return [
    value,
    (next) => {
      try {
        localStorage.setItem(key, next)
      } catch {
        // Then it holds for this visit.
      }
    },
  ]
}
