import { type Fit, type Fits, newestFirst } from '../../ports/index.ts'

export function createMemoryFits(): Fits {
  const fits = new Map<string, Fit>()
  return {
    async list() {
      return newestFirst([...fits.values()])
    },
    async write(fit) {
      fits.set(`${fit.month} ${fit.score}`, fit)
    },
  }
}
