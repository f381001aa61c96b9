import type { Change, Store } from 'dynalite/db/index.js'
import { awsError } from './aws-error.ts'

/** The `ClientRequestToken`s of finished transactions: for ten minutes a repetition does nothing. */
export interface Tokens {
  /** Whether exactly this request was done. Throws `IdempotentParameterMismatchException` if another one had the token. */
  wasDone(token: string, fingerprint: string): boolean
  /** The changes that record a token, to be committed with its transaction; call `keep` once they are. */
  note(token: string, fingerprint: string): { changes: Change[]; keep(): void }
}

const LIFE_MS = 10 * 60_000
const PREFIX = 'token~'

interface Done {
  at: number
  fingerprint: string
}

export async function openTokens(store: Store, now: () => number): Promise<Tokens> {
  const tokens = new Map<string, Done>()
  for await (const [key, done] of store.db.iterator({ gte: PREFIX, lt: `${PREFIX}\uffff` }))
    tokens.set(key.slice(PREFIX.length), done as unknown as Done)

  return {
    wasDone(token, fingerprint) {
      const done = tokens.get(token)
      if (!done || isOver(done)) return false
      if (done.fingerprint === fingerprint) return true
      throw awsError('IdempotentParameterMismatchException', 'The token was used for another transaction')
    },

    note(token, fingerprint) {
      const done: Done = { at: now(), fingerprint }
      const over = firstOver()
      const changes: Change[] = over.map((each) => ({ type: 'del', key: PREFIX + each }))
      changes.push({ type: 'put', key: PREFIX + token, value: { ...done } })
      return {
        changes,
        keep() {
          for (const each of [...over, token]) tokens.delete(each)
          tokens.set(token, done)
        },
      }
    },
  }

  function isOver(done: Done): boolean {
    return done.at < now() - LIFE_MS
  }

  /** Some expired ones: more than are added, so that all are removed in the end. */
  function firstOver(): string[] {
    return tokens
      .entries()
      .take(4)
      .filter(([, done]) => isOver(done))
      .map(([token]) => token)
      .toArray()
  }
}
