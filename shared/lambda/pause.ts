/** Waits for a random time of at most so long, so that those who wait do not all continue at once. */
export function pause(atMostMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * atMostMs))
}
