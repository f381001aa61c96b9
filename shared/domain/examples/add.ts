import { stringify } from 'yaml'
import { isMapping } from '../cursor.ts'
import { type Edited, insertAt, plainOf } from '../document/edit.ts'
import { valueAt } from '../document/plain.ts'
import type { MadeExample } from './made.ts'

/** Where a campaign's examples are, in a rulebook's folder. */
export function examplesFileOf(campaign: string): string {
  return `campaigns/${campaign}.examples.yaml`
}

/**
 * A file of examples with one more, behind those that are there; a file of its own where there is none. Undefined: the file cannot be
 * read. What all examples of the file begin with is taken back where this one's member was otherwise.
 */
export function addExample(text: string | undefined, campaign: string, made: MadeExample): Edited {
  if (text === undefined || text.trim() === '')
    return `${stringify({ campaign, examples: [] }, OPTIONS).replace('examples: []', `examples:\n${itemOf(made)}`)}`
  const file = plainOf(text)
  if (!isMapping(file)) return undefined
  const { examples } = file
  const item = { ...made, given: within(file, made.given) }
  return insertAt(text, ['examples'], Array.isArray(examples) ? examples.length : 0, item)
}

const OPTIONS = { lineWidth: 0 }

function itemOf(made: MadeExample): string {
  return stringify([made], OPTIONS).replaceAll(/^/gm, '  ').trimEnd()
}

/** `given` among what the file gives to all: what this member has not is said not to be there. */
function within(file: unknown, given: MadeExample['given']) {
  const common = valueAt(file, ['given', 'member'])
  const others = isMapping(common) ? Object.keys(common).filter((key) => !(key in given.member)) : []
  const member = { ...given.member, ...Object.fromEntries(others.map((key) => [key, null])) }
  const isChosen = valueAt(file, ['given', 'holdout']) !== undefined && given.holdout === undefined
  return { ...given, member, ...(isChosen && { holdout: 'out' as const }) }
}
