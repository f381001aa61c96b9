import { fanOut } from '../../shared/app/react/fan-out.ts'
import type { Envelope } from '../../shared/contract/index.ts'
import type { Reactor } from './reactor.ts'

/** Whole flights, told to everybody on them. */
export async function fly(reactor: Reactor, flights: readonly Envelope[], broken: object = {}): Promise<string[]> {
  const { ports, now, errors, alerts } = reactor
  const messages = flights.map((flight, i) => ({ messageId: `f${i}`, body: JSON.stringify(flight) }))
  const failed = await fanOut(messages, {
    ports: { ...ports, ...broken },
    now,
    onError: (error) => errors.push(error),
    alert: (what) => alerts.push(what),
  })
  await reactor.drain()
  return failed
}
