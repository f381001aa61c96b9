/** Waits, at most so long and not like the others who wait. */
export function pause(atMostMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * atMostMs))
}
