import { rehearseParts } from '../shared/app/rehearsal/everybody/part.ts'
import { keyedHash } from '../shared/lambda/keyed-hash.ts'
import { describe, log } from '../shared/lambda/log.ts'
import { members, records, rehearsals, rulebookStore } from '../shared/lambda/ports.ts'
import { queueHandler } from '../shared/lambda/queue-handler.ts'
import { queuesPort } from '../shared/lambda/queues.ts'

/** Rehearses a draft on everybody, some members at a time. */
export const handler = queueHandler(async (messages) => {
  const ports = {
    ...{ members: members(), records: records(), rulebooks: rulebookStore() },
    ...{ rehearsals: rehearsals(), queues: queuesPort() },
  }
  const onError = (error: unknown) =>
    log.error('a part of a rehearsal, or a member of it, went wrong', { error: describe(error) })
  return rehearseParts(messages, { ports, hash: await keyedHash(), onError })
})
