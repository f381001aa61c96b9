import Box from '@cloudscape-design/components/box'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { Explanation } from '../../../shared/app/api/explain.ts'
import type { Otherwise } from '../../../shared/app/api/otherwise.ts'
import type { Verdict } from '../../../shared/app/api/verdict.ts'
import { textsIn } from '../../../shared/domain/texts/index.ts'
import { useLanguage, useWords } from '../../shell/words.tsx'
import { MakeExampleButton } from './make-example.tsx'
import { MomentBox } from './moment.tsx'

const LOOKS: Record<Verdict, StatusIndicatorProps.Type> = {
  got: 'success',
  unknown: 'warning',
  heldOut: 'info',
  task: 'info',
  waits: 'pending',
  gotBefore: 'success',
  didNotGet: 'stopped',
}

/** The entry of a campaign that each member takes part in once at most: for no cause of its own. */
const EVER = 'ever'

interface ExplanationProps {
  memberId: string
  explanation: Explanation
  isOpen: boolean
  onOpen(opened: boolean): void
}

/** What came of one campaign for one member, and once opened, every check and fact behind it. */
export function ExplanationBox({ memberId, explanation, isOpen, onOpen }: ExplanationProps) {
  const { explain } = useWords().members
  const { campaign, name, key, why, moments, otherwise, done, notDone } = explanation
  const several = [...done, ...notDone].flatMap((each) => (each.otherwise ? [each.otherwise] : []))
  return (
    <ExpandableSection
      variant="container"
      headerText={name}
      headerInfo={<VerdictText verdict={explanation.verdict} />}
      headerDescription={[key === undefined || key === EVER ? '' : explain.for(key), why].filter(Boolean).join(' · ')}
      expanded={isOpen}
      onChange={({ detail }) => onOpen(detail.expanded)}
    >
      {isOpen && (
        <SpaceBetween size="l">
          {(several.length > 0 ? several.slice(0, 1) : otherwise ? [otherwise] : []).map((each) => (
            <OtherwiseList key="otherwise" otherwise={each} />
          ))}
          <Header
            variant="h3"
            actions={
              moments.length > 0 && (
                <MakeExampleButton
                  memberId={memberId}
                  campaigns={[campaign]}
                  of={key === undefined ? {} : { key }}
                  at={moments.at(-1)!.at}
                />
              )
            }
          >
            {explain.steps}
          </Header>
          {moments.map((moment, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: moments are in the order of their time and stay there
            <MomentBox key={index} moment={moment} />
          ))}
        </SpaceBetween>
      )}
    </ExpandableSection>
  )
}

export function VerdictText({ verdict }: { verdict: Verdict }) {
  const words = textsIn(useLanguage()).explain
  return <StatusIndicator type={LOOKS[verdict]}>{words.verdict[verdict]}</StatusIndicator>
}

function OtherwiseList({ otherwise: { needed, parts } }: { otherwise: Otherwise }) {
  const { explain } = useWords().members
  const title = parts.length === 1 ? explain.otherwise : needed === 'all' ? explain.otherwiseAll : explain.otherwiseAny
  return (
    <div>
      <Box variant="h3">{title}</Box>
      <ColumnLayout columns={1}>
        <ul className="wb-lines">
          {parts.map(({ ways }) => {
            const text = ways.map((way) => way.text).join(` ${explain.or} `)
            return <li key={text}>{text}</li>
          })}
        </ul>
      </ColumnLayout>
    </div>
  )
}
