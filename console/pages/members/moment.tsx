import Box from '@cloudscape-design/components/box'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import Table from '@cloudscape-design/components/table'
import type { Moment } from '../../../shared/app/api/explain.ts'
import { usedText } from '../../../shared/domain/texts/facts.ts'
import { textsIn } from '../../../shared/domain/texts/index.ts'
import { useTime } from '../../parts/times.ts'
import { useLanguage, useWords } from '../../shell/words.tsx'

const LOOKS: Record<'go' | 'skip' | 'hold', StatusIndicatorProps.Type> = {
  go: 'success',
  skip: 'error',
  hold: 'pending',
}

/** One receipt: what was decided at a moment. What it rested on opens; where something was stopped it is open already. */
export function MomentBox({ moment }: { moment: Moment }) {
  const { explain } = useWords().members
  const language = useLanguage()
  const time = useTime()
  const { gates, facts, reason, outcome, at, rulebook } = moment
  const isStopped = gates.some(({ answer }) => answer !== 'go')
  const behind = [...(gates.length > 0 ? [explain.checks] : []), ...(facts.length > 0 ? [explain.facts] : [])]
  return (
    <div>
      <Box>
        <Box variant="strong">{time(at)}</Box> · {textsIn(language).explain.outcome[outcome]} · {reason}{' '}
        <Box variant="small" color="text-body-secondary">
          {explain.rulebook(rulebook.slice(0, 12))}
        </Box>
      </Box>
      {behind.length > 0 && (
        <ExpandableSection headerText={behind.join(' · ')} defaultExpanded={isStopped}>
          <SpaceBetween size="s">
            {gates.length > 0 && <Checks gates={gates} />}
            {facts.length > 0 && <Facts facts={facts} />}
          </SpaceBetween>
        </ExpandableSection>
      )}
    </div>
  )
}

function Facts({ facts }: { facts: Moment['facts'] }) {
  const { explain } = useWords().members
  const language = useLanguage()
  return (
    <Table
      variant="embedded"
      contentDensity="compact"
      items={facts}
      header={<Box variant="h5">{explain.facts}</Box>}
      columnDefinitions={[
        {
          id: 'fact',
          header: explain.fact,
          cell: (used) => (
            <StatusIndicator
              type={used.holds !== (used.not ?? false) ? 'success' : 'error'}
              iconAriaLabel={used.holds !== (used.not ?? false) ? explain.passed : explain.stopped}
            >
              {usedText(used, language).fact}
            </StatusIndicator>
          ),
          isRowHeader: true,
        },
        { id: 'was', header: explain.was, cell: (used) => usedText(used, language).value },
        { id: 'asked', header: explain.asked, cell: (used) => usedText(used, language).asked },
      ]}
    />
  )
}

type Check = Pick<Moment['gates'][number], 'gate' | 'answer' | 'reason' | 'until'>

/** The checks in the order in which they were made. */
export function Checks({ gates }: { gates: readonly Check[] }) {
  const { explain } = useWords().members
  const language = useLanguage()
  const time = useTime()
  const titles = textsIn(language).gates
  const answers = { go: explain.passed, skip: explain.stopped, hold: explain.waits }
  return (
    <div>
      <Box variant="h5">{explain.checks}</Box>
      <ol className="wb-lines">
        {gates.map(({ gate, answer, reason, until }) => (
          <li key={gate}>
            <StatusIndicator type={LOOKS[answer]} iconAriaLabel={answers[answer]}>
              {titles[gate]?.title ?? gate}
            </StatusIndicator>{' '}
            <Box variant="span" color="text-body-secondary">
              {reason}
              {until && textsIn(language).explain.until(time(until))}
            </Box>
          </li>
        ))}
      </ol>
    </div>
  )
}
