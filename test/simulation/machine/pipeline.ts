import { reportIn } from '../../../shared/app/feedback/ses-feedback.ts'
import { works } from '../../../shared/app/rehearsal/functions.ts'
import { measure } from '../../../shared/app/results/measure.ts'
import { goRound } from '../../../shared/app/rounds/go-round.ts'
import { tellBriefings } from '../../../shared/app/rounds/tell-briefings.ts'
import { type RulebookCache, rulebookCache } from '../../../shared/app/rulebooks.ts'
import { fitMonth } from '../../../shared/app/scores/fit-month.ts'
import { wakeDue } from '../../../shared/app/wake/wake.ts'
import { DAY, MINUTE } from '../../../shared/domain/calendar.ts'
import { hintsOf } from '../../../shared/domain/campaign/world.ts'
import type { Rulebook } from '../../../shared/domain/rulebook/rulebook.ts'
import { SHIPPED_CHURN } from '../../../shared/domain/scores/churn/shipped.ts'
import { functions, type QueueName, queues, type Wiring } from '../../../shared/pipeline.ts'
import type { Ports } from '../../../shared/ports/index.ts'
import { chanceOf } from '../chance.ts'
import { portsOf, type Services } from './gate.ts'
import type { Invocation, Machine, Source } from './machine.ts'
import { compiled } from './rulebooks.ts'

/** So many of one function at once, where its wiring does not say fewer. */
const AT_ONCE = 2

/** The functions of the pipeline, called as AWS calls them: by their queues, and by the minute. */
export function pipelineSources(machine: Machine, services: Services, seed: number): Source[] {
  const chance = chanceOf(`${seed} batches`)
  const caches = new Map<string, Map<string, Rulebook>>()

  /** A process keeps the rulebooks that it has read: only the first time is a call. */
  function rulebooksOf(ports: Ports, by: string): RulebookCache {
    const kept = caches.get(by) ?? new Map<string, Rulebook>()
    caches.set(by, kept)
    const get = (version: string) => kept.get(version)
    return {
      get,
      async load(version) {
        const rulebook = get(version) ?? (await rulebookCache(ports.rulebooks, compiled).load(version))
        kept.set(version, rulebook)
        return rulebook
      },
    }
  }

  async function work(
    name: QueueName,
    invocation: Invocation,
    messages: readonly { messageId: string; body: string }[],
  ) {
    const ports = portsOf(machine, services, invocation)
    const failed = new Set<string>()
    try {
      const state = await ports.world.read()
      const again = await works[name]([...messages], {
        ports,
        rulebooks: rulebooksOf(ports, invocation.by),
        hints: hintsOf(state),
        live: state.rulebook,
        now: invocation.startedAt + invocation.skew,
        onError: (error) => machine.note(`${invocation.by}: one is tried again: ${messageOf(error)}`),
        alert: machine.alert,
        sentWaitsSeconds: functions['send-email'].sentWaitsSeconds,
        pause: (ms) =>
          machine.call(invocation, { port: 'function', method: 'pause', args: [], about: String(ms) }, async () => {}),
      })
      for (const id of again) failed.add(id)
    } catch (error) {
      machine.note(`${invocation.by}: the batch is tried again: ${messageOf(error)}`)
      for (const { messageId } of messages) failed.add(messageId)
    }
    for (const { messageId } of messages) {
      if (failed.has(messageId)) continue
      const seen = machine.witness.messages.get(messageId)!
      seen.doneAt ??= machine.see().seq
      const call = { port: 'sqs', method: 'delete', args: [], about: messageId }
      try {
        await machine.call(invocation, call, async () => services.ports.queues.acknowledge(name, [messageId]))
      } catch {
        // It comes again when its time at this function is up.
      }
    }
  }

  function queueSource(name: QueueName, by: string, wiring: Wiring): Source {
    const { queues: mine } = services.ports
    const batchSize = 'queue' in wiring.on ? wiring.on.batchSize : 1
    return {
      nextAt: () => (machine.atWork(by) < (wiring.concurrency ?? AT_ONCE) ? mine.nextAt(name) : undefined),
      go() {
        const messages = mine.take(name, Math.min(batchSize, chance.pick([1, 2, 10, 100])))
        if (messages.length === 0) return
        for (const { messageId, body } of messages) {
          const known = machine.witness.messages.get(messageId)
          if (known) continue
          // Of a report of SES, what is looked at is the event that it becomes.
          const read = reportIn(body, machine.now())?.event ?? body
          machine.witness.messages.set(messageId, { queue: name, body: read, takenAt: machine.see().seq })
        }
        const about = messages[0]!.messageId
        machine.start(by, wiring.timeoutSeconds * 1000, about, (invocation) => work(name, invocation, messages))
      },
    }
  }

  /** Once a minute; a minute in which nobody is due is left out. */
  function wakeSource(): Source {
    let lastAt = Number.NEGATIVE_INFINITY
    return {
      nextAt() {
        if (machine.atWork('wake') > 0) return undefined
        let due = Number.POSITIVE_INFINITY
        for (const at of services.wakes.values()) if (at < due) due = at
        return due < Number.POSITIVE_INFINITY ? Math.max(due, lastAt + MINUTE) : undefined
      },
      go() {
        lastAt = machine.now()
        machine.start('wake', functions.wake.timeoutSeconds * 1000, '', async (invocation) => {
          await wakeDue({ ports: portsOf(machine, services, invocation), now: invocation.startedAt })
        })
      },
    }
  }

  /** Once a minute too, as soon as its last run said that there is something next, or somebody changed the world or booked. */
  function roundsSource(): Source {
    const { worlds, rulebooks } = machine.witness
    const hasBriefings = [...rulebooks.values()].some(({ settings }) => settings.briefings !== undefined)
    let next = Number.POSITIVE_INFINITY
    let met = 0
    let departuresMet = 0
    let lastAt = Number.NEGATIVE_INFINITY
    return {
      nextAt() {
        if (worlds.length > met || (hasBriefings && services.noted > departuresMet)) next = machine.now()
        return machine.atWork('rounds') === 0 ? Math.max(next, lastAt + MINUTE) : undefined
      },
      go() {
        met = worlds.length
        departuresMet = services.noted
        lastAt = machine.now()
        // Unless it comes to its end it is asked again.
        next = lastAt
        machine.start('rounds', functions.rounds.timeoutSeconds * 1000, '', async (invocation) => {
          const ports = portsOf(machine, services, invocation)
          const world = await ports.world.read()
          const now = invocation.startedAt
          const { alert } = machine
          const common = { ports, rulebooks: rulebooksOf(ports, 'rounds'), world, now }
          const onError = (error: unknown) => machine.note(`a briefing is tried again: ${messageOf(error)}`)
          const told = await tellBriefings({ ...common, baseUrl: 'https://simulation.invalid/', onError })
          const went = await goRound({ ...common, alert })
          // It runs every minute: what was told stays told.
          next = told.handed > 0 ? now + MINUTE : Math.min(told.nextAt, went.nextAt)
        })
      },
    }
  }

  /** Once a day, as in AWS by night, and again soon where it failed. */
  function measureSource(): Source {
    let next = machine.now() + DAY
    return {
      nextAt: () => (machine.atWork('measure') === 0 ? next : undefined),
      go() {
        next = machine.now() + MINUTE
        machine.start('measure', functions.measure.timeoutSeconds * 1000, '', async (invocation) => {
          const ports = portsOf(machine, services, invocation)
          const { rulebook: live } = await ports.world.read()
          const rulebook = live === undefined ? undefined : await rulebooksOf(ports, 'measure').load(live)
          const { wrong } = await measure({
            ports,
            rulebook,
            now: invocation.startedAt,
            msPerLook: 60_000,
            alert: machine.alert,
          })
          for (const what of wrong) machine.witness.wrongSums.push(what)
          next = invocation.startedAt + DAY
        })
      },
    }
  }

  /** Every night, in stories whose rulebooks have a model; and again soon where it failed. */
  function fitSource(): Source {
    const isFitted = [...machine.witness.rulebooks.values()].some(({ models }) => models.churn !== SHIPPED_CHURN)
    let next = isFitted ? machine.now() + DAY : undefined
    return {
      nextAt: () => (machine.atWork('fit-scores') === 0 ? next : undefined),
      go() {
        next = machine.now() + MINUTE
        machine.start('fit-scores', functions['fit-scores'].timeoutSeconds * 1000, '', async (invocation) => {
          const ports = portsOf(machine, services, invocation)
          const rulebooks = rulebooksOf(ports, 'fit-scores')
          const now = invocation.startedAt
          await fitMonth({ ports, rulebooks, now, msPerLook: Number.POSITIVE_INFINITY })
          next = now + DAY
        })
      },
    }
  }

  const byQueue = Object.entries(functions as Record<string, Wiring>).flatMap(([by, wiring]) =>
    'queue' in wiring.on && wiring.on.queue in queues ? [queueSource(wiring.on.queue, by, wiring)] : [],
  )
  return [...byQueue, wakeSource(), roundsSource(), measureSource(), fitSource()]
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
