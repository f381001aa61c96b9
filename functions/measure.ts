import { measure } from '../shared/app/results/measure.ts'
import { sampler } from '../shared/app/sample/make.ts'
import { now } from '../shared/lambda/clock.ts'
import { required } from '../shared/lambda/environment.ts'
import { keyedHash } from '../shared/lambda/keyed-hash.ts'
import { alert, log } from '../shared/lambda/log.ts'
import { members, months, records, results, samples, worldStore } from '../shared/lambda/ports.ts'
import { timerHandler } from '../shared/lambda/stack.ts'
import { readWorld, rulebooks } from '../shared/lambda/world.ts'

/** Of fifteen minutes: there may be two looks, and the counting before them. */
const MINUTES_PER_LOOK = 6

/**
 * Counts the results of campaigns every night, and raises an alarm if sums are wrong, or a campaign does harm or loses money. As it goes through all
 * members it draws those for the sample with which drafts are rehearsed.
 */
export const handler = timerHandler(async () => {
  const { state } = await readWorld()
  const rulebook = state.rulebook === undefined ? undefined : await rulebooks().load(state.rulebook)
  const ports = {
    results: results(),
    members: members(),
    world: worldStore(),
    records: records(),
    months: months(),
    samples: samples(),
  }
  const at = now()
  const sorting = rulebook?.models.complaints
  const drawn = sampler({ ports, hash: await keyedHash(), now: at, sorting, size: required('SAMPLE_MEMBERS') })
  const {
    wrong,
    harmful,
    losing,
    months: recounted,
    ...counts
  } = await measure({ ports, rulebook, now: at, msPerLook: MINUTES_PER_LOOK * 60_000, alert, see: drawn.see })
  // Of some members alone it would not say of how many it is a sample: the last one stays.
  if (counts.complete) log.info('a sample was drawn', await drawn.keep())
  log.info('results were counted', { ...counts, done: 'measure' })
  for (const what of wrong) log.warn('sums of results were wrong, and are counted anew', { what })
  if (recounted) log.info('figures of months were counted again', { ...recounted })
  for (const { campaign, found } of harmful) log.warn('a campaign does harm', { campaign, ...found })
  for (const { campaign, losses } of losing) log.warn('a campaign loses money', { campaign, losses })
})
