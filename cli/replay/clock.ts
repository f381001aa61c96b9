import type { Client } from '../client.ts'

/** Moves the clock of a local run along with what is replayed. */
export function clockAt(client: Client, note: (text: string) => void, stop?: AbortSignal) {
  let now: number | undefined

  return {
    now: () => now,
    /** Brings the clock to `to`, unless it is there already or later; returns when the pipeline is quiet. */
    async follow(to: number): Promise<void> {
      now ??= await begin(to)
      while (now < to) {
        stop?.throwIfAborted()
        const moved: { now: number; reached: boolean } = await client.call('POST', '/v1/clock', { body: { to } })
        if (moved.reached) now = Math.max(moved.now, to)
      }
    },
    /** Lets the clock go where a replay breaks off. A run that does not answer lets it go by itself. */
    async leave(): Promise<void> {
      if (now !== undefined) await client.call('POST', '/v1/drain', { body: {} }).catch(() => {})
    },
  }

  async function begin(at: number): Promise<number> {
    const begun = await client.call<{ now: number; moved: boolean; note?: string }>('POST', '/v1/clock', {
      body: { begin: at },
    })
    if (begun.note) note(begun.note)
    return begun.now
  }
}
