/**
 * Reads together what is asked one by one: what is asked while a read is under way waits for it to end, and goes with the next.
 * So each read begins after it was asked for, as if it were alone.
 */
export function together<K, V>(
  readAll: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
): (key: K) => Promise<V | undefined> {
  let waiting: { key: K; answer(found: Promise<ReadonlyMap<K, V>>): void }[] = []
  let isReading = false

  async function readWaiting(): Promise<void> {
    isReading = true
    while (waiting.length > 0) {
      const asked = waiting
      waiting = []
      const found = readAll([...new Set(asked.map(({ key }) => key))])
      for (const { answer } of asked) answer(found)
      await found.catch(() => {})
    }
    isReading = false
  }

  return async (key) => {
    const found = new Promise<ReadonlyMap<K, V>>((resolve) => {
      waiting.push({ key, answer: resolve })
    })
    if (!isReading) void readWaiting()
    return (await found).get(key)
  }
}
