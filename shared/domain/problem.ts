import { inEnglish, type Wording } from './texts/problem-texts.ts'

/** What can be wrong with a rulebook. The codes are for machines and never change; each says here what it means. */
export const problemCodes = {
  'yaml-syntax': 'The file is not valid YAML.',
  'empty-file': 'The file is empty.',
  'custom-tag': 'A YAML tag such as `!foo`: only plain values are allowed.',
  'not-utf8': 'A file that is not UTF-8, such as GBK: its characters cannot be read reliably.',
  'too-large': 'A file, a list, a text or a condition exceeds its maximum size.',
  'too-deep': 'Conditions, steps or values are nested too deeply.',
  'too-many-files': 'The folder has more files than a rulebook may have.',
  'misplaced-file': 'The file is in the wrong place, so it would be ignored.',
  'missing-file': 'A required file is missing.',
  'duplicate-key': 'The same key is there twice.',
  'unknown-key': 'A key that has no meaning here: probably misspelt.',
  'missing-key': 'A required key is missing.',
  'wrong-type': 'A value of the wrong type: a list for a text, a number for a duration.',
  'bad-value': 'The type is right, but the value is not allowed.',
  'bad-id': 'An id that is not 1 to 64 lower-case letters, digits and hyphens.',
  'duplicate-id': 'Two things of the same kind have the same id.',
  'bad-duration': 'Not a duration such as `30m`, `2h`, `7d`, `2w`, or out of range.',
  'bad-date': 'Not a date such as `2026-10-01`, or a day that does not exist.',
  'bad-period': 'Not a named period such as `this month` or `last year`; for the future, `next month`.',
  'bad-percent': 'Not a percentage from 0% to 100%.',
  'bad-shares': 'Shares of a split that do not add up to 100%.',
  'bad-time': 'Not a time of day such as `09:00`, or a span such as `21:00-08:00`.',
  'bad-money': 'Not an amount of money such as `500 CNY`.',
  'bad-cap': 'Not a frequency cap such as `2 emails in 7d`, or `{ channel: any, atMost: 3 in 7d }`.',
  'cap-not-countable': 'Frequency caps that count more emails and messages than are remembered for a member.',
  'unknown-tag': 'A frequency cap on a tag that no campaign has.',
  'bad-schedule': 'Not a cron pattern such as `0 10 * * MON`, or one that runs too often, or never.',
  'past-schedule': 'A campaign is scheduled for a time that has passed.',
  'bad-zone': 'Not an IANA time zone such as `Asia/Shanghai`.',
  'bad-locale': 'Not a locale such as `zh-CN`.',
  'unknown-currency': 'Not an ISO 4217 currency, or one that was abolished.',
  'unknown-fact': 'No fact has this name.',
  'unknown-operator': 'Not a comparison or a filter of this fact.',
  'wrong-operator': 'A comparison that does not fit the type: `atLeast` for a text.',
  'wrong-unit': 'A unit that does not fit the fact, or different units in one comparison.',
  'unknown-value': 'A value that the fact can never have.',
  'never-true': 'A comparison that can never be true.',
  'empty-condition': 'An empty condition.',
  'unknown-audience': 'No audience has this id.',
  'audience-cycle': 'An audience that is defined by itself, directly or indirectly.',
  'unknown-event': 'No event type has this name, or it cannot be used here.',
  'unknown-event-field': 'The event has no such field.',
  'event-field-not-kept': 'A field that is only available at the trigger: a journey keeps plain fields, no free text.',
  'no-event-here': '`event` in a campaign that is not triggered by an event.',
  'no-journey-here': '`happened` outside the steps of a campaign.',
  'no-history': 'An event, or a field of it, that is not kept in the history of a member.',
  'beyond-history': 'A lookback window or a count that exceeds the history that is kept.',
  'unknown-template': 'No template has this id, or none of the right kind: an email, or a message.',
  'unknown-channel': 'No channel of this name is declared in `wingback.yaml`.',
  'unknown-campaign': 'No campaign has this id.',
  'unknown-arm': 'The campaign has no split, or no arm, with this name.',
  'bad-instant': 'Not an instant such as `2026-09-01T09:00+08:00` or `2h later`, or out of range.',
  'bad-event': 'An event in an example that is not valid by the contract.',
  'missing-locale': 'A template is missing in the required locale, or in the default one.',
  'sender-not-ours': 'A sender that is not within the SES identity of the stage. Only `publish` can check this.',
  'bad-template': 'A template that cannot be rendered.',
  'unknown-budget': 'No budget has this id.',
  'missing-budget': 'Compensation in a campaign without a budget.',
  'wrong-currency': 'Not the currency of the budget.',
  'missing-mile-value': 'Miles from a budget without `mileValue`.',
  'never-granted':
    'A compensation that costs more than a member may get in a year, or than the budget has: it is never granted.',
  'missing-otherwise': 'The last case has a condition: some members would get nothing.',
  'unreachable-case': 'A case that is never reached: an earlier one matches everybody.',
  'mixed-compensation': 'Cases of one step that pay different kinds of compensation.',
  'promises-something':
    'An email that mentions a compensation or an offer that no earlier step makes; or `ifRefused` steps that grant one.',
  'too-many-entries': 'Limits on entries that count more of them than are remembered for a member.',
  'nothing-to-move-to': '`onNewVersion: move` in a campaign without a named step.',
  'once-per-does-not-fit': '`oncePer` names something that the trigger does not have.',
  'not-a-bundle': 'The published data is not a rulebook bundle.',
  'missing-law': 'An entitlement, but `wingback.yaml` does not say how the law is calculated.',
  'no-flight-here': 'An entitlement in a campaign whose trigger names no flight.',
  'marketing-only': 'Something a service campaign may not do.',
  'service-only': 'Something only a service campaign may do.',
  'front-matter': 'A template that does not begin with its subject between two lines of `---`.',
  'no-subject': 'A template without a subject.',
  'bad-include': 'An `mj-include` of a missing file, in an unsupported form, or inside an included file.',
  mjml: 'An error reported by MJML: an unknown element or attribute.',
  'liquid-syntax': 'A `{{ }}` or `{% %}` that cannot be parsed.',
  'unknown-filter': 'No filter has this name.',
  'unknown-variable': 'Emails or messages have no value with this name.',
  'unsafe-markup':
    'HTML that is not allowed in an email: a script, a form, a frame, an event handler; or Liquid inside a tag without quotes.',
  'unsafe-link':
    'A link that leads nowhere or runs code: not `https://…`, `mailto:…`, `tel:…` or a value of the airline.',
  'no-unsubscribe': 'A template without `{{ unsubscribeUrl }}`.',
  unrenderable: 'A template that fails to render with all values present.',
  'markup-in-message': 'HTML in a message: it would be shown as written.',
  'message-too-long': 'A message that is longer than the channel accepts.',
  'too-slow': 'A template that takes too long to render: it would delay all other emails.',
} as const

export type ProblemCode = keyof typeof problemCodes

/** A place in a document: keys and indices from its root. */
export type Path = readonly (string | number)[]

/** A problem, before its place in the text is known. */
export interface Finding {
  file: string
  path: Path
  /** Whether the key or its value is wrong. */
  on: 'key' | 'value'
  code: ProblemCode
  message: Wording
  hint?: Wording | undefined
}

/** A problem at its place. Its texts are in English, and kept for {@link Problem.said}. */
export function problemAt(
  place: Pick<Problem, 'file' | 'line' | 'column' | 'path' | 'code'>,
  message: Wording,
  hint?: Wording,
): Problem {
  return {
    ...place,
    message: inEnglish(message),
    ...(hint && { hint: inEnglish(hint) }),
    said: { message, hint },
  }
}

/** A problem as shown to people. Line and column count from 1; 0 if there is no text (a published bundle). */
export interface Problem {
  file: string
  line: number
  column: number
  path: string
  /** One of {@link problemCodes}. */
  code: string
  /** In English. */
  message: string
  hint?: string | undefined
  /** The same in other languages: `problemIn`. */
  said?: { message: Wording; hint: Wording | undefined }
}
