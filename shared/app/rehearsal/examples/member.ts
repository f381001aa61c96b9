import { armOf } from '../../../domain/campaign/arms.ts'
import { isHeldOutOfAll } from '../../../domain/campaign/gates/global-holdout.ts'
import { isHeldOut } from '../../../domain/campaign/gates/holdout.ts'
import { type Cursor, mapping, oneOf } from '../../../domain/cursor.ts'
import type { Campaign, Instruction, Rulebook } from '../../../domain/rulebook/rulebook.ts'

/** What chance is to have decided of the member of an example. */
export interface Chance {
  /** `everywhere`: by the holdout of all campaigns. */
  holdout?: 'in' | 'out' | 'everywhere'
  /** By split; of one that is not named any arm will do. */
  arms?: Record<string, string>
}

const MEMBERS_TRIED = 10_000

/** The first id whom chance treats like this in this campaign, and, if there is one, whom no other campaign holds out. */
export function memberOf(chance: Chance, campaign: Campaign, { campaigns, settings }: Rulebook): string | undefined {
  const { holdout = 'out', arms = {} } = chance
  const others = campaigns.filter(({ id }) => id !== campaign.id)
  const splits = splitsOf(campaign).filter(({ split }) => Object.hasOwn(arms, split))
  let fits: string | undefined
  for (let n = 1; n <= MEMBERS_TRIED; n++) {
    const id = `EXAMPLE-${n}`
    if (isHeldOutOfAll(id, settings) !== (holdout === 'everywhere')) continue
    if (isHeldOut(id, campaign, settings) !== (holdout === 'in')) continue
    if (splits.some((each) => armOf(id, campaign, each.split, each.arms, settings).arm !== arms[each.split])) continue
    fits ??= id
    if (!others.some((other) => isHeldOut(id, other, settings))) return id
  }
  return fits
}

/** `arms: { letter: short }`. */
export function readArms(cursor: Cursor, campaign: Campaign): Record<string, string> {
  const known = new Map(splitsOf(campaign).map(({ split, arms }) => [split, arms.map(({ arm }) => arm)]))
  const fields = mapping(cursor, [...known.keys()]) ?? {}
  const said = Object.entries(fields).map(([split, at]) => [split, oneOf(at!, known.get(split)!)] as const)
  return Object.fromEntries(said.filter((each): each is [string, string] => each[1] !== undefined))
}

export function splitsOf({ program }: Campaign): Extract<Instruction, { op: 'split' }>[] {
  return program.filter((instruction) => instruction.op === 'split')
}
