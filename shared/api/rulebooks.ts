import * as z from 'zod'
import { changeWorld } from '../change-world.ts'
import { checkTemplate } from '../domain/message/check.ts'
import type { Problem } from '../domain/problem.ts'
import { compilePacked } from '../domain/rulebook/bundle.ts'
import type { Rulebook } from '../domain/rulebook/rulebook.ts'
import { type ApiContext, ok, type Route, refuse, route } from './http.ts'
import { whoOf } from './who.ts'

/** A compressed bundle: API Gateway takes 10 MB, a Lambda 6 MB of which base64 takes a quarter. */
const BUNDLE_AT_MOST = 4 * 1024 * 1024

const by = z.object({ by: z.string().min(1).max(100).optional() })

/**
 * Checks the bundle in the body as the command did, keeps it under its content's address and makes it the live one.
 * Publishing what is live already changes nothing, and shows it to the members once more.
 */
export const publish: Route = {
  ...route(by, async ({ by: said }, context, request) => {
    const { ports, now } = context
    const checked = compilePacked(request.body)
    const problems = checked.ok ? templateProblems(checked.rulebook) : checked.problems
    if (!checked.ok || problems.length > 0) {
      const hint = '`npx wingback validate DIR` shows every problem with its place'
      return refuse(
        422,
        'invalid-rulebook',
        `the rulebook is not valid: ${problems[0]!.code} ${problems[0]!.message}`,
        hint,
        { problems },
      )
    }
    const { version, campaigns, audiences } = checked.rulebook
    await ports.rulebooks.write(version, request.body)
    const { state, changed } = await changeWorld(
      ports.world,
      (before) => {
        if (before.rulebook === version) return undefined
        const live = { ...before, rulebook: version, previousRulebook: before.rulebook }
        return { state: live, what: `published ${version}` }
      },
      { at: now(), by: whoOf(request, said) },
    )
    const sweeping = await sweep(context, version)
    const counts = { campaigns: campaigns.length, audiences: audiences.length }
    return ok({ version, previous: state.previousRulebook ?? null, changed, sweeping, ...counts })
  }),
  bodyAtMost: BUNDLE_AT_MOST,
}

/** A bundle may come from elsewhere than our command: its templates are tried as the command tries them. */
function templateProblems({ templates, settings }: Rulebook): Problem[] {
  return Object.entries(templates).flatMap(([id, byLocale]) =>
    Object.entries(byLocale).flatMap(([locale, template]) =>
      checkTemplate(template, locale, settings.airline).map(({ part, code, message }) => {
        return { file: `templates/${id}/${locale}`, line: 0, column: 0, path: part, code, message }
      }),
    ),
  )
}

/** Makes the rulebook before the live one. Once more takes it back. */
export const rollback = route(by, async ({ by: said }, context, request) => {
  const { ports, now } = context
  const { state, changed } = await changeWorld(
    ports.world,
    (before) => {
      const { rulebook, previousRulebook } = before
      if (previousRulebook === undefined) return undefined
      const back = { ...before, rulebook: previousRulebook, previousRulebook: rulebook }
      return { state: back, what: `rolled back to ${previousRulebook}` }
    },
    { at: now(), by: whoOf(request, said) },
  )
  if (!changed || state.rulebook === undefined) {
    return refuse(409, 'nothing-before', 'there is no rulebook before the live one')
  }
  const sweeping = await sweep(context, state.rulebook)
  return ok({ version: state.rulebook, previous: state.previousRulebook ?? null, changed, sweeping })
})

/** Starts the pass that shows the rulebook to the members it could concern, where there are members. */
async function sweep({ ports }: ApiContext, rulebook: string): Promise<boolean> {
  const { members } = await ports.members.page({ limit: 1 })
  if (members.length === 0) return false
  await ports.queues.send('sweeps', [JSON.stringify({ rulebook, cursor: null })])
  return true
}

/** The live rulebook as it was published, to be compared with. */
export const showLive = route(z.object({}), async (_input, { ports }) => {
  const { rulebook: version } = await ports.world.read()
  const bundle = version === undefined ? undefined : await ports.rulebooks.read(version)
  if (version === undefined || !bundle) return refuse(404, 'nothing-live', 'no rulebook is live yet')
  return ok({ version, bundle: Buffer.from(bundle).toString('base64') })
})
