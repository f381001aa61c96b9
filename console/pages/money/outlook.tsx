import Box from '@cloudscape-design/components/box'
import type { Answer } from '../../api/client.ts'
import { money } from '../../parts/amounts.ts'
import { useWords } from '../../shell/words.tsx'

export type Spending = Answer<'GET /v1/ledger/spending'>['budgets'][number]

const [WIDTH, HEIGHT, GAP] = [180, 36, 1]

/** When a budget is used up at this rate, in words, and what was spent each day as small bars. */
export function OutlookCell({ spending }: { spending: Spending | undefined }) {
  const { money: words } = useWords()
  if (!spending) return <>{words.outlook.tooEarly}</>
  const { outlook, days, currency } = spending
  return (
    <>
      {outlook.is === 'runsOut' ? words.outlook.runsOut(outlook) : words.outlook[outlook.is]}
      {days.length > 1 && <Bars days={days} currency={currency} />}
    </>
  )
}

function Bars({ days, currency }: Pick<Spending, 'days' | 'currency'>) {
  const { money: words } = useWords()
  const most = Math.max(1, ...days.map(({ spentMinor }) => spentMinor))
  const step = WIDTH / days.length
  return (
    <Box>
      <svg
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label={words.perDay(days[0]!.date, days.at(-1)!.date, money(Math.round(most), currency))}
      >
        {days.map(({ date, spentMinor }, i) => {
          const height = Math.max(1, (Math.max(0, spentMinor) / most) * HEIGHT)
          return (
            <rect
              key={date}
              x={i * step}
              y={HEIGHT - height}
              width={Math.max(1, step - GAP)}
              height={height}
              fill="var(--wb-accent)"
            >
              <title>{`${date}: ${money(Math.round(spentMinor), currency)}`}</title>
            </rect>
          )
        })}
      </svg>
    </Box>
  )
}
