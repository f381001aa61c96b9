import type { Client } from '../client.ts'

interface Status {
  events: { accepted: number; duplicates: number; setAside: number }
  queues: Record<string, { waiting: number; inFlight: number; dead: number }>
}

export async function countsOf(client: Client): Promise<Status['events']> {
  return (await client.call<Status>('GET', '/v1/status')).events
}

const PAUSE_MS = 2000
/** Queue depths are approximate in AWS: they must be zero so many times in a row. */
const CALM_LOOKS = 3

/** Returns when nothing is queued or being processed. A local run knows exactly; otherwise the queues are watched. */
export async function untilQuiet(client: Client, note: (text: string) => void, stop?: AbortSignal): Promise<void> {
  note('waiting until everything is worked through …')
  if (client.local) {
    for (let quiet = false; !quiet; ) {
      stop?.throwIfAborted()
      quiet = (await client.call<{ quiet: boolean }>('POST', '/v1/drain', { body: {} })).quiet
    }
    return
  }
  for (let calm = 0; calm < CALM_LOOKS; ) {
    stop?.throwIfAborted()
    const { queues } = await client.call<Status>('GET', '/v1/status')
    const busy = Object.values(queues).some((queue) => queue.waiting + queue.inFlight > 0)
    calm = busy ? 0 : calm + 1
    if (calm < CALM_LOOKS) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}
