import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Parts, PartsOptions } from './index.ts'

type Address = Pick<Parts, 'endpoints' | 'queueUrls' | 'deadUrls' | 'credentials'>
type Call = Exclude<keyof Parts, keyof Address>

export type FromParent = { start: PartsOptions } | { id: number; call: Call; args: unknown[] }
export type ToParent =
  | { started: Address }
  | { ended: string }
  | { id: number; value: unknown }
  | { id: number; error: string }

export interface SpawnedParts extends Parts {
  pid: number
  /** Resolves when the process has ended, with the reason if it gave one. Before `close` was called, that is a failure. */
  exited: Promise<string | undefined>
  /** Ends the process as `kill -9` does: for tests. */
  crash(): Promise<void>
}

const START = 0
const CLOSING_MS_AT_MOST = 5_000

/** {@link startParts} in a process of its own, which ends with this one. Throws if it does not start. */
export async function spawnParts(options: PartsOptions = {}): Promise<SpawnedParts> {
  const child = fork(new URL('./child.ts', import.meta.url), { serialization: 'advanced', execArgv: [] })
  let whyEnded: string | undefined
  const exited = once(child, 'exit').then(() => whyEnded)
  const pending = new Map<number, PromiseWithResolvers<unknown>>()
  let lastId = START
  child.on('message', settle)
  exited.then(() => {
    for (const each of pending.values()) each.reject(new Error('The local parts are gone'))
    pending.clear()
  })

  const address = (await ask(START, { start: options }).catch((error) => {
    child.kill('SIGKILL')
    throw error
  })) as Address
  return {
    ...address,
    pid: child.pid!,
    exited,
    depths: () => call('depths'),
    enqueue: (...args) => call('enqueue', args),
    announcements: () => call('announcements'),
    mailCount: () => call('mailCount'),
    failNextMails: (...args) => call('failNextMails', args),
    setClock: (...args) => call('setClock', args),
    async close() {
      const patience = setTimeout(() => child.kill('SIGKILL'), CLOSING_MS_AT_MOST)
      // If it has ended already there is nothing to close.
      await call('close').catch(() => {})
      if (child.connected) child.disconnect()
      await exited
      clearTimeout(patience)
    },
    async crash() {
      child.kill('SIGKILL')
      await exited
    },
  }

  function call<C extends Call>(name: C, args: Parameters<Parts[C]> | [] = []): ReturnType<Parts[C]> {
    lastId += 1
    return ask(lastId, { id: lastId, call: name, args }) as ReturnType<Parts[C]>
  }

  function ask(id: number, message: FromParent): Promise<unknown> {
    const answer = Promise.withResolvers<unknown>()
    pending.set(id, answer)
    child.send(message, (error) => error && answer.reject(error))
    return answer.promise
  }

  function settle(message: ToParent): void {
    if ('ended' in message) {
      whyEnded = message.ended
      return
    }
    const id = 'started' in message ? START : message.id
    const answer = pending.get(id)
    pending.delete(id)
    if ('error' in message) answer?.reject(new Error(message.error))
    else answer?.resolve('started' in message ? message.started : message.value)
  }
}
