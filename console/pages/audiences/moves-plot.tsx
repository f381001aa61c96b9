import type { Answer } from '../../api/client.ts'
import { count } from '../../parts/amounts.ts'
import '../../parts/plot.css'
import { ticksOf } from '../../parts/ticks.ts'

type Day = Answer<'GET /v1/audience-counts/{audience}'>['days'][number]

const WIDTH = 960
const HEIGHT = 180
const LEFT = 64
const RIGHT = 16
const TOP = 12
const BOTTOM = 28

/** How many were in it as each day began, the oldest first. The axis begins near the least, so that small moves are seen. */
export function MovesPlot({ days, label }: { days: readonly Day[]; label: string }) {
  const members = days.map((day) => day.members)
  const low = Math.min(...members)
  const high = Math.max(...members, low + 1)
  const x = (index: number) => LEFT + (days.length === 1 ? 0.5 : index / (days.length - 1)) * (WIDTH - LEFT - RIGHT)
  const y = (value: number) => TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM)
  const points = days.map((day, index) => ({ date: day.date, x: x(index), y: y(day.members) }))
  return (
    <svg className="wb-plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {ticksOf(low, high)
        .filter(Number.isInteger)
        .map((tick) => (
          <text key={tick} className="wb-plot-text" x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
            {count(tick)}
          </text>
        ))}
      <polyline className="wb-plot-line" points={points.map((p) => `${p.x},${p.y}`).join(' ')} />
      {points.map((p) => (
        <circle key={p.date} className="wb-plot-dot" cx={p.x} cy={p.y} r={3} />
      ))}
      <text className="wb-plot-text" x={LEFT} y={HEIGHT - 8}>
        {days[0]!.date}
      </text>
      <text className="wb-plot-text" x={WIDTH - RIGHT} y={HEIGHT - 8} textAnchor="end">
        {days.at(-1)!.date}
      </text>
    </svg>
  )
}
