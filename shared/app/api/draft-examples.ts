import * as z from 'zod'
import { laidOver } from '../../domain/drafts/files.ts'
import { loadRulebook } from '../../domain/rulebook/load.ts'
import { problemIn } from '../../domain/texts/problem-in.ts'
import { liveFiles, textsOf } from '../drafts/build.ts'
import { ok, refuse, route } from './http.ts'
import { ranExamples } from './run-examples.ts'

const TEXT_AT_MOST = 512 * 1024

/**
 * The examples of a draft's campaign, run while somebody writes them. Emails that the campaign does not send are taken as they are
 * written: to build them all would take longer than a pause in typing.
 */
export const runDraftExamples = {
  ...route(
    z.object({
      draft: z.string().min(1).max(40),
      path: z
        .string()
        .max(200)
        .regex(/^campaigns\/[a-z0-9-]+\.examples\.yaml$/),
      /** As it is being written; else as it is saved. */
      text: z.string().max(TEXT_AT_MOST).optional(),
    }),
    async ({ draft, path, text }, context, { language }) => {
      const [found, live] = await Promise.all([context.ports.drafts.read(draft), liveFiles(context)])
      if (!found) return refuse(404, 'no-such-draft', ({ api }) => api.noSuchDraft)
      const saved = laidOver(live?.files ?? {}, found, await textsOf(found, context))
      const files = text === undefined ? saved : { ...saved, [path]: text }
      const campaign = path.slice('campaigns/'.length, -'.examples.yaml'.length)
      const rules = files[`campaigns/${campaign}.yaml`] ?? ''
      const { templateBuilder } = await import('../templates/build.ts')
      const build = templateBuilder(files)
      const loaded = await loadRulebook(
        files,
        async (source, at, locale) => {
          const sends = rules.includes(at.split('/')[1] ?? '')
          return sends
            ? build(source, at, locale)
            : { ok: true, template: { subject: source, html: source, text: source } }
        },
        { now: context.now() },
      )
      if (!loaded.ok) {
        const problems = loaded.problems.map((each) => problemIn(language, each))
        return ok({ examples: [], problems, more: 0 })
      }
      return ok(await ranExamples(files, loaded.rulebook, campaign, language))
    },
  ),
  bodyAtMost: 2 * TEXT_AT_MOST,
}
