import * as z from 'zod'
import { deedText } from '../../domain/deed.ts'
import { samePerson } from '../../domain/person.ts'
import type { Texts } from '../../domain/texts/index.ts'
import type { WorldChange } from '../../ports/index.ts'
import { changeWorld } from '../world/change-world.ts'
import { withLive } from '../world/go-live.ts'
import { loosenedBy, sweep } from './going-live.ts'
import { type ApiContext, ok, type Refusal, refuse, route } from './http.ts'
import { zoneOf } from './live-rulebook.ts'
import { namesVersion } from './named-version.ts'
import { problemsNow, refuseProblems } from './rulebook-problems.ts'

/** The rulebook that waits for a second person, with what it loosens, to be compared with the live one. */
export const listAsked = route(z.object({}), async (_input, context, { language }) => {
  const { ports, rulebooks } = context
  const { asked, rulebook: live } = await ports.world.read()
  const bundle = asked && (await ports.rulebooks.read(asked.rulebook))
  const zone = await zoneOf(context)
  if (!asked || !bundle) return ok({ zone, pending: [] })
  const { rulebook: version, by: askedBy, at } = asked
  const loosens = await loosenedBy(await rulebooks.load(version), live, ports, language)
  const askedAt = new Date(at).toISOString()
  return ok({ zone, pending: [{ version, askedBy, askedAt, loosens, bundle: Buffer.from(bundle).toString('base64') }] })
})

const decision = z.object({
  version: z.string().min(1).max(100),
  decision: z.enum(['approve', 'refuse']),
  why: z.string().min(1).max(300).optional(),
})

/**
 * The decision of a second person on a rulebook. It names the version, or its beginning, because another one may have been
 * requested meanwhile. The person who requested it may withdraw it, by refusing it.
 */
export const decideAsked = route(decision, async ({ version: said, decision, why }, context, { by }) => {
  const { ports, rulebooks, now } = context
  const { asked } = await ports.world.read()
  if (!asked || !namesVersion(said, asked.rulebook)) return notAsked(said, context)
  const version = asked.rulebook
  if (decision === 'refuse') {
    if (!why) return refuse(400, 'missing-reason', ({ api }) => api.missingReason)
    const { changed } = await changeWorld(
      ports.world,
      ({ asked, ...before }) => {
        if (asked?.rulebook !== version) return undefined
        return { state: before, what: { is: 'refused', version, askedBy: asked.by, why }, decides: version }
      },
      { at: now(), by },
    )
    return changed ? ok({ version, live: false }) : notAsked(version, context)
  }
  if (samePerson(by, asked.by))
    return refuse(
      409,
      'own-request',
      ({ api }) => api.ownRequest(by),
      ({ api }) => api.ownRequestHint,
    )
  const rulebook = await rulebooks.load(version)
  const world = await ports.world.read()
  const live = world.rulebook === undefined ? undefined : await rulebooks.load(world.rulebook)
  const problems = problemsNow(rulebook, world, context, live)
  if (problems.length > 0) return refuseProblems(problems)
  const { changed } = await changeWorld(
    ports.world,
    (before) => {
      const { asked } = before
      if (asked?.rulebook !== version || samePerson(by, asked.by)) return undefined
      const what = { is: 'approved', version, askedBy: asked.by, why } as const
      return { state: withLive(before, rulebook, now()), what, askedBy: asked.by, decides: version }
    },
    { at: now(), by },
  )
  return changed ? ok({ version, live: true, sweeping: await sweep(context, version) }) : notAsked(version, context)
})

/** How many changes are searched for the decision on a rulebook. */
const CHANGES_LOOKED_AT = 200

/** Who decided on it before, where somebody has. */
async function notAsked(version: string, { ports }: ApiContext): Promise<Refusal> {
  const { changes } = await ports.world.changes({ limit: CHANGES_LOOKED_AT })
  const decision = changes.find((change) => change.decides === version)
  return refuse(
    409,
    'not-asked',
    (texts) => (decision ? decidedText(decision, texts) : texts.api.notAsked(version)),
    ({ api }) => api.notAskedHint,
  )
}

function decidedText({ by, what, at }: WorldChange, texts: Texts): string {
  return texts.api.decidedBefore(by, deedText(what, texts), new Date(at).toISOString())
}
