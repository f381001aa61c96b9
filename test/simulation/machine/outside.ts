import type { Alert } from '../../../shared/app/alerts.ts'
import { matches } from '../../../shared/bus-rule.ts'
import type { Envelope } from '../../../shared/contract/index.ts'
import { HOUR, MINUTE } from '../../../shared/domain/calendar.ts'
import { PAYMENTS } from '../../../shared/domain/campaign/world.ts'
import { MEASURES, pauseOf } from '../../../shared/domain/sending/reputation.ts'
import { type QueueName, queues } from '../../../shared/pipeline.ts'
import type { Queue } from '../../../shared/queue.ts'
import { iso, type Moment, type Story } from '../story/story.ts'
import { type Agenda, createAgenda } from './agenda.ts'
import type { Services } from './gate.ts'
import type { Machine } from './machine.ts'
import { operators, redrive } from './operators.ts'
import { livingPeople } from './people.ts'
import { worstMoments } from './worst-moments.ts'

/** Everybody outside: the airline's systems, its people at the command, SES's reports, and those who get mails. */
export function outside(machine: Machine, services: Services, story: Story): Agenda {
  const agenda = createAgenda()
  const order = operators(machine, services, story, agenda)

  /** Routes an event as the bus does. */
  function put(envelope: Envelope, poison = false): void {
    machine.witness.puts.push({ ...machine.see(), envelope, poison })
    for (const name of Object.keys(queues) as QueueName[]) {
      const { rule }: Queue = queues[name]
      if (rule && matches(rule, envelope.source, envelope['detail-type']))
        void services.ports.queues.send(name, [JSON.stringify(envelope)])
    }
  }

  /** What connectors make of messages comes over the bus, each time as a delivery of its own. */
  services.ports.inbound.put = async (events) => {
    for (const { source, type, detail } of events) {
      const id = `bus-of-message-${machine.witness.puts.length}`
      put({ id, source, 'detail-type': type, time: iso(machine.now()), detail })
    }
  }

  function happen(moment: Moment): void {
    if (moment.is === 'event') {
      const { envelope, fault } = moment
      if (fault) machine.witness.strikes.push({ ...machine.see(), kind: fault, call: envelope.id })
      machine.note(`${fault ? `FAULT ${fault}: ` : ''}event ${wordsOf(envelope)}`)
      put(envelope, fault === 'poison event')
    } else if (moment.is === 'message') {
      const { key, text, fault } = moment
      if (fault) machine.witness.strikes.push({ ...machine.see(), kind: fault, call: key })
      machine.note(`${fault ? `FAULT ${fault}: ` : ''}message ${key} ${text.replaceAll('\n', ' ')}`)
      void services.ports.raw.put(key, Buffer.from(text))
    } else if (moment.is === 'outage') {
      machine.witness.strikes.push({ ...machine.see(), kind: 'outage', call: '' })
      machine.note(`FAULT outage: nothing runs for ${moment.ms / MINUTE} minutes`)
      machine.jump(moment.ms)
    } else {
      order(moment)
    }
  }

  for (const moment of story.moments) agenda.add(moment.at, () => happen(moment))
  agenda.add(story.calmAt + MINUTE, () => redrive(machine, services))
  // What failed too often before was read after somebody had sent what was set aside once more.
  if (story.moments.some(({ is }) => is === 'replay')) agenda.add(story.calmAt + HOUR, () => order({ is: 'replay' }))
  livingPeople(machine, services, story.seed, agenda, put)

  machine.onAlert((what) => {
    for (const campaign of pausedAt(what)) agenda.add(machine.now() + 3 * HOUR, () => order({ is: 'resume', campaign }))
  })
  machine.onMeanwhile(worstMoments(machine, services, story, agenda, { put, order }))
  return agenda
}

/** What an alert says has paused itself, until a person resumes it. */
function pausedAt(what: Alert): string[] {
  if (what === 'payments-stopped') return [PAYMENTS]
  return what === 'sender-paused' ? MEASURES.map(pauseOf) : []
}

/** An event in a line. */
function wordsOf({ id, detail, ...envelope }: Envelope): string {
  const { memberId, occurredAt, id: eventId, ...fields } = Object(detail)
  return `${envelope['detail-type']} ${eventId ?? ''} of ${memberId ?? ''} at ${occurredAt ?? ''} ${JSON.stringify(fields)}`
}
