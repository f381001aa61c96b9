import type { Fit, Fits } from '../../ports/index.ts'

export function createMemoryFits(): Fits {
  const fits = new Map<string, Fit>()
  return {
    async list() {
      return [...fits.values()].sort((a, b) => (a.month < b.month ? 1 : -1))
    },
    async write(fit) {
      fits.set(fit.month, fit)
    },
  }
}
