import { chanceOf, shareOf } from '../chance.ts'
import type { FaultPlan } from '../story/story.ts'
import { answerLost } from './answer-lost.ts'
import { clockOff } from './clock-off.ts'
import { crashAfter, crashBefore } from './crash.ts'
import type { Call, Effect, Fault } from './fault.ts'
import { mailAnswerLost, mailLost, mailRefused, mailThrottled } from './mail.ts'
import {
  bouncesMeanwhile,
  mergesMeanwhile,
  movesMeanwhile,
  pausesMeanwhile,
  publishesMeanwhile,
  withdrawsMeanwhile,
} from './meanwhile.ts'
import { messageLate, messageTwice } from './message.ts'
import { partlyDone } from './partly-done.ts'
import { slowCall } from './slow-call.ts'
import { staleRead } from './stale-read.ts'
import { throttled } from './throttled.ts'

export type { Call, Effect } from './fault.ts'

/** Every kind of fault that can strike a call, by its name. What airlines do wrong themselves is in the story. */
export const faults: Record<string, Fault> = {
  'crash before a call': crashBefore,
  'crash after a call': crashAfter,
  'answer lost': answerLost,
  throttled,
  'batch partly done': partlyDone,
  'slow call': slowCall,
  'stale read': staleRead,
  'message twice': messageTwice,
  'message late': messageLate,
  'mail throttled': mailThrottled,
  'mail refused': mailRefused,
  'mail lost': mailLost,
  'mail answer lost': mailAnswerLost,
  'consent withdrawn at a claim': withdrawsMeanwhile,
  'mail bounces at a claim': bouncesMeanwhile,
  'member moves at a claim': movesMeanwhile,
  'card merged at a claim': mergesMeanwhile,
  'all paused at a claim': pausesMeanwhile,
  'rulebook published at a claim': publishesMeanwhile,
  'clock off': clockOff,
}

export interface Strike {
  kind: string
  effect: Effect
}

/**
 * Whether a fault strikes a call, and which. It depends on the seed and on the call's own key alone, so that a story
 * that is cut elsewhere keeps its faults.
 */
export function strikeOf(seed: number, { rate, weights, spared }: FaultPlan, call: Call): Strike | undefined {
  const drawn = `${seed} ${call.key}`
  if (shareOf(drawn) >= rate * attention(call)) return undefined
  const concerned = Object.entries(faults).filter(([, fault]) => fault.concerns(call))
  const total = concerned.reduce((sum, [kind]) => sum + (weights[kind] ?? 0), 0)
  const chance = chanceOf(`${drawn} which`)
  let at = chance.next() * total
  for (const [kind, fault] of concerned) {
    at -= weights[kind] ?? 0
    if (at < 0)
      return spared.includes(call.key) || spared.includes(kind)
        ? undefined
        : { kind, effect: fault.effect(call, chance) }
  }
  return undefined
}

/** Calls of which there are few, and on which much depends, are struck more often. */
function attention({ port, method, by, args }: Call): number {
  if (port === 'mailer' || port === 'ledger') return 4
  if (method === 'send' && args[0] === 'emails') return 5
  if (method === 'send' || by === 'send-email') return 2
  return 1
}
