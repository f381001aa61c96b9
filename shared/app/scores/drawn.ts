import { hash32 } from '../../standards/hash.ts'

/** Enough to tell small differences; with more, fitting takes minutes. */
const MEMBERS_AT_MOST = 50_000

/** Some of many members: those whose hash is the least, so that chance decides, and decides alike again. */
export class Drawn<T> {
  #drawn: { by: number; of: T }[] = []

  /** Nothing, of who cannot be told of. */
  add(memberId: string, of: T | undefined): void {
    if (of === undefined) return
    this.#drawn.push({ by: hash32(memberId), of })
    if (this.#drawn.length > 2 * MEMBERS_AT_MOST) this.#cut()
  }

  all(): T[] {
    this.#cut()
    return this.#drawn.map(({ of }) => of)
  }

  #cut(): void {
    if (this.#drawn.length <= MEMBERS_AT_MOST) return
    this.#drawn = this.#drawn.sort((a, b) => a.by - b.by).slice(0, MEMBERS_AT_MOST)
  }
}
