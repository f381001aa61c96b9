import { readPercent } from '../audience/compile.ts'
import { type Cursor, complain, list, mapping, slug } from '../cursor.ts'
import type { Wording } from '../texts/problem-texts.ts'

const ARMS_AT_MOST = 10
/** Shares have four decimals at most: thirds need not add up exactly. */
const UNEVEN_BY = 1e-6

interface WrittenArm {
  arm: string
  share: number
  steps?: Cursor
}

/** The arms of a split. Arms without a share divide the rest equally. */
export function readArms(cursor: Cursor): WrittenArm[] | undefined {
  const items = list(cursor, ARMS_AT_MOST)
  if (!items) return undefined
  if (items.length < 2) return complain(cursor, 'bad-value', ({ problems }) => problems.twoArmsAtLeast)
  const arms = items.map(readArm)
  for (const [index, each] of arms.entries()) {
    if (each?.arm !== undefined && arms.findIndex((other) => other?.arm === each.arm) < index)
      complain(items[index]!, 'duplicate-id', ({ problems }) => problems.anotherArmIsCalled(each.arm))
  }
  const shares = arms.map((each) => each?.share)
  const said = shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)
  const open = shares.filter((share) => share === undefined).length
  const left = 1 - said
  if (open > 0 ? left <= UNEVEN_BY : Math.abs(left) > UNEVEN_BY) {
    const hint: Wording = ({ problems }) => problems.leaveOutOneShare
    return complain(cursor, 'bad-shares', ({ problems }) => problems.sharesAddUpTo(percent(said)), hint)
  }
  return arms.flatMap((each) =>
    each?.arm === undefined ? [] : [{ ...each, arm: each.arm, share: each.share ?? left / open }],
  )
}

function readArm(cursor: Cursor): { arm?: string; share?: number; steps?: Cursor } | undefined {
  const fields = mapping(cursor, ['arm', 'share', 'steps'], ['arm'])
  if (!fields) return undefined
  const arm = fields.arm && slug(fields.arm)
  const share = fields.share && readPercent(fields.share)
  if (share === 0) complain(fields.share!, 'bad-percent', ({ problems }) => problems.emptyArm)
  return {
    ...(arm !== undefined && { arm }),
    ...(share !== undefined && { share }),
    ...(fields.steps && { steps: fields.steps }),
  }
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(4))}%`
}
