import { ACTION_KINDS, traitsOf } from '../actions/index.ts'
import type { ActionKind } from '../actions/kinds.ts'
import { isMapping } from '../cursor.ts'
import type { Path } from '../problem.ts'
import { stepWords } from './diff/steps.ts'
import { conditionWords, type Say } from './diff/words.ts'
import { BEGIN, END, wayOf } from './step-numbers.ts'

/** One step of a journey, in words. */
export interface JourneyStep {
  id: string
  kind: 'begin' | 'action' | 'wait' | 'branch' | 'split' | 'end'
  text: string
  /** Where it is written in the campaign; none: the beginning and the end are not written. */
  path?: Path
}

/** From one step to the next; if there are several ways, with its label. */
export interface JourneyWay {
  /** As those are counted who went it. */
  id: string
  from: string
  to: string
  label?: string
}

export interface JourneyGraph {
  steps: JourneyStep[]
  ways: JourneyWay[]
}

type Mapping = Record<string, unknown>
type Open = Omit<JourneyWay, 'to'>

/** A list of steps, and where it is written. */
interface Listed {
  steps: unknown
  at: Path
}

/** The steps of a campaign as a graph, from the rulebook's source: to be drawn, or read as a list. */
export function journeyGraph(steps: unknown, begins: string, say: Say): JourneyGraph {
  const graph: JourneyGraph = { steps: [{ id: BEGIN, kind: 'begin', text: begins }], ways: [] }
  const open = draw({ steps, at: ['steps'] }, [wayOn(BEGIN, 'on')], graph, say)
  add({ id: END, kind: 'end', text: '' }, open, graph)
  return graph
}

/** Adds steps after the open ends before them. Returns the open ends after them. */
function draw({ steps, at }: Listed, before: Open[], graph: JourneyGraph, say: Say): Open[] {
  if (!Array.isArray(steps)) return before
  return (steps as unknown[]).reduce<Open[]>(
    (open, step, index) => (isMapping(step) ? drawStep(step, [...at, index], open, graph, say) : open),
    before,
  )
}

function drawStep(step: Mapping, path: Path, before: Open[], graph: JourneyGraph, say: Say): Open[] {
  const [key, value] = Object.entries(step).find(([name]) => !BESIDE.includes(name)) ?? ['', '']
  const id = String(graph.steps.length)
  const words = say.step
  if (key === 'if') {
    add({ id, path, kind: 'branch', text: words.if(conditionWords(value, say)) }, before, graph)
    const so = draw({ steps: step.then, at: [...path, 'then'] }, [wayOn(id, 'then', words.ifSo)], graph, say)
    return [
      ...so,
      ...draw({ steps: step.else, at: [...path, 'else'] }, [wayOn(id, 'else', words.otherwise)], graph, say),
    ]
  }
  if (key === 'split') {
    const arms = Array.isArray(step.arms) ? (step.arms as Mapping[]) : []
    add({ id, path, kind: 'split', text: String(value) }, before, graph)
    return arms.flatMap(({ arm, share = words.rest, steps }, index) =>
      draw({ steps, at: [...path, 'arms', index, 'steps'] }, [wayOn(id, String(arm), `${arm} ${share}`)], graph, say),
    )
  }
  add(
    { id, path, kind: key === 'wait' ? 'wait' : 'action', text: stepWords(key, value, step.reason, say) },
    before,
    graph,
  )
  if (isGrant(key)) {
    // What is done where nothing was granted ends the journey.
    const refused = draw(
      { steps: step.ifRefused, at: [...path, 'ifRefused'] },
      [wayOn(id, 'refused', words.ifRefused)],
      graph,
      say,
    )
    for (const way of refused) graph.ways.push({ ...way, to: END })
  }
  return [wayOn(id, 'on')]
}

function isGrant(kind: string): boolean {
  return (ACTION_KINDS as readonly string[]).includes(kind) && traitsOf(kind as ActionKind).grants === true
}

/** `if so: ` on a line is `if so` on an arrow. */
function wayOn(from: string, how: string, words?: string): Open {
  return { id: wayOf(from, how), from, ...(words !== undefined && { label: words.replace(/[:：]\s*$/, '') }) }
}

/** Keys beside the one that says what kind of step it is. */
const BESIDE = ['name', 'then', 'else', 'arms', 'ifRefused', 'reason']

function add(step: JourneyStep, before: readonly Open[], graph: JourneyGraph): void {
  graph.steps.push(step)
  for (const way of before) graph.ways.push({ ...way, to: step.id })
}
