import { eachAlone } from '../shared/app/each-alone.ts'
import { eraseBeside } from '../shared/app/privacy/erase.ts'
import { ledger } from '../shared/lambda/keyed-hash.ts'
import { describe, log } from '../shared/lambda/log.ts'
import { offers, records, setAsides, tally, tasks } from '../shared/lambda/ports.ts'
import { queueHandler } from '../shared/lambda/queue-handler.ts'

/** Takes away what is kept of somebody who was erased, beside their item. */
export const handler = queueHandler((messages) => {
  const ports = {
    records: records(),
    offers: offers(),
    tasks: tasks(),
    setAsides: setAsides(),
    ledger: ledger(),
    tally: tally(),
  }
  return eachAlone(
    messages,
    ({ body }) => eraseBeside(body, ports),
    (error) => log.error('an erasure is tried again', { error: describe(error) }),
  )
})
