import { eachAlone } from '../shared/app/each-alone.ts'
import { eraseBeside } from '../shared/app/privacy/erase.ts'
import { keyedTablePorts } from '../shared/lambda/keyed-hash.ts'
import { describe, log } from '../shared/lambda/log.ts'
import { queueHandler } from '../shared/lambda/queue-handler.ts'

/** Takes away what is kept of somebody who was erased, beside their item. */
export const handler = queueHandler((messages) => {
  const ports = keyedTablePorts()
  return eachAlone(
    messages,
    ({ body }) => eraseBeside(body, ports),
    (error) => log.error('an erasure is tried again', { error: describe(error) }),
  )
})
