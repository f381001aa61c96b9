import * as z from 'zod'
import { liveFiles } from '../drafts/build.ts'
import { lang } from './audiences.ts'
import { campaignLive } from './campaign-journey.ts'
import { ok, route } from './http.ts'
import { ranExamples } from './run-examples.ts'

/**
 * The examples of a campaign, run as `wingback test` runs them: whether each comes out as it says, and what differs. They are among the
 * files that were published; `published` is false where those were not handed over.
 */
export const runExamples = route(
  z.object({ campaign: z.string().min(1).max(100), lang }),
  async ({ campaign: asked, lang }, context) => {
    const known = await campaignLive(asked, context)
    if (!('hash' in known)) return known
    const live = await liveFiles(context)
    if (!live) return ok({ campaign: known.id, published: false, examples: [], problems: [], more: 0 })
    const rulebook = await context.rulebooks.load(live.version)
    return ok({ campaign: known.id, published: true, ...(await ranExamples(live.files, rulebook, known.id, lang)) })
  },
)
