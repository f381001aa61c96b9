import { nameOfText } from '../../domain/drafts/files.ts'
import { fittedNames } from '../../domain/texts/fitted.ts'
import type { FittedScore, Ports } from '../../ports/index.ts'
import { shortHash } from '../../standards/hash.ts'
import { liveFiles } from '../drafts/build.ts'
import { changeDraft } from '../drafts/change.ts'

/** Whose word a draft is that no person began. */
const BY_ITSELF = 'wingback'
const ID_CHARS = 12

export interface Proposed {
  score: FittedScore
  month: string
  model: object
  /** Of the rulebook: the draft is named in its language. */
  locale: string
}

/**
 * A draft that puts a model in the place of the one in use; one a month and score, however often it is proposed. Undefined where the
 * live rulebook was published without files.
 */
export async function proposeModel(
  { score, month, model, locale }: Proposed,
  ports: Pick<Ports, 'drafts' | 'rulebooks' | 'world'>,
  now: number,
): Promise<string | undefined> {
  const live = await liveFiles({ ports })
  if (!live) return undefined
  const id = shortHash([`${score} model`, month], ID_CHARS)
  const path = `models/${score}.json`
  const [by, at] = [BY_ITSELF, now]
  const text = `${JSON.stringify(model, null, 2)}\n`
  const hash = nameOfText(text)
  const shared = { id, name: fittedNames(locale)[score](month), createdAt: at, createdBy: by }
  // One that is there already was begun by a run that did not come to its end.
  await ports.drafts.write(
    undefined,
    { ...shared, version: 1, state: 'open', files: {}, editors: [] },
    { version: 1, at, by, did: 'created', comment: shared.name },
  )
  await ports.drafts.putText(id, hash, text)
  const base = nameOfText(live.files[path])
  const saved = await changeDraft(
    ports.drafts,
    id,
    // What people have taken into their hands is theirs.
    ({ files, state }) =>
      files[path]?.text === hash || !(state === 'open' || state === 'checked')
        ? undefined
        : { step: 'save', path, text: hash, base },
    { by, at },
  )
  if (!saved.ok) throw new Error(`the draft ${id} could not be saved: ${saved.fault}`)
  return id
}
