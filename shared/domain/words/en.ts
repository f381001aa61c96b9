import type { ReasonWords } from '../../contract/reason.ts'
import { isCurrency } from '../../standards/currency.ts'
import { type ActionKind, traitsOf } from '../actions/kinds.ts'
import { DAY, HOUR, MINUTE } from '../calendar.ts'
import { moneyText } from '../units.ts'

export const en = {
  'fresh.late': ({ hours, within }) => `late: it happened ${hours} hours ago (fresh for ${within})`,
  'oncePer.before': ({ on }) => `was on this campaign before, ${on}`,
  'oncePer.tooMany': 'is on too many campaigns at once',
  'oncePer.onTheWay': 'is on this campaign already',
  'oncePer.entries': ({ atMost, window }) => `began it ${times(atMost)} in ${span(window)} already`,
  'exit.no': 'nothing has come that ends it',
  'exit.goal': 'the goal is reached',
  'exit.when': 'what ends it has come (exitWhen)',
  'exit.newVersion': 'another version of the campaign is live, and those on the way leave',
  'exit.campaignGone': 'the campaign is no more',
  'eligible.yes': 'is one of those the campaign is for',
  'eligible.no': 'is not one of those the campaign is for',
  'eligible.noLonger': 'is not (or no longer) one of those the campaign is for',
  'eligible.leftAudience': ({ audience }) =>
    `is no longer in the audience "${audience}", which the campaign goes through`,
  'paused.no': 'the campaign is not paused',
  'paused.yes': 'the campaign is paused',
  'paused.payments': 'automatic payments are stopped until a person resumes them',
  'owed.noFlight': 'no flight is named',
  'owed.nothing': ({ said }) => `nothing is owed in money: ${said}`,
  'owed.unclear': ({ said }) => `what is owed is for a person to say: ${said}`,
  'owed.before': ({ amount, currency }) => `${moneyText(amount, currency)} was granted for this flight before`,
  'owed.money': ({ amount, currency, regime, said }) =>
    `${moneyText(amount, currency)} is owed under ${regime}: ${said}`,
  'sender.on': 'the sender is not paused',
  'sender.paused': ({ measure }) => `the sender has paused itself: too many ${measure}`,
  'sender.notTaken': ({ said }) => `the mail service does not take it now: ${said}`,
  'address.known': 'has an address',
  'address.none': 'has no e-mail address',
  'consent.given': 'has agreed to e-mail',
  'consent.withheld': 'has not agreed to e-mail',
  'consent.neverAsked': 'was never asked about e-mail',
  'consent.notNeeded': 'it is a service mail, which needs no consent',
  'consent.objected': 'has objected to service mail',
  'suppressed.no': 'is not suppressed',
  'suppressed.spam': 'reported a mail of ours as spam',
  'suppressed.bounced': 'the address does not exist (hard bounce)',
  'suppressed.reported': 'a mail of ours to this address was reported as spam',
  'openCase.none': 'has no open complaint',
  'openCase.open': ({ complaint }) => `complaint ${complaint} is open`,
  'disruption.none': 'no flight of theirs was disrupted a short while ago',
  'disruption.recent': 'a flight of theirs was disrupted a short while ago',
  'statutoryFirst.told': 'no word on rights is outstanding',
  'statutoryFirst.telling': ({ campaign }) => `${campaign} tells the member's rights first`,
  'frequencyCap.none': 'no frequency cap is set',
  'frequencyCap.within': 'within the frequency caps',
  'frequencyCap.reached': ({ atMost, window, months, tag }) =>
    `already ${plural(atMost, 'email')}${tag === undefined ? '' : ` tagged ${tag}`} in ${span(window, months)}`,
  'blackout.none': 'no blackout day',
  'blackout.today': ({ name }) => `nothing is sent on this day: ${name}`,
  'quietHours.none': 'no quiet hours',
  'quietHours.outside': ({ at }) => `it is ${at} there, outside the quiet hours`,
  'quietHours.within': ({ at }) => `it is ${at} there, within the quiet hours`,
  'priority.alone': 'no other mail is on its way',
  'priority.onItsWay': ({ campaign }) => `a mail of ${campaign} is on its way`,
  'priority.outboxFull': 'too many actions are on their way',
  'sendingRate.full': ({ perMinute }) => `the campaign has sent ${perMinute} mails in this minute`,
  'inAll.left': 'the campaign has not yet given all it may',
  'inAll.reached': ({ limit }) => `the campaign has reached ${limit} members, all it may`,
  'budget.left': ({ budget }) => `budget ${budget} has something left`,
  'budget.spent': ({ budget }) => `budget ${budget} is spent`,
  'globalHoldout.no': 'is not in the holdout of all campaigns',
  'globalHoldout.yes':
    'is in the holdout of all campaigns: would have got it, and does not, so that their effect can be measured',
  'holdout.no': 'is not in the holdout',
  'holdout.yes': 'is in the holdout: would have got it, and does not, so that the effect can be measured',

  'trigger.notOnRecord': ({ event }) => `never entered: its trigger, ${event}, is not on record for this member`,
  'trigger.otherwise': ({ event, times }) =>
    `never entered: ${event} happened ${times === 1 ? 'once' : `${times} times`}, but not as the trigger asks for, or before this campaign was published`,
  'trigger.noBirthday': 'never entered: the birthday has not come round since it was published, or is not known',
  'trigger.notScheduled': ({ audience }) =>
    `never entered: its time has not come since it was published, or the member was not in the audience "${audience}" then`,
  'trigger.notIn': ({ audience }) => `never entered: the member is not in the audience "${audience}"`,
  'trigger.stillIn': ({ audience, since }) =>
    `never entered: the member is in the audience "${audience}" (since ${since}) and has not left it`,
  'trigger.wasIn': ({ audience, since }) =>
    `never entered: the member is in the audience "${audience}" since ${since}: those found in it at the first look do not enter`,
  'eligible.now': 'would be eligible now',
  'eligible.notNow': 'would not be eligible now either',
  'journey.asked': 'asked now, for this explanation',

  'journey.entered': 'the campaign began',
  'journey.arm': ({ split, arm }) => `goes on in the arm ${arm} of ${split}`,
  'journey.moved': ({ step, from }) => `goes on at the step ${step} of the live version; was in ${from}`,
  'journey.decided': ({ kind }) => `${traitsOf(kind as ActionKind).name.en} is on its way`,
  'journey.done': 'all steps are done',
  'journey.nothingGranted': 'nothing was granted, so nothing is promised',
  'journey.goalGivenUp': 'its goal is looked for no longer: the member is on too many campaigns',
  'journey.goal': ({ event }) => `${event} within the time the campaign gives`,

  'mail.taken': 'SES took the mail',
  'mail.reported': 'SES reported on the mail',
  'mail.refused': ({ said }) => `SES refused the mail: ${said}`,
  'mail.unanswered': ({ said }) => `SES gave no clear answer: ${said}`,
  'mail.senderStopped': 'a sender stopped between its claim and its word on the mail',
  'mail.noAddress': 'there is nobody to write to',
  'mail.noTemplate': ({ template, locale }) => `template ${template} has no text in ${locale}`,
  'mail.unrenderable': ({ said }) => `the mail could not be made: ${said}`,
  'offer.issued': ({ cabin }) => `offer of cabin ${cabin} issued`,
  'task.opened': 'a task for a person was opened',
  'compensation.granted': ({ amount, unit }) => `${grantText(amount, unit)} granted`,
  'compensation.goodwill': ({ amount, unit }) => `${grantText(amount, unit)} granted as goodwill, on top of the law`,
  'compensation.owed': ({ amount, unit, regime, source }) =>
    `${grantText(amount, unit)} granted, owed under ${regime}: ${source}`,
  'approval.awaited': ({ until }) => `a second person must approve it by ${until} UTC`,
  'approval.refused': ({ by }) => `not approved by ${by}`,
  'approval.lapsed': 'nobody approved it in time',
  'approval.reversed': ({ by }) => `reversed by ${by}`,
  'ledger.alreadyCompensated': ({ key }) => `${key} was compensated before`,
  'ledger.owedBefore': ({ amount, currency }) => `${moneyText(amount, currency)} was granted for the flight before`,
  'ledger.yearlyCap': ({ costs, left, limit, currency, year }) =>
    `costs ${moneyText(costs, currency)}, ${moneyText(left, currency)} left of the ${moneyText(limit, currency)} that one member may get of this budget in ${year} (perMemberPerYear)`,
  'ledger.trancheExhausted': ({ costs, left, limit, currency }) =>
    `costs ${moneyText(costs, currency)}, ${moneyText(left, currency)} left of the ${moneyText(limit, currency)} that may be paid within an hour`,
  'ledger.budgetExhausted': ({ costs, left, limit, currency, budget }) =>
    `costs ${moneyText(costs, currency)}, ${moneyText(left, currency)} of ${moneyText(limit, currency)} left in ${budget}`,
} satisfies ReasonWords

function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}

export function span(ms = 0, months?: number): string {
  if (months !== undefined) return plural(months, 'month')
  if (ms % DAY === 0) return `${ms / DAY} days`
  return ms % HOUR === 0 ? `${ms / HOUR} hours` : `${ms / MINUTE} minutes`
}

function grantText(amount: number, unit: string): string {
  return isCurrency(unit) ? moneyText(amount, unit) : `${amount} ${unit}`
}
