import { canonical } from '../../domain/audience/canonical.ts'
import { roundsOf } from '../../domain/campaign/scheduled-rounds.ts'
import { checkMessage, checkTemplate } from '../../domain/message/check.ts'
import { tooLongMessages } from '../../domain/message/length.ts'
import { type Problem, problemAt } from '../../domain/problem.ts'
import { problemOf } from '../../domain/rulebook/compile.ts'
import { endedCurrencies } from '../../domain/rulebook/currencies.ts'
import { neverGranted } from '../../domain/rulebook/never-comes.ts'
import type { Rulebook, Template } from '../../domain/rulebook/rulebook.ts'
import { problemIn } from '../../domain/texts/problem-in.ts'
import { sayWith } from '../../domain/texts/saying.ts'
import type { WorldState } from '../../ports/index.ts'
import { liesIn } from '../../standards/mail-identity.ts'
import { type ApiContext, type Refusal, refuse } from './http.ts'

/**
 * What keeps a rulebook that compiles from going live here and now. Emails that are live were tried before they were: of a thousand those
 * that are as they were are not tried again, which takes ten seconds.
 */
export function problemsNow(
  rulebook: Rulebook,
  world: WorldState,
  context: Pick<ApiContext, 'now' | 'mailIdentity'>,
  live?: Pick<Rulebook, 'templates' | 'settings'>,
): Problem[] {
  const now = context.now()
  const tried = live && canonical(live.settings.airline) === canonical(rulebook.settings.airline) ? live.templates : {}
  return [
    ...templateProblems(rulebook, tried),
    ...messageProblems(rulebook),
    ...pastProblems(rulebook, world, now),
    ...moneyProblems(rulebook, now),
    ...senderProblems(rulebook, context),
  ]
}

export function refuseProblems(problems: readonly Problem[]): Refusal {
  const [{ code, message, hint, said = { message, hint } }] = problems as [Problem]
  return refuse(
    422,
    'invalid-rulebook',
    (texts) => texts.api.invalidRulebook(code, sayWith(texts, said.message)),
    said.hint ?? (({ api }) => api.invalidRulebookHint),
    (language) => ({ problems: problems.map((problem) => problemIn(language, problem)) }),
  )
}

/** A bundle may come from elsewhere than our command: its templates are tried as the command tries them. */
function templateProblems({ templates, settings }: Rulebook, tried: Rulebook['templates']): Problem[] {
  const isTried = (id: string, locale: string, { subject, html, text }: Template) => {
    const known = Object.hasOwn(tried, id) ? tried[id]![locale] : undefined
    return known !== undefined && known.subject === subject && known.html === html && known.text === text
  }
  return Object.entries(templates).flatMap(([id, byLocale]) =>
    Object.entries(byLocale).flatMap(([locale, template]) =>
      (isTried(id, locale, template) ? [] : checkTemplate(template, locale, settings.airline)).map(
        ({ part, code, message, hint }) =>
          problemAt({ file: `templates/${id}/${locale}`, line: 0, column: 0, path: part, code }, message, hint),
      ),
    ),
  )
}

function messageProblems(rulebook: Rulebook): Problem[] {
  const { messages, settings } = rulebook
  const faulty = Object.entries(messages).flatMap(([id, byLocale]) =>
    Object.entries(byLocale).flatMap(([locale, template]) =>
      checkMessage(template, locale, settings.airline).map(({ part, code, message, hint }) =>
        problemAt(
          { file: `templates/${id}/${locale}.message.txt`, line: 0, column: 0, path: part, code },
          message,
          hint,
        ),
      ),
    ),
  )
  return faulty.length > 0 ? faulty : tooLongMessages(rulebook)
}

function moneyProblems(rulebook: Rulebook, now: number): Problem[] {
  const day = new Date(now).toISOString().slice(0, 10)
  return [...endedCurrencies(rulebook, day), ...neverGranted(rulebook, {}, day)].map((finding) =>
    problemOf(finding, { line: 0, column: 0 }),
  )
}

/** A campaign that is to begin once, at an instant that has passed, and was not live by then. */
function pastProblems(rulebook: Rulebook, { rounds = {} }: WorldState, now: number): Problem[] {
  const past = roundsOf(rulebook).filter(
    ({ key, schedule }) => schedule?.kind === 'once' && schedule.at <= now && !Object.hasOwn(rounds, key),
  )
  return past.map(({ campaign }) => {
    const place = { file: '', line: 0, column: 0, path: 'trigger.schedule.once', code: 'past-schedule' }
    return problemAt(place, ({ problems }) => problems.scheduleHasPassed(campaign.id))
  })
}

/** SES would take no mail, and every one would be held. */
export function senderProblems({ settings }: Rulebook, { mailIdentity }: Pick<ApiContext, 'mailIdentity'>): Problem[] {
  const { mailFrom } = settings
  if (mailIdentity === undefined || liesIn(mailFrom, mailIdentity)) return []
  const place = { file: 'wingback.yaml', line: 0, column: 0, path: 'mail.from', code: 'sender-not-ours' }
  return [
    problemAt(
      place,
      ({ problems }) => problems.senderNotOurs(mailFrom, mailIdentity),
      ({ problems }) => problems.changeSender(mailIdentity),
    ),
  ]
}
