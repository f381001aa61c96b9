import { createHash } from 'node:crypto'
import { packBundle, unpackRulebook } from '../../../shared/domain/rulebook/bundle.ts'
import type { Rulebook } from '../../../shared/domain/rulebook/rulebook.ts'
import type { Documents } from '../story/story.ts'
import { messages, templates } from '../story/templates.ts'

/** A story's rulebook as it is published. */
export function packed(documents: Documents): Uint8Array {
  return packBundle({ format: 1, documents, templates, ...(hasChannels(documents) && { messages }) })
}

function hasChannels(documents: Documents): boolean {
  return documents['wingback.yaml']?.channels !== undefined
}

const known = new Map<string, Rulebook>()

/** Compiled once, whoever loads it: compiling is pure, and no part of what is simulated. */
export function compiled(bytes: Uint8Array): Rulebook {
  const name = createHash('sha256').update(bytes).digest('hex')
  const rulebook = known.get(name) ?? unpackRulebook(bytes)
  if (known.size > 50) known.clear()
  known.set(name, rulebook)
  return rulebook
}
