import { fitMonth } from '../shared/app/scores/fit-month.ts'
import { now } from '../shared/lambda/clock.ts'
import { log } from '../shared/lambda/log.ts'
import { drafts, fits, members, rulebookStore, worldStore } from '../shared/lambda/ports.ts'
import { timerHandler } from '../shared/lambda/stack.ts'
import { rulebooks } from '../shared/lambda/world.ts'

/** Of fifteen minutes: the rest is for fitting. */
const MINUTES_FOR_LOOKING = 7

/** Looks every night whether this month's fits of the models of scores were made, and makes those that were not. */
export const handler = timerHandler(async () => {
  const ports = {
    members: members(),
    fits: fits(),
    drafts: drafts(),
    rulebooks: rulebookStore(),
    world: worldStore(),
  }
  const made = await fitMonth({ ports, rulebooks: rulebooks(), now: now(), msPerLook: MINUTES_FOR_LOOKING * 60_000 })
  for (const { score, month, members: among, lost, verdict, draft } of made) {
    log.info('a model was fitted', { score, month, members: among, lost, verdict, draft })
  }
  log.info('scores were looked after', { done: 'fit-scores' })
})
