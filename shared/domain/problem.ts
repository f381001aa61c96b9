/**
 * What can be wrong with a rulebook. The codes are for machines and stay as they are; each says here what it means.
 */
export const problemCodes = {
  'yaml-syntax': 'The file is not YAML that can be read.',
  'empty-file': 'The file holds nothing.',
  'custom-tag': 'A YAML tag such as `!foo`: only plain values are read.',
  'not-utf8': 'A file in another encoding than UTF-8, such as GBK: its letters cannot be told for certain.',
  'too-large': 'A file, a list, a text or a condition is larger than rules may be.',
  'too-deep': 'Conditions, steps or values are nested deeper than anybody could follow.',
  'too-many-files': 'The folder holds more files than a rulebook may have.',
  'misplaced-file': 'The file is not where a rulebook has one of its kind, so nobody would read it.',
  'missing-file': 'A file that every rulebook has is not there.',
  'duplicate-key': 'A mapping has the same key twice.',
  'unknown-key': 'A key that means nothing here: probably misspelt.',
  'missing-key': 'Something that must be said is not.',
  'wrong-type': 'A value of another type than what is asked for: a list for a text, a number for a duration.',
  'bad-value': 'The type is right, the value cannot be.',
  'bad-id': 'An id that is not a slug of small letters, digits and hyphens, at most 64 of them.',
  'duplicate-id': 'Two of a kind have the same id.',
  'bad-duration': 'Not a duration such as `30m`, `2h`, `7d`, `2w`, or one that cannot be.',
  'bad-date': 'Not a date such as `2026-10-01`, or a day that there is not.',
  'bad-period': 'Not a named time such as `this month`, `last year`; of what lies ahead, `next month`.',
  'bad-percent': 'Not a percentage from 0% to 100%.',
  'bad-shares': 'Shares of a split that do not add up to 100%.',
  'bad-time': 'Not a time of day such as `09:00`, or a span such as `21:00-08:00`.',
  'bad-money': 'Not an amount of money such as `500 CNY`.',
  'bad-cap': 'Not a frequency cap such as `2 emails in 7d`, or `{ channel: any, atMost: 3 in 7d }`.',
  'cap-not-countable': 'Frequency caps that ask for more mails and messages than are remembered of a member.',
  'unknown-tag': 'A frequency cap on a tag that no campaign has.',
  'bad-schedule': 'Not a cron pattern such as `0 10 * * MON`, or one that comes too often, or never.',
  'past-schedule': 'A campaign is to begin at an instant that has passed.',
  'bad-zone': 'Not an IANA time zone such as `Asia/Shanghai`.',
  'bad-locale': 'Not a locale such as `zh-CN`.',
  'unknown-currency': 'Not a currency of ISO 4217, or one that has ended.',
  'unknown-fact': 'No fact has this name.',
  'unknown-operator': 'Neither a comparison nor a filter that this fact has.',
  'wrong-operator': 'A comparison that does not fit the type: `atLeast` of a text.',
  'wrong-unit': 'A unit that does not fit the fact, or units in one comparison that do not fit each other.',
  'unknown-value': 'A value that this can never have.',
  'never-true': 'A comparison that nothing can satisfy.',
  'empty-condition': 'A condition that asks for nothing.',
  'unknown-audience': 'No audience has this id.',
  'audience-cycle': 'An audience that is defined, in the end, by itself.',
  'unknown-event': 'No event type has this name, or none that can be used here.',
  'unknown-event-field': 'The event has no such field.',
  'event-field-not-kept': 'A field that is known at the trigger only: a journey keeps plain fields, no free text.',
  'no-event-here': '`event` where no event triggers.',
  'no-journey-here': '`happened` outside the steps of a campaign.',
  'no-history': 'An event of which the member keeps no history, or not of this field.',
  'beyond-history': 'A window, or a count, that reaches further than the history that is kept.',
  'unknown-template': 'No template has this id, or none in the form that is needed: a mail, or a message.',
  'unknown-channel': 'No channel of this name is declared in `wingback.yaml`.',
  'unknown-campaign': 'No campaign has this id.',
  'unknown-arm': 'The campaign has no split, or no arm of one, of this name.',
  'bad-instant': 'Not an instant such as `2026-09-01T09:00+08:00` or `2h later`, or one that cannot be.',
  'bad-event': 'An event in an example that the airline could not send so.',
  'missing-locale': 'A template lacks the locale that is asked for, or the default one.',
  'sender-not-ours': 'A sender outside of the SES identity from which the stage sends. Only `publish` can know.',
  'bad-template': 'A template that cannot be built.',
  'unknown-budget': 'No budget has this id.',
  'missing-budget': 'Compensation in a campaign without a budget.',
  'wrong-currency': "Another currency than the budget's.",
  'missing-mile-value': 'Miles from a budget that does not say what a mile costs.',
  'never-granted':
    'A compensation that costs more than a member may get in a year, or than the budget has: what comes after it never comes.',
  'missing-otherwise': 'Cases whose last one has a condition: somebody would be given nothing.',
  'unreachable-case': 'A case that no one can come to: one before it takes everybody.',
  'mixed-compensation': 'Cases of one step that pay in different kinds.',
  'promises-something':
    'A mail that tells of a compensation or an offer that no step before it makes, or steps for a refused compensation that give one.',
  'too-many-entries': 'Limits on entries that ask for more of them than are remembered of a member.',
  'nothing-to-move-to': 'A campaign whose members are to move to a new version, without a step that has a name.',
  'once-per-does-not-fit': '`oncePer` names something the trigger does not have.',
  'not-a-bundle': 'What was published is not a bundle of this format.',
  'missing-law': 'An entitlement where `wingback.yaml` does not say with what the law is computed.',
  'no-flight-here': 'An entitlement in a campaign whose trigger names no flight.',
  'marketing-only': 'Something a service campaign may not do.',
  'service-only': 'Something only a service campaign may do.',
  'front-matter': 'A template that does not begin with its subject between two lines of `---`.',
  'no-subject': 'A template without a subject.',
  'bad-include': 'An `mj-include` of a file that is not there, in a form that is not read, or in an included file.',
  mjml: 'What MJML has against a template: an element or an attribute that it does not know.',
  'liquid-syntax': 'A `{{ }}` or `{% %}` that cannot be read.',
  'unknown-filter': 'No filter has this name.',
  'unknown-variable': 'A mail, or a message, has no word of this name.',
  'unsafe-markup':
    'HTML that has no place in a mail: a script, a form, a frame, what an element does when something happens to it; or Liquid that stands in a tag and not in quotes.',
  'unsafe-link':
    'A link that leads nowhere, or runs something: not `https://…`, `mailto:…`, `tel:…` or a word of the airline.',
  'no-unsubscribe': 'A template without `{{ unsubscribeUrl }}`.',
  unrenderable: 'A template that fails when a mail with everything in it is made.',
  'markup-in-message': 'HTML in a message: it would be shown as it is written.',
  'message-too-long': 'A message that is longer than a channel takes.',
  'too-slow': 'A template that takes too long to make: it would hold up all other mails.',
} as const

export type ProblemCode = keyof typeof problemCodes

/** Where something stands in a document: keys and indices from its root. */
export type Path = readonly (string | number)[]

/** What was found, before it is known where in the text that is. */
export interface Finding {
  file: string
  path: Path
  /** Whether the key is at fault or its value. */
  on: 'key' | 'value'
  code: ProblemCode
  message: string
  hint?: string | undefined
}

/** What a person is shown. Line and column count from 1; 0 where there is no text (a published bundle). */
export interface Problem {
  file: string
  line: number
  column: number
  path: string
  /** One of {@link problemCodes}. */
  code: string
  message: string
  hint?: string | undefined
}
