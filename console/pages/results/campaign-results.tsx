import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import type { Look } from '../../../shared/domain/results/report/looks.ts'
import { percent } from '../../../shared/domain/results/report/numbers.ts'
import { armName, goalShare, sentencesOf } from '../../../shared/domain/results/report/sentences.ts'
import type { ReportView } from '../../../shared/domain/results/report/view.ts'
import { textsIn } from '../../../shared/domain/texts/index.ts'
import { useAnswer } from '../../api/use.ts'
import { count } from '../../parts/amounts.ts'
import { useTime } from '../../parts/times.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useLanguage, useWords } from '../../shell/words.tsx'
import { IntervalPlot } from './interval-plot.tsx'

/** What one campaign earned: in sentences first, then what they rest on. */
export function CampaignResults({ campaign }: { campaign: string }) {
  const { results: words } = useWords()
  const answer = useAnswer('GET /v1/results/{campaign}', { campaign })
  return (
    <Awaited answer={answer}>
      {({ reports }) =>
        reports.length === 0 ? (
          <Box color="text-body-secondary">{words.none}</Box>
        ) : (
          <SpaceBetween size="l">
            {reports.map((report) => (
              <ReportBox key={report.analysis.id} report={report} />
            ))}
          </SpaceBetween>
        )
      }
    </Awaited>
  )
}

const OUTCOMES = ['goal', 'net'] as const
/** A share is drawn in percentage points, money as it is. */
const UNITS = { goal: 100, net: 1 }

function ReportBox({ report }: { report: ReportView }) {
  const { results: words } = useWords()
  const texts = textsIn(useLanguage()).results
  const { analysis, looks } = report
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header variant="h2" description={analysis.id}>
            {words.verdict}
          </Header>
        }
      >
        {sentencesOf(report, texts).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Container>
      <Arms report={report} />
      {looks.length === 0 && <Box color="text-body-secondary">{words.noLooks}</Box>}
      {OUTCOMES.filter((outcome) => looks.some((look) => look.outcome === outcome)).map((outcome) => (
        <Plot
          key={outcome}
          title={words.outcomes[outcome]!}
          unit={UNITS[outcome]}
          looks={looks.filter((look) => look.outcome === outcome)}
        />
      ))}
    </SpaceBetween>
  )
}

function Arms({ report: { arms, assigned } }: { report: ReportView }) {
  const { results: words } = useWords()
  const texts = textsIn(useLanguage()).results
  return (
    <Table
      header={<Header variant="h2">{words.arms}</Header>}
      items={assigned}
      trackBy="arm"
      columnDefinitions={[
        { id: 'arm', header: words.arm, cell: ({ arm }) => armName(arm, texts), isRowHeader: true },
        { id: 'assigned', header: words.assigned, cell: ({ members }) => count(members) },
        {
          id: 'closed',
          header: words.closed,
          cell: ({ arm }) => count(arms.find((each) => each.arm === arm)?.members ?? 0),
        },
        {
          id: 'goal',
          header: words.goal,
          cell: ({ arm }) => {
            const closed = arms.find((each) => each.arm === arm)
            return closed && closed.members > 0 ? percent(goalShare(closed)) : '–'
          },
        },
      ]}
    />
  )
}

/** One picture an arm; the same figures stand below it as a table. */
function Plot({ title, looks, unit }: { title: string; looks: readonly Look[]; unit: number }) {
  const { results: words } = useWords()
  const texts = textsIn(useLanguage()).results
  const time = useTime()
  const byArm = [...Map.groupBy(looks, ({ arm }) => arm)]
  const shown = (value: number) => (value * unit).toFixed(2)
  return (
    <Container
      header={
        <Header variant="h2" description={words.plotAbout(title)}>
          {words.plot}
        </Header>
      }
    >
      {byArm.map(([arm, some]) => (
        <SpaceBetween key={arm} size="s">
          {byArm.length > 1 && <Box variant="h4">{armName(arm, texts)}</Box>}
          <IntervalPlot looks={some} unit={unit} label={`${words.plot}: ${title}`} />
          <ExpandableSection headerText={words.asTable}>
            <Table
              variant="embedded"
              contentDensity="compact"
              items={some}
              columnDefinitions={[
                { id: 'at', header: words.at, cell: ({ at }) => time(at), isRowHeader: true },
                { id: 'members', header: words.closed, cell: ({ members }) => count(members) },
                { id: 'difference', header: words.difference, cell: ({ difference }) => shown(difference) },
                { id: 'from', header: words.from, cell: ({ interval }) => shown(interval[0]) },
                { id: 'to', header: words.to, cell: ({ interval }) => shown(interval[1]) },
              ]}
            />
          </ExpandableSection>
        </SpaceBetween>
      ))}
    </Container>
  )
}
