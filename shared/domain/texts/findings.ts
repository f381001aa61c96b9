/** One thing that an answer of the law rests on: a code with its values. `regime`: under whose law. */
export type Found = { is: string; regime?: string | undefined }

interface Words {
  words: Readonly<Record<string, unknown>>
  between: string
  under(regime: string): string
}

/** Findings as one sentence without its stop. A code of a later version than this one stands for itself. */
export function foundIn(findings: readonly Found[], { words, between, under }: Words): string {
  const said = ({ is, regime, ...values }: Found) => {
    const text = Object.hasOwn(words, is) ? words[is] : is
    const clause = typeof text === 'function' ? text(values) : text
    return `${regime === undefined ? '' : under(regime)}${clause}`
  }
  return findings.map(said).join(between)
}

/** What the law said, in a reason. `said`: of before these were codes, as it was written. */
export type ByLaw = { said?: string; findings?: readonly Found[] }
