import type { Look } from '../../../shared/domain/results/report/looks.ts'
import '../../parts/plot.css'
import { ticksOf } from '../../parts/ticks.ts'
import { useTime } from '../../parts/times.ts'

const WIDTH = 960
const HEIGHT = 240
const LEFT = 56
const RIGHT = 16
const TOP = 16
const BOTTOM = 32
/** Early looks are so wide that the later ones would be a line: they are cut off at so many times the last one. */
const REACH = 4

/** The always-valid interval at each look, around zero: a range that leaves zero stays decided. */
export function IntervalPlot({ looks, label, unit }: { looks: readonly Look[]; label: string; unit: number }) {
  const time = useTime()
  const from = looks[0]!.at
  const to = looks.at(-1)!.at
  const reach = REACH * Math.max(...looks.at(-1)!.interval.map((value) => Math.abs(value * unit)))
  const within = (value: number) => Math.max(-reach, Math.min(reach, value * unit))
  const bounds = looks.flatMap(({ interval }) => interval.map(within))
  const low = Math.min(0, ...bounds)
  const high = Math.max(0, ...bounds)
  const margin = (high - low) * 0.05 || 1
  const x = (at: number) => LEFT + (to === from ? 0.5 : (at - from) / (to - from)) * (WIDTH - LEFT - RIGHT)
  const y = (value: number) => TOP + ((high + margin - value) / (high - low + 2 * margin)) * (HEIGHT - TOP - BOTTOM)
  const points = looks.map(({ at, interval: [a, b], difference }) => {
    return { x: x(at), low: y(within(a)), high: y(within(b)), middle: y(within(difference)) }
  })
  const band = [...points.map((p) => `${p.x},${p.high}`), ...points.toReversed().map((p) => `${p.x},${p.low}`)].join(
    ' ',
  )
  return (
    <svg className="wb-plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <polygon className="wb-plot-band" points={band} />
      <polyline className="wb-plot-line" points={points.map((p) => `${p.x},${p.middle}`).join(' ')} />
      {points.map((p) => (
        <g key={p.x}>
          <line className="wb-plot-range" x1={p.x} x2={p.x} y1={p.high} y2={p.low} />
          <circle className="wb-plot-dot" cx={p.x} cy={p.middle} r={3} />
        </g>
      ))}
      <line className="wb-plot-zero" x1={LEFT} x2={WIDTH - RIGHT} y1={y(0)} y2={y(0)} />
      {ticksOf(low, high).map((tick) => (
        <text key={tick} className="wb-plot-text" x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
          {tick > 0 ? `+${tick}` : tick}
        </text>
      ))}
      <text className="wb-plot-text" x={LEFT} y={HEIGHT - 8}>
        {time(from).slice(0, 10)}
      </text>
      <text className="wb-plot-text" x={WIDTH - RIGHT} y={HEIGHT - 8} textAnchor="end">
        {time(to).slice(0, 10)}
      </text>
    </svg>
  )
}
