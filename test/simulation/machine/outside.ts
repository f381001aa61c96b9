import type { Alert } from '../../../shared/app/alerts.ts'
import type { Envelope } from '../../../shared/contract/index.ts'
import { HOUR, MINUTE } from '../../../shared/domain/calendar.ts'
import { PAYMENTS } from '../../../shared/domain/campaign/world.ts'
import { MEASURES, pauseOf } from '../../../shared/domain/sending/reputation.ts'
import { matches, type Queue, type QueueName, queues } from '../../../shared/pipeline.ts'
import type { Moment, Story } from '../story/story.ts'
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

  function happen(moment: Moment): void {
    if (moment.is === 'event') {
      const { envelope, fault } = moment
      if (fault) machine.witness.strikes.push({ ...machine.see(), kind: fault, call: envelope.id })
      machine.note(`${fault ? `FAULT ${fault}: ` : ''}event ${wordsOf(envelope)}`)
      put(envelope, fault === 'poison event')
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
