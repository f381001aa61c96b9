import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Client } from '../../../cli/client.ts'
import { clockAt } from '../../../cli/replay/clock.ts'
import { untilQuiet } from '../../../cli/replay/quiet.ts'
import type { Drop } from '../drop.ts'

/**
 * One flight of the last days of the sample, as the airline's systems report it: a list of bookings, then how the flight
 * stands, from its schedule to its arrival. These are files as they are dropped, so that they take the way of every
 * message: store, queue, translation, bus.
 */
const MESSAGES: readonly [at: string, connector: string, file: string][] = [
  ['2026-09-28T22:00:00Z', 'reservations', '1-bookings.edi'],
  ['2026-09-28T22:30:00Z', 'operations', '2-scheduled.xml'],
  ['2026-09-29T02:40:00Z', 'operations', '3-ten-minutes-late.xml'],
  ['2026-09-29T03:10:00Z', 'operations', '4-fifty-minutes-late.xml'],
  ['2026-09-29T03:40:00Z', 'operations', '5-two-and-a-half-hours-late.xml'],
  ['2026-09-29T06:00:00Z', 'operations', '6-more-than-four-hours-late.xml'],
  ['2026-09-29T08:20:00Z', 'operations', '7-off-blocks.xml'],
  ['2026-09-29T10:31:00Z', 'operations', '8-on-blocks.xml'],
]

const FILES = fileURLToPath(new URL('flight', import.meta.url))

/** Whether a rulebook has the connectors that read these messages. */
export function readsFlight(rulebook: string): boolean {
  return MESSAGES.every(([, connector]) => existsSync(join(rulebook, 'connectors', `${connector}.yaml`)))
}

/** Drops each message at its time, and goes on once everything that it leads to is done. Returns how many there were. */
export async function playFlight(client: Client, drop: Drop): Promise<number> {
  const clock = clockAt(client, () => {})
  for (const [at, connector, file] of MESSAGES) {
    await clock.follow(Date.parse(at))
    const folder = join(drop.folder, connector)
    mkdirSync(folder, { recursive: true })
    copyFileSync(join(FILES, file), join(folder, file))
    // A file is taken at the second look, when it has stopped growing.
    for (const _ of [1, 2]) await drop.look()
    await untilQuiet(client, () => {})
  }
  return MESSAGES.length
}
