import { actionIdOf } from '../../../shared/domain/actions/index.ts'
import type { Rulebook } from '../../../shared/domain/rulebook/rulebook.ts'
import { at, back, booked, DAY, type Entry, flightOf, flown, HOUR, iso, leg, newsroom, pnr, ROUTES } from './entries.ts'
import { enrol, type Person, person } from './people.ts'
import { type Dice, diceOf } from './random.ts'
import { tellStories } from './stories.ts'

const SEED = 20260901
/** Members that no story is about: their cards are numbered from here. */
const CROWD_FROM = 200
const CROWD = 180

/**
 * The sample that a first start plays: made-up members and September 2026. The same every time. It is made for the
 * example rulebook, because an answer must name the offer, and an offer's id follows from the step that makes it.
 */
export function makeSample(rulebook: Rulebook): { members: Entry[]; events: Entry[] } {
  const offerStep = offerStepOf(rulebook, 'service-recovery')
  const dice = diceOf(SEED)
  const news = newsroom()
  const offerIdOf = (memberId: string, complaintId: string) =>
    `offer-${actionIdOf(memberId, { campaign: 'service-recovery', key: complaintId }, offerStep)}`
  tellStories({ news, dice, offerIdOf })
  for (let i = 0; i < CROWD; i++) {
    const someone = person(dice, CROWD_FROM + i)
    enrol(news, someone)
    liveThrough(someone, dice)
  }
  answerComplaints()
  const entries = news.entries()
  return {
    members: entries.filter((entry) => entry.DetailType === 'member.enrolled'),
    events: entries.filter((entry) => entry.DetailType !== 'member.enrolled'),
  }

  /** An ordinary September: a trip for most, an answer to a survey, now and then a complaint. */
  function liveThrough(someone: Person, dice: Dice): void {
    const { memberId } = someone
    if (dice.chance(0.6)) {
      const route = dice.pick(ROUTES)
      const departs = at('09-03 07:00') + dice.between(0, 23) * DAY + dice.between(0, 12) * HOUR
      const cabin = dice.chance(0.12) ? 'C' : 'Y'
      const out = leg(route, departs)
      flown(news, memberId, out, cabin, dice.between(-15, 70))
      if (dice.chance(0.5)) flown(news, memberId, leg(back(route), departs + 2 * DAY), cabin, dice.between(-15, 70))
      if (dice.chance(0.3)) answerSurvey(memberId, out, dice)
      if (dice.chance(0.12)) complain(memberId, out, dice)
    }
    if (dice.chance(0.2)) {
      const when = at('09-02 09:00') + dice.between(0, 24) * DAY + dice.between(0, 10) * HOUR
      const code = pnr(dice)
      booked(news, when, { memberId, pnr: code, flight: leg(dice.pick(ROUTES), when + dice.between(12, 60) * DAY) })
      if (dice.chance(0.1)) news.say('booking.cancelled', when + DAY, { memberId, pnr: code })
    }
    if (dice.chance(0.04)) {
      const when = at('09-05 12:00') + dice.between(0, 20) * DAY
      news.say('consent.changed', when, { memberId, channel: 'email', granted: dice.chance(0.4), source: 'app' })
    }
    if (dice.chance(0.03)) news.say('member.updated', at('09-14 03:00'), { memberId, tier: 'gold' })
  }

  /** Customer care answers most complaints within a day, some later, a few not in this month. */
  function answerComplaints(): void {
    const care = diceOf(SEED + 1)
    for (const { DetailType, Detail } of news.entries()) {
      const { memberId, complaintId, occurredAt } = Detail
      if (DetailType !== 'complaint.filed' || memberId === undefined || care.chance(0.1)) continue
      const hours = care.chance(0.85) ? care.between(2, 22) : care.between(26, 60)
      const when = Date.parse(String(occurredAt)) + hours * HOUR
      if (when < at('09-30 20:00')) news.say('complaint.answered', when, { memberId, complaintId, channel: 'app' })
    }
  }

  function answerSurvey(memberId: string, flight: ReturnType<typeof leg>, dice: Dice): void {
    const ratings = { seat: dice.between(1, 5), crew: dice.between(2, 5), food: dice.between(1, 5) }
    const when = flight.departsAt + dice.between(20, 70) * HOUR
    news.say('survey.answered', when, { memberId, nps: dice.between(2, 10), ratings, flight: flightOf(flight) })
  }

  function complain(memberId: string, flight: ReturnType<typeof leg>, dice: Dice): void {
    const when = flight.departsAt + dice.between(16, 60) * HOUR
    const complaintId = `CMP-${memberId}-${iso(when).slice(5, 10)}`
    const category = dice.pick(['delay', 'baggage', 'crew', 'onboard', 'airport'])
    const detail = { memberId, complaintId, category, severity: dice.between(1, 5), channel: 'app' }
    news.say('complaint.filed', when, { ...detail, flight: flightOf(flight) })
    if (dice.chance(0.5)) {
      const outcome = dice.pick(['upheld', 'goodwill', 'rejected'])
      news.say('complaint.resolved', when + 3 * DAY, {
        memberId,
        complaintId,
        outcome,
        satisfaction: dice.between(1, 5),
      })
    }
  }
}

function offerStepOf(rulebook: Rulebook, campaign: string): string {
  const program = rulebook.campaigns.find(({ id }) => id === campaign)?.program ?? []
  const offer = program.find((each) => each.op === 'action' && each.action.kind === 'upgradeOffer')
  if (offer?.op !== 'action') throw new Error(`the campaign ${campaign} makes no offer`)
  return offer.step
}
