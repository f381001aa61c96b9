import { roundsOf } from '../../domain/campaign/scheduled-rounds.ts'
import { checkMessage, checkTemplate } from '../../domain/message/check.ts'
import { tooLongMessages } from '../../domain/message/length.ts'
import type { Problem } from '../../domain/problem.ts'
import { problemOf } from '../../domain/rulebook/compile.ts'
import { endedCurrencies } from '../../domain/rulebook/currencies.ts'
import { neverGranted } from '../../domain/rulebook/never-comes.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { WorldState } from '../../ports/index.ts'
import { liesIn } from '../../standards/mail-identity.ts'
import { type ApiContext, type ApiResponse, refuse } from './http.ts'

/** What keeps a rulebook that compiles from going live here and now. */
export function problemsNow(rulebook: Rulebook, world: WorldState, context: ApiContext): Problem[] {
  const now = context.now()
  return [
    ...templateProblems(rulebook),
    ...messageProblems(rulebook),
    ...pastProblems(rulebook, world, now),
    ...moneyProblems(rulebook, now),
    ...senderProblems(rulebook, context),
  ]
}

export function refuseProblems(problems: readonly Problem[]): ApiResponse {
  const [{ code, message, hint = '`npx wingback validate DIR` shows every problem with its place' }] = problems as [
    Problem,
  ]
  return refuse(422, 'invalid-rulebook', `the rulebook is not valid: ${code} ${message}`, hint, { problems })
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

function messageProblems(rulebook: Rulebook): Problem[] {
  const { messages, settings } = rulebook
  const faulty = Object.entries(messages).flatMap(([id, byLocale]) =>
    Object.entries(byLocale).flatMap(([locale, template]) =>
      checkMessage(template, locale, settings.airline).map(({ part, code, message }) => {
        return { file: `templates/${id}/${locale}.message.txt`, line: 0, column: 0, path: part, code, message }
      }),
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
    const message = `the scheduled time of the campaign ${campaign.id} has passed`
    return { file: '', line: 0, column: 0, path: 'trigger.schedule.once', code: 'past-schedule', message }
  })
}

/** SES would take no mail, and every one would be held. */
export function senderProblems({ settings }: Rulebook, { mailIdentity }: ApiContext): Problem[] {
  const { mailFrom } = settings
  if (mailIdentity === undefined || liesIn(mailFrom, mailIdentity)) return []
  const message = `the sender ${mailFrom} is not within ${mailIdentity}, the SES identity that sends email here`
  const hint = `set mail.from in wingback.yaml to an address of ${mailIdentity}, or change mailIdentity of the stage`
  return [{ file: 'wingback.yaml', line: 0, column: 0, path: 'mail.from', code: 'sender-not-ours', message, hint }]
}
