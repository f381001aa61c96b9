import { isMapping } from '../../shared/domain/cursor.ts'
import { type Say, triggerWords } from '../../shared/domain/rulebook/diff/words.ts'
import { type JourneyGraph, type JourneyStep, journeyGraph } from '../../shared/domain/rulebook/journey-graph.ts'

/** The way through a campaign as it is written. While somebody writes, a step may say what has no words yet. */
export function graphOf(campaign: unknown, say: Say): JourneyGraph {
  const { trigger, steps } = isMapping(campaign) ? campaign : { trigger: undefined, steps: undefined }
  try {
    return journeyGraph(steps, trigger === undefined ? '' : triggerWords(trigger, say), say)
  } catch {
    return plain(steps)
  }
}

/** The steps one after another, as they are written. */
function plain(steps: unknown): JourneyGraph {
  const all = (Array.isArray(steps) ? steps : []).map((step, index): JourneyStep => {
    return { id: `step-${index}`, kind: 'action', text: JSON.stringify(step), path: ['steps', index] }
  })
  const ways = all.slice(1).map(({ id }, index) => ({ id: `${id} on`, from: all[index]!.id, to: id }))
  return { steps: all, ways }
}
