import { describe, trace } from '../../../shared/lambda/describe.ts'
import type { Parts } from './index.ts'
import type { FromParent, ToParent } from './spawn.ts'

/** The process in which `spawn.ts` runs the parts. It ends with its parent, however that ends. */

let parts: Parts | undefined

// Ctrl-C reaches the whole group of processes: the parent decides when the parts are no longer needed.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})
process.on('disconnect', () => process.exit())
process.on('uncaughtException', (error) => {
  console.error('The local parts end:', trace(error))
  process.send?.({ ended: messageOf(error) } satisfies ToParent, undefined, undefined, () => process.exit(1))
})
// A request that fails in a library harms only itself, because the whole run depends on this process.
process.on('unhandledRejection', (error) => console.error('A local part failed:', trace(error)))
process.on('message', async (message: FromParent) => {
  try {
    if ('start' in message) {
      // Imported only here, so that the parent learns of a missing package.
      const { startParts } = await import('./index.ts')
      parts = await startParts(message.start)
      const { endpoints, queueUrls, deadUrls, credentials } = parts
      send({ started: { endpoints, queueUrls, deadUrls, credentials } })
    } else {
      const call = parts![message.call] as (...args: unknown[]) => Promise<unknown>
      send({ id: message.id, value: await call(...message.args) })
    }
  } catch (error) {
    send({ id: 'id' in message ? message.id : 0, error: messageOf(error) })
  }
})

function send(message: ToParent): void {
  // The parent may have ended in between: then `disconnect` follows.
  process.send?.(message, undefined, undefined, () => {})
}

/** With its cause: only there LevelDB says why it cannot be opened. */
function messageOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : ''
  return `${describe(error).message}${cause}`
}
