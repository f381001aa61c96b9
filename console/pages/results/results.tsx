import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Table from '@cloudscape-design/components/table'
import { resultInAWord } from '../../../shared/domain/results/report/in-a-word.ts'
import type { TargetMonth, TargetReport } from '../../../shared/domain/targets/report.ts'
import { textsIn } from '../../../shared/domain/texts/index.ts'
import { useAnswer } from '../../api/use.ts'
import { count, money } from '../../parts/amounts.ts'
import { LinkTo } from '../../parts/link-to.tsx'
import { Page } from '../../parts/page.tsx'
import { Awaited } from '../../parts/waiting.tsx'
import { useLanguage, useWords } from '../../shell/words.tsx'

/** What campaigns earned, and how the figures stand against their targets. */
export function Results() {
  const { results: words } = useWords()
  const texts = textsIn(useLanguage()).results
  const answer = useAnswer('GET /v1/results', {})
  return (
    <Page title={words.title} description={words.about}>
      <SpaceBetween size="l">
        <Awaited answer={answer}>
          {({ reports, names }) => (
            <Table
              header={<Header counter={`(${reports.length})`}>{words.title}</Header>}
              items={reports}
              trackBy={({ analysis }) => analysis.id}
              wrapLines
              empty={<Box color="text-body-secondary">{words.none}</Box>}
              columnDefinitions={[
                {
                  id: 'campaign',
                  header: words.campaign,
                  isRowHeader: true,
                  width: 220,
                  cell: ({ analysis: { campaign } }) =>
                    names[campaign] ? (
                      <LinkTo href={`/campaigns/${campaign}?tab=results`} ariaLabel={words.open(names[campaign])}>
                        {names[campaign]}
                      </LinkTo>
                    ) : (
                      campaign
                    ),
                },
                {
                  id: 'members',
                  header: words.members,
                  width: 140,
                  cell: ({ assigned }) => count(assigned.reduce((sum, { members }) => sum + members, 0)),
                },
                { id: 'says', header: words.verdict, cell: (report) => resultInAWord(report, texts) },
              ]}
            />
          )}
        </Awaited>
        <Targets />
      </SpaceBetween>
    </Page>
  )
}

function Targets() {
  const { results: words } = useWords()
  const { targets: texts } = textsIn(useLanguage())
  const answer = useAnswer('GET /v1/targets', {})
  return (
    <Awaited answer={answer}>
      {({ months, targets }) => (
        <Table
          header={<Header variant="h2">{words.targets}</Header>}
          items={targets}
          trackBy="figure"
          wrapLines
          empty={<Box color="text-body-secondary">{words.noTargets}</Box>}
          columnDefinitions={[
            { id: 'figure', header: words.figure, cell: ({ figure }) => texts.figures[figure], isRowHeader: true },
            { id: 'owner', header: words.owner, cell: ({ owner }) => owner },
            ...months.map((month) => ({
              id: month,
              header: month,
              minWidth: 100,
              cell: (target: TargetReport) => <MonthCell report={target} month={month} />,
            })),
          ]}
        />
      )}
    </Awaited>
  )
}

function MonthCell({ report, month }: { report: TargetReport; month: string }) {
  const { results: words } = useWords()
  const found = report.months.find((each) => each.month === month)
  if (!found || found.value === undefined) return '–'
  const text = valueText(found.value, report)
  const look = found.isMet === undefined ? 'info' : found.isMet ? 'success' : 'warning'
  return (
    <>
      <StatusIndicator type={look}>{text}</StatusIndicator>
      <div className="wb-target">
        {[targetOf(found, report, words.target), found.isOpen && words.soFar].filter(Boolean).join(words.comma)}
      </div>
    </>
  )
}

function targetOf({ target }: TargetMonth, report: TargetReport, say: (value: string) => string): string | undefined {
  return target === undefined ? undefined : say(valueText(target, report))
}

function valueText(value: number, { unit, currency }: TargetReport): string {
  if (unit === 'share') return `${(value * 100).toFixed(1)}%`
  return unit === 'money' && currency !== undefined ? money(Math.round(value), currency) : count(value)
}
