/** What a command ends with. */
export const EXIT = { ok: 0, refused: 1, unreachable: 2 } as const

/** Something that was asked cannot be done: wrong input, or Wingback says no. */
export class Refused extends Error {
  readonly hint?: string | undefined
  readonly code?: string | undefined

  constructor(message: string, { hint, code }: { hint?: string | undefined; code?: string | undefined } = {}) {
    super(message)
    this.hint = hint
    this.code = code
  }
}

/** Nobody answers, or only with trouble of their own. */
export class Unreachable extends Error {
  readonly hint?: string | undefined

  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}
