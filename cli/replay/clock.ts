import type { Client } from '../client.ts'

/** Moves the clock of a local run along with what is replayed. */
export function clockAt(client: Client, note: (text: string) => void, stop?: AbortSignal) {
  let now: number | undefined

  return {
    now: () => now,
    /** Moves the clock to `to`, unless it is there already or later. Returns when the pipeline is quiet. */
    async follow(to: number): Promise<void> {
      now ??= await begin(to)
      while (now < to) {
        stop?.throwIfAborted()
        const moved: { now: number; reached: boolean } = await client.call('POST', '/v1/clock', { body: { to } })
        if (moved.reached) now = Math.max(moved.now, to)
      }
    },
    /** Releases the clock if a replay stops. A run that does not answer releases it by itself. */
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
