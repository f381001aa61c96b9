import '@xyflow/react/dist/base.css'
import './journey.css'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { graphlib, layout } from '@dagrejs/dagre'
import {
  BaseEdge,
  Controls,
  type Edge,
  EdgeLabelRenderer,
  type EdgeProps,
  MarkerType,
  type Node,
  Position,
  ReactFlow,
} from '@xyflow/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { JourneyGraph, JourneyStep, JourneyWay } from '../../../shared/domain/rulebook/journey-graph.ts'
import { Figure } from '../../parts/behind.tsx'
import { useWords } from '../../shell/words.tsx'
import { behindHref, type Flow, useStepText } from './flow.ts'
import { StepList } from './step-list.tsx'
import { useDrag } from './use-drag.ts'

const WIDTH = 240
/** Steps of a way that is long. */
const LONG = 40
/** As tall as it is at its own size; a longer one is drawn smaller. */
const TALLEST = 1600

interface JourneyProps {
  graph: JourneyGraph
  flow: Flow
}

/** The way through a campaign: as a picture, and as a list for who does not see pictures. Both say how many stand and went where. */
export function Journey(props: JourneyProps) {
  const { campaigns: words } = useWords()
  const [shown, setShown] = useState('picture')
  return (
    <SpaceBetween size="m">
      <SegmentedControl
        label={words.journey.show}
        selectedId={shown}
        onChange={({ detail }) => setShown(detail.selectedId)}
        options={[
          { id: 'picture', text: words.journey.asPicture },
          { id: 'list', text: words.journey.asList },
        ]}
      />
      {shown === 'picture' ? <Picture {...props} /> : <StepList {...props} />}
    </SpaceBetween>
  )
}

interface PictureProps {
  graph: JourneyGraph
  /** How many stand and went where; none while it is being written. */
  flow?: Flow
  /** The step that is chosen, where steps can be: by its id. */
  chosen?: string | undefined
  onChoose?(step: JourneyStep): void
  /** Gives whether it was for that. */
  onKey?(event: KeyboardEvent, step: JourneyStep): boolean
  /** Where steps can be dragged: onto the upper half of another, to stand before it, or onto the lower. */
  onDrop?(step: JourneyStep, beside: JourneyStep, where: 'before' | 'behind'): void
}

/** Steps can be chosen by mouse and by keyboard where somebody asks for it. */
export function Picture({ graph, flow, chosen, onChoose, onKey, onDrop }: PictureProps) {
  const { campaigns: words } = useWords()
  const { nodes, edges, height } = useMemo(() => placed(graph), [graph])
  const textOf = useStepText()
  const section = useRef<HTMLElement>(null)
  const drag = useDrag(graph, nodes, onDrop)
  // What is chosen by a key keeps the keyboard: after a move it is another node.
  useEffect(() => {
    const within = section.current
    if (chosen !== undefined && within?.contains(document.activeElement))
      within.querySelector<HTMLElement>(`[data-id="${CSS.escape(chosen)}"]`)?.focus()
  }, [chosen])
  const [canDrag, canChoose] = [onDrop !== undefined, onChoose !== undefined]
  // What stays the same object is not drawn again.
  const counted = useMemo(
    () =>
      nodes.map((node) => {
        const { step } = node.data
        return {
          ...node,
          draggable: canDrag && step.path !== undefined,
          data: { label: <Step step={step} flow={flow} /> },
          ariaLabel: textOf(step),
          focusable: canChoose && step.path !== undefined,
        }
      }),
    [nodes, flow, textOf, canDrag, canChoose],
  )
  const marked = counted.map((node) => {
    const marks = [node.id === chosen && 'wb-step-chosen', drag.mark(node.id)].filter(Boolean)
    const held = drag.held(node.id)
    return marks.length === 0 && !held ? node : { ...node, ...held, className: [node.className, ...marks].join(' ') }
  })
  const stepOf = (id: string | null | undefined) => graph.steps.find((step) => step.id === id)
  const gone = useMemo(() => {
    const called = new Map(graph.steps.map((step) => [step.id, textOf(step)]))
    return edges.map((edge) => ({
      ...edge,
      ariaLabel: `${called.get(edge.source) ?? ''} → ${called.get(edge.target) ?? ''}`,
      data: { ...edge.data!, flow },
    }))
  }, [edges, flow, graph, textOf])
  const labels = useMemo(
    () => ({
      'controls.ariaLabel': words.journey.controls,
      'controls.zoomIn.ariaLabel': words.journey.zoomIn,
      'controls.zoomOut.ariaLabel': words.journey.zoomOut,
      'controls.fitView.ariaLabel': words.journey.fitView,
    }),
    [words],
  )
  return (
    <section
      ref={section}
      className="wb-journey"
      aria-label={words.journey.title}
      onKeyDownCapture={(event) => {
        const node = (event.target as HTMLElement).closest('.react-flow__node')
        const step = stepOf(node?.getAttribute('data-id'))
        if (!step) return
        if (event.key === 'Enter' || event.key === ' ') onChoose?.(step)
        else if (!onKey?.(event.nativeEvent, step)) return
        event.preventDefault()
        event.stopPropagation()
      }}
      style={{ blockSize: Math.min(TALLEST, Math.max(280, height + 60)) }}
    >
      <ReactFlow
        nodes={marked}
        edges={gone}
        edgeTypes={EDGES}
        ariaLabelConfig={labels}
        fitView
        fitViewOptions={{ maxZoom: 1 }}
        minZoom={0.3}
        nodesDraggable={onDrop !== undefined}
        nodeDragThreshold={4}
        onNodeDrag={drag.move}
        onNodeDragStop={drag.drop}
        nodesConnectable={false}
        elementsSelectable={false}
        nodesFocusable={onChoose !== undefined}
        edgesFocusable={false}
        preventScrolling={false}
        zoomOnScroll={false}
        {...(onChoose && {
          onNodeClick: (_event, { id }) => {
            const step = stepOf(id)
            if (step) onChoose(step)
          },
        })}
        proOptions={{ hideAttribution: true }}
      >
        <Controls showInteractive={false} />
      </ReactFlow>
    </section>
  )
}

/** A step, and how many stand there. Nobody stands where it begins or ends. */
function Step({ step, flow }: { step: JourneyStep; flow: Flow | undefined }) {
  const { flow: words } = useWords()
  const text = useStepText()(step)
  const here = flow?.at[step.id] ?? 0
  return (
    <span className="wb-step-text">
      {text}
      {flow && here > 0 && (
        <strong className="wb-here nopan">
          {words.hereNow}: <Figure of={here} what={text} href={behindHref(flow.campaign, `at/${step.id}`)} />
        </strong>
      )}
    </span>
  )
}

/** Where each step stands, from the top down. */
function placed({ steps, ways }: JourneyGraph) {
  const graph = new graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', nodesep: 40, ranksep: 64, ranker: 'longest-path' })
  graph.setDefaultEdgeLabel(() => ({}))
  const heights = new Map(steps.map((step) => [step.id, heightOf(step)]))
  for (const { id } of steps) graph.setNode(id, { width: WIDTH, height: heights.get(id)! })
  for (const { id, from, to } of ways) graph.setEdge(from, to, { width: 110, height: 22, labelpos: 'c' }, id)
  // To search for the fewest crossings is felt in a long way, which is laid out as it is written.
  layout(graph, { disableOptimalOrderHeuristic: steps.length > LONG })
  const nodes = steps.map((step): Node<{ step: JourneyStep }> => {
    const { x, y } = graph.node(step.id) as { x: number; y: number }
    return {
      id: step.id,
      position: { x: x - WIDTH / 2, y: y - heights.get(step.id)! / 2 },
      data: { step },
      width: WIDTH,
      height: heights.get(step.id)!,
      sourcePosition: Position.Bottom,
      targetPosition: Position.Top,
      className: `wb-step wb-step-${step.kind}`,
    }
  })
  const edges = ways.map((way): Edge<{ points: Point[]; way: JourneyWay }> => {
    const { points } = graph.edge(way.from, way.to, way.id) as { points: Point[] }
    return {
      id: `${way.id} ${way.to}`,
      source: way.from,
      target: way.to,
      type: 'way',
      data: { points, way },
      markerEnd: { type: MarkerType.ArrowClosed },
    }
  })
  return { nodes, edges, height: (graph.graph() as { height?: number }).height ?? 0 }
}

/** Room for its text, in lines, and for how many stand there. A Chinese letter is as wide as two. */
function heightOf({ text }: JourneyStep): number {
  const letters = [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)
  return 42 + 17 * Math.max(1, Math.ceil(letters / 34))
}

interface Point {
  x: number
  y: number
}

const EDGES = { way: Way }

/** A way as it was laid out, around the steps that it passes by; on it how many went. */
function Way({ id, data, markerEnd }: EdgeProps<Edge<{ points: Point[]; way: JourneyWay; flow?: Flow | undefined }>>) {
  const { flow: words } = useWords()
  const { points = [], way, flow } = data ?? {}
  if (!way) return null
  const path = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x},${y}`).join(' ')
  const { x, y } = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 }
  return (
    <>
      <BaseEdge id={id} path={path} {...(markerEnd !== undefined && { markerEnd })} />
      {(flow || way.label) && (
        <EdgeLabelRenderer>
          <span className="wb-way nopan" style={{ translate: `calc(${x}px - 50%) calc(${y}px - 50%)` }}>
            {way.label}
            {flow && way.label && ' · '}
            {flow && (
              <Figure
                of={flow.ways[way.id] ?? 0}
                what={way.label ?? words.on}
                href={behindHref(flow.campaign, `way/${way.id}`)}
              />
            )}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  )
}
