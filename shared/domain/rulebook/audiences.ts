import { shortHash } from '../../standards/hash.ts'
import { present } from '../../standards/present.ts'
import { type CompiledCondition, type ConditionContext, KEYWORDS, readCondition } from '../audience/compile.ts'
import { facts } from '../audience/facts/index.ts'
import { type Cursor, complain, mapping, slug, text } from '../cursor.ts'
import type { ScoreModels } from '../scores/models.ts'
import type { Wording } from '../texts/problem-texts.ts'
import type { Called } from './called.ts'
import { readNames } from './names-of.ts'
import type { Audience } from './rulebook.ts'

type Lookup = Pick<ConditionContext, 'audience' | 'audienceIds' | 'models'>

interface Entry extends Called {
  id: string
  who: Cursor | undefined
  compiled?: CompiledCondition | 'faulty' | 'compiling'
}

/** All audiences, and how conditions find them. Each is compiled when it is first needed, so their order does not matter. */
export function readAudiences(
  cursors: readonly Cursor[],
  zone: string,
  models: ScoreModels,
): { audiences: Audience[]; lookup: Lookup } {
  const entries = new Map<string, Entry>()
  for (const cursor of cursors) {
    const fields = mapping(cursor, ['audience', 'name', 'nameZh', 'description', 'who'], ['audience', 'who'], ofWho)
    const id = fields?.audience && slug(fields.audience)
    if (fields?.description) text(fields.description, 2000)
    const names = readNames(fields ?? {}, id)
    if (!id) continue
    if (entries.has(id))
      complain(fields.audience!, 'duplicate-id', ({ problems }) => problems.anotherAudienceIsCalled(id))
    else entries.set(id, { id, name: id, ...names, who: fields.who })
  }
  const lookup: Lookup = {
    models,
    audienceIds: [...entries.keys()],
    audience: (id) => {
      const entry = entries.get(id)
      if (!entry) return 'unknown'
      return entry.compiled === 'compiling' ? 'cycle' : compile(entry, lookup)
    },
  }
  const audiences = [...entries.values()].flatMap((entry) => {
    const condition = compile(entry, lookup)
    if (condition === 'faulty') return []
    const { id, name, nameZh } = entry
    const { families, hash } = condition
    return [{ id, name, ...present({ nameZh }), condition, families, baseline: shortHash([id, hash, zone], 10) }]
  })
  return { audiences, lookup }
}

function ofWho(key: string): Wording | undefined {
  const isCondition = Object.hasOwn(facts, key) || (KEYWORDS as readonly string[]).includes(key)
  return isCondition ? ({ problems }) => problems.belongsUnderWho : undefined
}

function compile(entry: Entry, lookup: Lookup): CompiledCondition | 'faulty' {
  if (entry.compiled === undefined) {
    entry.compiled = 'compiling'
    entry.compiled = (entry.who && readCondition(entry.who, { ...lookup, owner: entry.id })) ?? 'faulty'
  }
  return entry.compiled as CompiledCondition | 'faulty'
}
