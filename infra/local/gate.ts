/** Holds back work for a moment: what is running ends, what comes waits. */
export interface Gate {
  pass<T>(work: () => Promise<T>): Promise<T>
  /** Does `work` while nothing else that passes here is running. */
  whileClosed<T>(work: () => Promise<T>): Promise<T>
}

export function openGate(): Gate {
  let inside = 0
  let closed: PromiseWithResolvers<void> | undefined
  let emptied: (() => void) | undefined

  return {
    async pass(work) {
      while (closed) await closed.promise
      inside += 1
      try {
        return await work()
      } finally {
        inside -= 1
        if (inside === 0) emptied?.()
      }
    },
    async whileClosed(work) {
      while (closed) await closed.promise
      const mine = Promise.withResolvers<void>()
      closed = mine
      try {
        if (inside > 0)
          await new Promise<void>((resolve) => {
            emptied = resolve
          })
        return await work()
      } finally {
        closed = undefined
        emptied = undefined
        mine.resolve()
      }
    },
  }
}
