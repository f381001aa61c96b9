import { reactToBatch } from '../shared/app/react/batch.ts'
import { busPort } from '../shared/lambda/bus.ts'
import { now } from '../shared/lambda/clock.ts'
import { cards, finders, suppressions } from '../shared/lambda/keyed-hash.ts'
import { alert, describe, log } from '../shared/lambda/log.ts'
import { pause } from '../shared/lambda/pause.ts'
import {
  audiences,
  counters,
  departures,
  mailCounts,
  mails,
  members,
  months,
  records,
  reputation,
  results,
  setAsides,
  tally,
  worldStore,
} from '../shared/lambda/ports.ts'
import { queueHandler } from '../shared/lambda/queue-handler.ts'
import { queuesPort } from '../shared/lambda/queues.ts'
import { readWorld, rulebooks } from '../shared/lambda/world.ts'

/** Folds events into members and decides. */
export const handler = queueHandler(async (messages) => {
  const { state, hints } = await readWorld()
  return reactToBatch(messages, {
    ports: {
      audiences: audiences(),
      cards: cards(),
      counters: counters(),
      departures: departures(),
      finders: finders(),
      mailCounts: mailCounts(),
      mails: mails(),
      members: members(),
      months: months(),
      records: records(),
      results: results(),
      reputation: reputation(),
      setAsides: setAsides(),
      suppressions: suppressions(),
      tally: tally(),
      world: worldStore(),
      queues: queuesPort(),
      bus: busPort(),
    },
    rulebooks: rulebooks(),
    rulebook: state.rulebook,
    hints,
    now: now(),
    alert,
    onError: (error) => log.error('a member is tried again', { error: describe(error) }),
    notOurs: (count) => log.info('reports that are not ours', { count }),
    pause,
  })
})
