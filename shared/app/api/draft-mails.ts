import * as z from 'zod'
import * as fields from '../../contract/fields.ts'
import { plainOf } from '../../domain/document/edit.ts'
import { valueAt } from '../../domain/document/plain.ts'
import { type Files, laidOver } from '../../domain/drafts/files.ts'
import { compose } from '../../domain/message/compose.ts'
import type { MessageData } from '../../domain/message/data.ts'
import { checkMail, type MailChecked } from '../../domain/message/mail-checks.ts'
import { render } from '../../domain/message/render.ts'
import { SAMPLE_OWED, sampleData } from '../../domain/message/sample.ts'
import { type Problem, problemAt } from '../../domain/problem.ts'
import type { Template } from '../../domain/rulebook/rulebook.ts'
import { problemIn } from '../../domain/texts/problem-in.ts'
import { liveFiles, textsOf } from '../drafts/build.ts'
import { type ApiContext, ok, type Refusal, refuse, route } from './http.ts'

const TEXT_AT_MOST = 512 * 1024
const PATH = /^templates\/[a-z0-9-]+\/[A-Za-z-]+\.mjml$/

/** Whom a mail is shown as: nobody real. */
const SAMPLES = ['known', 'nameless', 'owed'] as const

const mail = {
  draft: z.string().min(1).max(40),
  path: z.string().max(200).regex(PATH),
  /** As it is being written; else as it is saved. */
  text: z.string().max(TEXT_AT_MOST).optional(),
  sample: z.enum(SAMPLES).default('known'),
}

/**
 * A mail of a draft as it would read, by the builder and the renderer of what is sent, and what it was looked at for. Where it cannot be
 * made: what is wrong, and where.
 */
export const renderDraftMail = {
  ...route(z.object(mail), async (asked, context, { language }) => {
    const made = await madeOf(asked, context)
    if ('status' in made) return made
    if (!made.ok)
      return ok(
        notMade(
          made.problems.map((each) => problemIn(language, each)),
          '',
        ),
      )
    const { template, data, files, from } = made
    const rendered = render(template, data)
    if (!rendered.ok) return ok(notMade([], rendered.reason))
    const { subject, html, text } = rendered
    const checks: MailChecked[] = checkMail({
      ...{ html, text, files, from, path: asked.path },
      unsubscribeUrl: data.unsubscribeUrl,
    })
    return ok({ ok: true as const, subject, html, text, checks, problems: [] })
  }),
  bodyAtMost: 2 * TEXT_AT_MOST,
}

/** `reason`: why it would not be sent to such a member. */
function notMade(problems: Problem[], reason: string) {
  const checks: MailChecked[] = []
  return { ok: false as const, problems, checks, reason }
}

/** Sends it to a colleague as it is saved: marked as a test, with links that do nothing. */
export const testSendDraftMail = route(z.object({ ...mail, to: fields.email }), async (asked, context) => {
  const made = await madeOf(asked, context)
  if ('status' in made) return made
  if (!made.ok || made.from === undefined) return refuse(422, 'unrenderable', ({ api }) => api.mailHasProblems)
  const { template, data, from } = made
  const composed = compose({ template, data, to: asked.to, from, tags: {}, test: true })
  if (!composed.ok) return refuse(422, 'unrenderable', composed.reason)
  const outcome = await context.ports.mailer.send(composed.mail)
  if (!outcome.sent) return refuse(502, 'not-sent', ({ api }) => api.notSent(outcome.reason))
  return ok({ to: asked.to, subject: composed.mail.subject, messageId: outcome.messageId })
})

interface Asked {
  draft: string
  path: string
  text?: string | undefined
  sample: (typeof SAMPLES)[number]
}

type Made =
  | { ok: true; template: Template; data: MessageData; files: Files; from: string | undefined }
  | { ok: false; problems: Problem[] }

async function madeOf({ draft, path, text, sample }: Asked, context: ApiContext): Promise<Made | Refusal> {
  const [found, live] = await Promise.all([context.ports.drafts.read(draft), liveFiles(context)])
  if (!found) return refuse(404, 'no-such-draft', ({ api }) => api.noSuchDraft)
  const saved = laidOver(live?.files ?? {}, found, await textsOf(found, context))
  const files = text === undefined ? saved : { ...saved, [path]: text }
  const source = files[path]
  if (source === undefined) return refuse(404, 'no-such-text', ({ api }) => api.noSuchText)
  const locale = /([^/]+)\.mjml$/.exec(path)![1]!
  // MJML is large: only who builds mails loads it.
  const { templateBuilder } = await import('../templates/build.ts')
  const built = await templateBuilder(files)(source, path, locale)
  if (!built.ok) {
    const problems = built.problems.map(({ path: file, line = 1, column = 1, code, message, hint }) =>
      problemAt({ file, line, column, path: '', code }, message, hint),
    )
    return { ok: false, problems }
  }
  const settings = plainOf(files['wingback.yaml'] ?? '')
  const words = (valueAt(settings, ['airline']) ?? {}) as Record<string, unknown>
  const airline = Object.fromEntries(Object.entries(words).map(([name, word]) => [name, String(word)]))
  const from = valueAt(settings, ['mail', 'from'])
  return {
    ok: true,
    ...{ template: built.template, files, from: typeof from === 'string' ? from : undefined },
    data: sampleOf(sample, locale, airline),
  }
}

function sampleOf(sample: Asked['sample'], locale: string, airline: Record<string, string>): MessageData {
  const data = sampleData(locale, airline)
  if (sample === 'owed') return { ...data, ...SAMPLE_OWED }
  const { member } = data
  return sample === 'nameless' ? { ...data, member: { ...member, name: '', givenName: '', familyName: '' } } : data
}
