import { minimize, type Patience } from '../fit/minimize.ts'

/** What is to be said of any model that was fitted. */
export interface Found<M> {
  model: M
  /** The greater, the better the model tells what was seen: comparable between models of the same members only. */
  logLikelihood: number
  /** The search ended by itself. */
  converged: boolean
}

/** Where members are too much alike, the best parameters lie at nothing or at infinity: the search stays between. */
const LEAST = 0.01
const GREATEST = 10_000

/**
 * The parameters, all above 0, under which what was seen is most likely. `scales` are about how large they are: the search
 * goes by the logarithm of a parameter beside its scale.
 */
export function mostLikely<P extends string>(
  scales: Readonly<Record<P, number>>,
  logLikelihood: (model: Record<P, number>) => number,
  patience?: Patience,
): Found<Record<P, number>> {
  const names = Object.keys(scales) as P[]
  const read = (at: readonly number[]) =>
    Object.fromEntries(names.map((name, i) => [name, scales[name] * Math.exp(at[i]!)])) as Record<P, number>
  const isWithin = (at: readonly number[]) => at.every((x) => x >= Math.log(LEAST) && x <= Math.log(GREATEST))
  const { at, value, converged } = minimize(
    (guess) => (isWithin(guess) ? -logLikelihood(read(guess)) : Number.POSITIVE_INFINITY),
    names.map(() => 0),
    patience,
  )
  return { model: read(at), logLikelihood: -value, converged }
}
