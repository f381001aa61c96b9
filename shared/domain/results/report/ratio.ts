import { type SampleRatio, sampleRatio } from '../../measure/sample-ratio.ts'
import { HELD_OUT, TREATED } from '../assignment.ts'
import type { Cell, DayCohort } from '../cohort.ts'

/** How many are in each arm, and how many should be by the shares they were drawn with. */
export interface ArmsRatio extends SampleRatio {
  arms: { arm: string; members: number; expected: number }[]
}

type Sizes = Map<string, { members: number; ppm: number }>

const MILLION = 1e6

/**
 * Whether the arms are as large as they should be, over all who were assigned, those of open cohorts too. Looked at after each
 * day, so that an alarm stays. Undefined: there is one arm only.
 */
export function armsRatio(cohorts: readonly DayCohort[], order: readonly string[]): ArmsRatio | undefined {
  const sizes: Sizes = new Map([HELD_OUT, ...order].map((arm) => [arm, { members: 0, ppm: 0 }]))
  let ratio: SampleRatio | undefined
  for (const { cells } of cohorts) {
    for (const cell of cells) addCell(sizes, cell)
    const drawn = drawnIn(sizes)
    const all = drawn.reduce((sum, { ppm }) => sum + ppm, 0)
    if (drawn.length < 2) continue
    ratio = sampleRatio(
      drawn.map(({ members }) => members),
      drawn.map(({ ppm }) => ppm / all),
      ratio?.p,
    )
  }
  const arms = drawnIn(sizes).map(({ arm, members, ppm }) => ({ arm, members, expected: ppm / MILLION }))
  return ratio && { ...ratio, arms }
}

/** Where there is no split, whoever is not held out is in the one arm that is treated. */
function addCell(sizes: Sizes, { arm, members, sharePpm, armsPpm }: Cell): void {
  const split = Object.entries(armsPpm)
  const treated = split.length > 0 ? split : [[TREATED, members * MILLION - sharePpm] as const]
  add(sizes, arm, { members, ppm: 0 })
  for (const [name, ppm] of [[HELD_OUT, sharePpm] as const, ...treated]) add(sizes, name, { members: 0, ppm })
}

function add(sizes: Sizes, arm: string, more: { members: number; ppm: number }): void {
  const { members, ppm } = sizes.get(arm) ?? { members: 0, ppm: 0 }
  sizes.set(arm, { members: members + more.members, ppm: ppm + more.ppm })
}

/** Arms into which somebody could be drawn. */
function drawnIn(sizes: Sizes) {
  return [...sizes].map(([arm, size]) => ({ arm, ...size })).filter(({ ppm }) => ppm > 0)
}
