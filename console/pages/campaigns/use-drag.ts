import type { Node, XYPosition } from '@xyflow/react'
import { useState } from 'react'
import type { JourneyGraph, JourneyStep } from '../../../shared/domain/rulebook/journey-graph.ts'

type Where = 'before' | 'behind'

interface Held {
  id: string
  position: XYPosition
  /** Where it would be dropped now. */
  onto?: { id: string; where: Where } | undefined
}

/** A step that is dragged: where it is drawn meanwhile, and what it is dropped onto. */
export function useDrag(
  { steps }: JourneyGraph,
  nodes: readonly Node[],
  onDrop: ((step: JourneyStep, beside: JourneyStep, where: Where) => void) | undefined,
) {
  const [held, setHeld] = useState<Held>()
  const stepOf = (id: string) => steps.find((step) => step.id === id)

  /** The step under the middle of the one that is dragged. */
  function under(dragged: Node): Held['onto'] {
    const x = dragged.position.x + dragged.width! / 2
    const y = dragged.position.y + dragged.height! / 2
    const found = nodes.find(
      ({ id, position, width, height }) =>
        id !== dragged.id &&
        stepOf(id)?.path !== undefined &&
        Math.abs(position.x + width! / 2 - x) < width! / 2 &&
        Math.abs(position.y + height! / 2 - y) < height! / 2 + REACH,
    )
    if (!found) return undefined
    return { id: found.id, where: y < found.position.y + found.height! / 2 ? 'before' : 'behind' }
  }

  return {
    held: (id: string) => (held?.id === id ? { position: held.position } : undefined),
    mark: (id: string) => held?.onto?.id === id && `wb-step-drop-${held.onto.where}`,
    move: (_event: unknown, node: Node) => setHeld({ id: node.id, position: { ...node.position }, onto: under(node) }),
    drop(_event: unknown, node: Node) {
      const onto = under(node)
      setHeld(undefined)
      const [step, beside] = [stepOf(node.id), onto && stepOf(onto.id)]
      if (step && beside && onto) onDrop?.(step, beside, onto.where)
    },
  }
}

/** Between two steps, half of the way belongs to each. */
const REACH = 32
