import type { Samples } from '../../ports/index.ts'

export function createMemorySamples(): Samples {
  let sample: Uint8Array | undefined
  return {
    async read() {
      return sample?.slice()
    },
    async write(bytes) {
      sample = bytes.slice()
    },
    async remove() {
      sample = undefined
    },
  }
}
