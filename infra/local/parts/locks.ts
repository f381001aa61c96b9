/** Locks names for the duration of some work. Several are locked all at once, in the order of requests: no deadlock. */
export interface Locks {
  hold<T>(names: readonly string[], work: () => Promise<T>): Promise<T>
}

export function locks(): Locks {
  const last = new Map<string, Promise<void>>()

  return {
    async hold(names, work) {
      const before = names.flatMap((name) => last.get(name) ?? [])
      const mine = Promise.withResolvers<void>()
      for (const name of names) last.set(name, mine.promise)
      if (before.length > 0) await Promise.all(before)
      try {
        return await work()
      } finally {
        for (const name of names) if (last.get(name) === mine.promise) last.delete(name)
        mine.resolve()
      }
    },
  }
}
