import { readPercent } from '../audience/compile.ts'
import { type Cursor, complain, list, mapping, slug } from '../cursor.ts'

const ARMS_AT_MOST = 10
/** Shares are written with four decimals at most: thirds need not come out even. */
const UNEVEN_BY = 1e-6

interface WrittenArm {
  arm: string
  share: number
  steps?: Cursor
}

/** The arms of a split. Those that name no share divide equally what is left of the hundred. */
export function readArms(cursor: Cursor): WrittenArm[] | undefined {
  const items = list(cursor, ARMS_AT_MOST)
  if (!items) return undefined
  if (items.length < 2) return complain(cursor, 'bad-value', 'a split has two arms at least')
  const arms = items.map(readArm)
  for (const [index, each] of arms.entries()) {
    if (each?.arm !== undefined && arms.findIndex((other) => other?.arm === each.arm) < index)
      complain(items[index]!, 'duplicate-id', `another arm is called "${each.arm}"`)
  }
  const shares = arms.map((each) => each?.share)
  const said = shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)
  const open = shares.filter((share) => share === undefined).length
  const left = 1 - said
  if (open > 0 ? left <= UNEVEN_BY : Math.abs(left) > UNEVEN_BY) {
    const hint = 'leave out one share: it takes the rest'
    return complain(cursor, 'bad-shares', `the shares add up to ${percent(said)}`, hint)
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
  if (share === 0) complain(fields.share!, 'bad-percent', 'an arm that nobody is in')
  return {
    ...(arm !== undefined && { arm }),
    ...(share !== undefined && { share }),
    ...(fields.steps && { steps: fields.steps }),
  }
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(4))}%`
}
