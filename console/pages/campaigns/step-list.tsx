import Box from '@cloudscape-design/components/box'
import Table from '@cloudscape-design/components/table'
import type { JourneyGraph, JourneyStep } from '../../../shared/domain/rulebook/journey-graph.ts'
import { Figure } from '../../parts/behind.tsx'
import { useWords } from '../../shell/words.tsx'
import { behindHref, type Flow, numberOf, useStepText } from './flow.ts'

interface StepListProps {
  graph: JourneyGraph
  flow: Flow
}

/** The steps one after the other: what the picture shows, and besides who came and left otherwise than by a way of it. */
export function StepList({ graph, flow }: StepListProps) {
  const { campaigns: words, flow: say } = useWords()
  const textOf = useStepText()
  const figure = (kind: 'at' | 'left' | 'moved', what: string) => (step: JourneyStep) => (
    <Figure of={flow[kind][step.id] ?? 0} what={what} href={behindHref(flow.campaign, `${kind}/${step.id}`)} />
  )
  return (
    <Table
      items={graph.steps}
      trackBy="id"
      wrapLines
      columnDefinitions={[
        { id: 'number', header: '#', cell: ({ id }: JourneyStep) => numberOf(graph, id), width: 60 },
        { id: 'step', header: words.journey.step, cell: (step: JourneyStep) => textOf(step), isRowHeader: true },
        { id: 'here', header: say.hereNow, cell: figure('at', say.hereNow), minWidth: 100 },
        {
          id: 'ways',
          header: say.waysOn,
          cell: (step: JourneyStep) => <WaysOn from={step} graph={graph} flow={flow} />,
          minWidth: 200,
        },
        { id: 'left', header: say.leftHere, cell: figure('left', say.leftHere), minWidth: 120 },
        { id: 'moved', header: say.movedHere, cell: figure('moved', say.movedHere), minWidth: 130 },
      ]}
    />
  )
}

function WaysOn({ from, graph, flow }: StepListProps & { from: JourneyStep }) {
  const { flow: say } = useWords()
  const ways = graph.ways.filter((way) => way.from === from.id)
  if (ways.length === 0) return <Box>–</Box>
  return (
    <ul className="wb-lines">
      {ways.map(({ id, to, label = say.on }) => (
        <li key={`${id} ${to}`}>
          {label}, {say.to(`#${numberOf(graph, to)}`)}:{' '}
          <Figure of={flow.ways[id] ?? 0} what={label} href={behindHref(flow.campaign, `way/${id}`)} />
        </li>
      ))}
    </ul>
  )
}
