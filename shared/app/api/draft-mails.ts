import * as z from 'zod'
import * as fields from '../../contract/fields.ts'
import { plainOf } from '../../domain/document/edit.ts'
import { valueAt } from '../../domain/document/plain.ts'
import { type Files, laidOver } from '../../domain/drafts/files.ts'
import { compose } from '../../domain/message/compose.ts'
import { type MessageData, messageDataOf } from '../../domain/message/data.ts'
import { checkMail, type MailChecked } from '../../domain/message/mail-checks.ts'
import { render } from '../../domain/message/render.ts'
import { SAMPLE_OWED, sampleData } from '../../domain/message/sample.ts'
import { type Problem, problemAt } from '../../domain/problem.ts'
import type { Template } from '../../domain/rulebook/rulebook.ts'
import type { Language } from '../../domain/texts/language.ts'
import { problemIn } from '../../domain/texts/problem-in.ts'
import { liveFiles, textsOf } from '../drafts/build.ts'
import { survivorOf } from '../survivor.ts'
import { type ApiContext, ok, type Refusal, refuse, route } from './http.ts'
import { liveRulebook } from './live-rulebook.ts'
import { noSuchMember } from './members.ts'

const TEXT_AT_MOST = 512 * 1024
const PATH = /^templates\/[a-z0-9-]+\/[A-Za-z-]+\.mjml$/

/** Whom a mail is shown as: nobody real. */
const SAMPLES = ['known', 'nameless', 'owed'] as const

const written = {
  draft: z.string().min(1).max(40),
  path: z.string().max(200).regex(PATH),
  /** As it is being written; else as it is saved. */
  text: z.string().max(TEXT_AT_MOST).optional(),
}
const mail = { ...written, sample: z.enum(SAMPLES).default('known') }

/**
 * A mail of a draft as it would read, by the builder and the renderer of what is sent, and what it was looked at for. Where it cannot be
 * made: what is wrong, and where.
 */
export const renderDraftMail = {
  ...route(z.object(mail), async (asked, context, { language }) => {
    const made = await madeOf(asked, context)
    return 'status' in made ? made : ok(shownOf(made, asked.path, language, (data) => sampleOf(asked.sample, data)))
  }),
  bodyAtMost: 2 * TEXT_AT_MOST,
}

/** The same for somebody real, with what a made-up member brings along where only a campaign would say it. */
export const renderForMember = {
  ...route(z.object({ ...written, member: fields.memberId }), async (asked, context, { language }) => {
    const [{ member }, rulebook] = await Promise.all([survivorOf(asked.member, context.ports), liveRulebook(context)])
    if (!member || member.erasedAt !== undefined || !rulebook) return noSuchMember(asked.member)
    const made = await madeOf(asked, context)
    if ('status' in made) return made
    const asMember = (sample: MessageData): MessageData => {
      const {
        locale,
        zone,
        member: said,
      } = messageDataOf({
        member,
        ...{ journey: { cause: { fields: {} } }, campaign: sample.campaign, settings: rulebook.settings },
        ...{ templateLocale: localeOf(asked.path), links: { unsubscribeUrl: sample.unsubscribeUrl } },
        now: context.now(),
      })
      return { ...sample, locale, zone, member: said }
    }
    return ok(shownOf(made, asked.path, language, asMember))
  }),
  bodyAtMost: 2 * TEXT_AT_MOST,
}

function shownOf(made: Made, path: string, language: Language, whose: (sample: MessageData) => MessageData) {
  if (!made.ok)
    return notMade(
      made.problems.map((each) => problemIn(language, each)),
      '',
    )
  const { template, files, from } = made
  const data = whose(made.data)
  const rendered = render(template, data)
  if (!rendered.ok) return notMade([], rendered.reason)
  const { subject, html, text } = rendered
  const checks: MailChecked[] = checkMail({ ...{ html, text, files, from, path }, unsubscribeUrl: data.unsubscribeUrl })
  return { ok: true as const, subject, html, text, checks, problems: [] as Problem[] }
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
  const { template, from } = made
  const data = sampleOf(asked.sample, made.data)
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
}

type Made =
  /** With what is said of a made-up member of whom everything is known. */
  | { ok: true; template: Template; data: MessageData; files: Files; from: string | undefined }
  | { ok: false; problems: Problem[] }

async function madeOf({ draft, path, text }: Asked, context: ApiContext): Promise<Made | Refusal> {
  const [found, live] = await Promise.all([context.ports.drafts.read(draft), liveFiles(context)])
  if (!found) return refuse(404, 'no-such-draft', ({ api }) => api.noSuchDraft)
  const saved = laidOver(live?.files ?? {}, found, await textsOf(found, context))
  const files = text === undefined ? saved : { ...saved, [path]: text }
  const source = files[path]
  if (source === undefined) return refuse(404, 'no-such-text', ({ api }) => api.noSuchText)
  const locale = localeOf(path)
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
    data: sampleData(locale, airline),
  }
}

function localeOf(path: string): string {
  return /([^/]+)\.mjml$/.exec(path)![1]!
}

function sampleOf(sample: (typeof SAMPLES)[number], data: MessageData): MessageData {
  if (sample === 'owed') return { ...data, ...SAMPLE_OWED }
  const { member } = data
  return sample === 'nameless' ? { ...data, member: { ...member, name: '', givenName: '', familyName: '' } } : data
}
