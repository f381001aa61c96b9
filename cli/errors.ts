import type { Language } from '../shared/domain/texts/language.ts'
import { type Saying, sayIn } from '../shared/domain/texts/saying.ts'

/** The exit codes. */
export const EXIT = { ok: 0, refused: 1, unreachable: 2 } as const

/** An error for people: its message and hint are translated when it is shown. */
class Said extends Error {
  readonly said: { message: Saying | string; hint: Saying | string | undefined }

  constructor(message: Saying | string, hint: Saying | string | undefined) {
    super(sayIn('en', message))
    this.said = { message, hint }
  }

  /** In English, like `message`. */
  get hint(): string | undefined {
    return this.in('en').hint
  }

  in(language: Language): { message: string; hint: string | undefined } {
    const { message, hint } = this.said
    return { message: sayIn(language, message), hint: hint === undefined ? undefined : sayIn(language, hint) }
  }
}

/** The request is not possible: the input is wrong, or Wingback refuses it. */
export class Refused extends Said {
  readonly code?: string | undefined

  constructor(
    message: Saying | string,
    { hint, code }: { hint?: Saying | string | undefined; code?: string | undefined } = {},
  ) {
    super(message, hint)
    this.code = code
  }
}

/** No answer, or a server error. */
export class Unreachable extends Said {
  constructor(message: Saying | string, hint?: Saying | string) {
    super(message, hint)
  }
}
