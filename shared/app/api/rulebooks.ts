import * as z from 'zod'
import { roundsOf } from '../../domain/campaign/rounds.ts'
import { checkTemplate } from '../../domain/message/check.ts'
import type { Problem } from '../../domain/problem.ts'
import { compilePacked } from '../../domain/rulebook/bundle.ts'
import { problemOf } from '../../domain/rulebook/compile.ts'
import { endedCurrencies } from '../../domain/rulebook/currencies.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { changeWorld } from '../world/change-world.ts'
import { withLive } from '../world/go-live.ts'
import { type ApiContext, ok, type Route, refuse, route } from './http.ts'

/** A compressed bundle: API Gateway takes 10 MB, a Lambda 6 MB of which base64 takes a quarter. */
const BUNDLE_AT_MOST = 4 * 1024 * 1024

/**
 * Checks the bundle in the body as the command did, keeps it under its content's address and makes it the live one.
 * Publishing what is live already changes nothing, and shows it to the members once more.
 */
export const publish: Route = {
  ...route(z.object({}), async (_input, context, request) => {
    const { ports, now } = context
    const checked = compilePacked(request.body)
    const { rounds = {} } = await ports.world.read()
    const problems = checked.ok
      ? [
          ...templateProblems(checked.rulebook),
          ...pastProblems(checked.rulebook, rounds, now()),
          ...currencyProblems(checked.rulebook, now()),
        ]
      : checked.problems
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
        return { state: withLive(before, checked.rulebook, now()), what: `published ${version}` }
      },
      { at: now(), by: request.by },
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

/** A campaign that is to begin once, at an instant that has passed, and was not live by then. */
function pastProblems(rulebook: Rulebook, live: Readonly<Record<string, number>>, now: number): Problem[] {
  const past = roundsOf(rulebook).filter(
    ({ key, schedule }) => schedule?.kind === 'once' && schedule.at <= now && !Object.hasOwn(live, key),
  )
  return past.map(({ campaign }) => {
    const message = `the instant at which the campaign ${campaign.id} is to begin has passed`
    return { file: '', line: 0, column: 0, path: 'trigger.schedule.once', code: 'past-schedule', message }
  })
}

function currencyProblems(rulebook: Rulebook, now: number): Problem[] {
  const ended = endedCurrencies(rulebook, new Date(now).toISOString().slice(0, 10))
  return ended.map((finding) => problemOf(finding, { line: 0, column: 0 }))
}

/** Makes the rulebook before the live one. Once more takes it back. */
export const rollback = route(z.object({}), async (_input, context, { by }) => {
  const { ports, rulebooks, now } = context
  const { previousRulebook: version } = await ports.world.read()
  const rulebook = version === undefined ? undefined : await rulebooks.load(version)
  const { state, changed } = await changeWorld(
    ports.world,
    (before) => {
      if (!rulebook || before.previousRulebook !== rulebook.version) return undefined
      return { state: withLive(before, rulebook, now()), what: `rolled back to ${rulebook.version}` }
    },
    { at: now(), by },
  )
  if (!changed || state.rulebook === undefined) {
    return refuse(409, 'nothing-before', 'there is no rulebook before the live one')
  }
  const sweeping = await sweep(context, state.rulebook)
  return ok({ version: state.rulebook, previous: state.previousRulebook ?? null, changed, sweeping })
})

/** Starts the pass that shows the rulebook to the members it could concern. Gives whether there are any. */
async function sweep({ ports }: ApiContext, rulebook: string): Promise<boolean> {
  await ports.queues.send('sweeps', [JSON.stringify({ rulebook, cursor: null })])
  const { members } = await ports.members.page({ limit: 1 })
  return members.length > 0
}

/** The live rulebook as it was published, to be compared with. */
export const showLive = route(z.object({}), async (_input, { ports }) => {
  const { rulebook: version } = await ports.world.read()
  const bundle = version === undefined ? undefined : await ports.rulebooks.read(version)
  if (version === undefined || !bundle) return refuse(404, 'nothing-live', 'no rulebook is live yet')
  return ok({ version, bundle: Buffer.from(bundle).toString('base64') })
})
