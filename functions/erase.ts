import { eachAlone } from '../shared/app/each-alone.ts'
import { eraseBeside } from '../shared/app/privacy/erase.ts'
import { now } from '../shared/lambda/clock.ts'
import { ledger } from '../shared/lambda/keyed-hash.ts'
import { describe, log } from '../shared/lambda/log.ts'
import { counters, mails, members, offers, records, results, setAsides, tally, tasks } from '../shared/lambda/ports.ts'
import { queueHandler } from '../shared/lambda/queue-handler.ts'

/** Deletes what is stored about an erased member outside their item. */
export const handler = queueHandler((messages) => {
  const ports = {
    mails: mails(),
    members: members(),
    results: results(),
    records: records(),
    offers: offers(),
    tasks: tasks(),
    setAsides: setAsides(),
    ledger: ledger(),
    tally: tally(),
    counters: counters(),
  }
  return eachAlone(
    messages,
    ({ body }) => eraseBeside(body, ports, now()),
    (error) => log.error('an erasure is tried again', { error: describe(error) }),
  )
})
