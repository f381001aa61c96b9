import Box from '@cloudscape-design/components/box'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Table from '@cloudscape-design/components/table'
import { count, money } from '../../parts/amounts.ts'
import { useEditingWords } from '../words.ts'
import './days.css'
import type { CampaignFigures } from '../../../shared/app/rehearsal/sample/figures.ts'

const WIDTH = 960
const HEIGHT = 120
const BASE = 100

/** Who entered on each day: bars are the draft, the line is what is live. The same in numbers below. */
export function Days({ of: { days, cost } }: { of: CampaignFigures }) {
  const { rehearsal: words } = useEditingWords()
  if (days.length === 0) return null
  const top = Math.max(...days.flatMap(({ draft, live }) => [draft.entered, live.entered]), 1)
  const step = WIDTH / days.length
  const y = (value: number) => BASE - (value / top) * (BASE - 8)
  const line = days.map(({ live }, i) => `${(i + 0.5) * step},${y(live.entered)}`).join(' ')
  const costOf = (minor: number) => (cost ? money(Math.round(minor), cost.currency) : '')
  return (
    <div>
      <Box variant="h3">{words.days}</Box>
      <svg className="wb-days" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words.days}>
        {days.map(({ date, draft }, i) => (
          <rect
            key={date}
            className="wb-days-draft"
            x={i * step + step * 0.15}
            width={step * 0.7}
            y={y(draft.entered)}
            height={BASE - y(draft.entered)}
          />
        ))}
        <polyline className="wb-days-live" points={line} />
        <text className="wb-days-text" x={0} y={HEIGHT - 4}>
          {days[0]!.date}
        </text>
        <text className="wb-days-text" x={WIDTH} y={HEIGHT - 4} textAnchor="end">
          {days.at(-1)!.date}
        </text>
      </svg>
      <p className="wb-days-key">
        <span className="wb-days-key-draft" /> {words.draft} <span className="wb-days-key-live" /> {words.live}
      </p>
      <ExpandableSection headerText={words.daysTable}>
        <Table
          variant="embedded"
          items={days}
          trackBy="date"
          columnDefinitions={[
            { id: 'date', header: words.day, isRowHeader: true, cell: ({ date }) => date },
            ...(['draft', 'live'] as const).flatMap((side) => [
              {
                id: `${side}-entered`,
                header: `${words[side]}: ${words.entered}`,
                cell: (day: (typeof days)[number]) => count(Math.round(day[side].entered)),
              },
              {
                id: `${side}-got`,
                header: `${words[side]}: ${words.got}`,
                cell: (day: (typeof days)[number]) => count(Math.round(day[side].got)),
              },
              ...(cost
                ? [
                    {
                      id: `${side}-cost`,
                      header: `${words[side]}: ${words.cost}`,
                      cell: (day: (typeof days)[number]) => costOf(day[side].costMinor),
                    },
                  ]
                : []),
            ]),
          ]}
        />
      </ExpandableSection>
    </div>
  )
}
