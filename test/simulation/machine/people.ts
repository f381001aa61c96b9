import type { Announcement } from '../../../shared/contract/announcements.ts'
import type { Envelope } from '../../../shared/contract/index.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/domain/calendar.ts'
import type { OutgoingMail } from '../../../shared/ports/index.ts'
import { type Chance, chanceOf } from '../chance.ts'
import { iso } from '../story/story.ts'
import type { Agenda } from './agenda.ts'
import type { Services } from './gate.ts'
import type { Machine } from './machine.ts'

type Put = (envelope: Envelope) => void

/**
 * What comes back because of what went out: SES reports on mails (some reports twice, some never), mailboxes do not
 * exist, people report spam, unsubscribe, take offers. It belongs to the mail or the offer, whatever else happens.
 */
export function livingPeople(machine: Machine, services: Services, seed: number, agenda: Agenda, put: Put): void {
  const { mails, announcements } = machine.witness
  const handed = new Set<string>()
  let mailsMet = 0
  let announcementsMet = 0
  const meet = () => {
    for (; mailsMet < mails.length; mailsMet++) {
      const { mail } = mails[mailsMet]!
      answerMail(mail, chanceOf(`${seed} ${mail.tags.action} ${mailsMet}`))
    }
    for (; announcementsMet < announcements.length; announcementsMet++) {
      const { announcement } = announcements[announcementsMet]!
      const chance = chanceOf(`${seed} ${announcement.detail.id}`)
      if (announcement.type === 'offer.issued') answerOffer(announcement, chance)
      if (announcement.type === 'message.ready') answerMessage(announcement, chance)
    }
    agenda.add(machine.now() + 10 * MINUTE, meet)
  }
  agenda.add(machine.now(), meet)

  function answerMail(mail: OutgoingMail, chance: Chance): void {
    const isGone = chanceOf(`${seed} ${mail.to}`).is(0.1)
    const after = () => chance.pick([2_000, MINUTE, 3 * HOUR, 2 * DAY])
    if (isGone) {
      tell('Bounce', mail, after())
      return
    }
    if (chance.is(0.6)) tell('Delivery', mail, after())
    if (chance.is(0.3)) tell(chance.pick(['Open', 'Click'] as const), mail, after())
    if (chance.is(0.06)) tell('Complaint', mail, after())
    if (chance.is(0.06)) agenda.add(machine.now() + after(), () => unsubscribe(mail.tags.member!, chance))
  }

  /** By the airline's app, or by a mail's link, which goes past the bus. */
  function unsubscribe(memberId: string, chance: Chance): void {
    if (chance.is(0.5)) {
      put(event('consent.changed', memberId, { channel: 'email', granted: false }))
      return
    }
    const purposes = chance.pick([['marketing'], ['marketing', 'service']])
    const byLink = { ...event('email.unsubscribed', memberId, { purposes }), source: 'wingback' }
    machine.witness.puts.push({ ...machine.see(), envelope: byLink, poison: false })
    void services.ports.queues.send('events', [JSON.stringify(byLink)])
  }

  function tell(eventType: ReportKind, mail: OutgoingMail, after: number): void {
    agenda.add(machine.now() + after, () => {
      machine.note(`SES: ${eventType} of ${mail.tags.action} to ${mail.to}`)
      void services.ports.queues.send('events', [reportOf(eventType, mail)])
    })
  }

  function answerOffer({ detail }: Announcement<'offer.issued'>, chance: Chance): void {
    if (!chance.is(0.5)) return
    const type = chance.pick(['offer.accepted', 'offer.declined'])
    const { offerId } = detail
    agenda.add(machine.now() + chance.pick([MINUTE, 5 * HOUR, 3 * DAY]), () =>
      put(event(type, detail.memberId, { offerId })),
    )
  }

  /** A gateway sends each message once, however often it comes; some are never answered for, some twice. */
  function answerMessage({ detail }: Announcement<'message.ready'>, chance: Chance): void {
    const { messageId, memberId, channel } = detail
    if (handed.has(messageId) || chance.is(0.06)) return
    handed.add(messageId)
    const say = (type: string, more: object = {}) => {
      const told = event(type, memberId, { messageId, ...more })
      put(told)
      if (chance.is(0.15)) agenda.add(machine.now() + 5 * MINUTE, () => put(told))
    }
    const later = (type: string, more?: object) =>
      agenda.add(machine.now() + chance.pick([2_000, MINUTE, 3 * HOUR, 2 * DAY]), () => say(type, more))
    const isGone = chanceOf(`${seed} ${memberId} ${channel}`).is(0.15)
    if (isGone || chance.is(0.05)) {
      later('message.failed', { permanent: isGone })
      return
    }
    if (chance.is(0.8)) later('message.sent')
    if (chance.is(0.6)) later('message.delivered')
    if (chance.is(0.3)) later(chance.pick(['message.opened', 'message.replied']))
  }

  function event(type: string, memberId: string, fields: object): Envelope {
    const at = iso(machine.now())
    const id = `said-${machine.witness.puts.length}`
    machine.note(`event ${type} of ${memberId}`)
    return {
      id: `bus-${id}`,
      source: 'airline.test',
      'detail-type': type,
      time: at,
      detail: { id, memberId, occurredAt: at, ...fields },
    }
  }
}

type ReportKind = 'Delivery' | 'Open' | 'Click' | 'Bounce' | 'Complaint'

/** What SES publishes of a mail. */
export function reportOf(eventType: ReportKind, { to, tags }: OutgoingMail): string {
  const recipients = [{ emailAddress: to }]
  return JSON.stringify({
    eventType,
    mail: { destination: [to], tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])) },
    ...(eventType === 'Bounce' && { bounce: { bounceType: 'Permanent', bouncedRecipients: recipients } }),
    ...(eventType === 'Complaint' && { complaint: { complainedRecipients: recipients } }),
  })
}
