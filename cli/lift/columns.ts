import { inSmallerUnits, NO_SUMS, plus, type Sums, sumsOf } from '../../shared/domain/measure/sums.ts'
import { type Decimal, inUnitsOf } from '../../shared/standards/decimal.ts'

/**
 * The sums of one outcome by arm, in units so small that every number so far is whole. A number with more decimals than
 * those before makes the units smaller; nothing is ever rounded.
 */
export class OutcomeSums {
  readonly byArm = new Map<string, Sums>()
  outcomeDecimals = 0
  beforeDecimals = 0

  add(arm: string, outcome: Decimal, before: Decimal): void {
    if (outcome.decimals > this.outcomeDecimals || before.decimals > this.beforeDecimals) this.#refine(outcome, before)
    const one = sumsOf(inUnitsOf(outcome, this.outcomeDecimals), inUnitsOf(before, this.beforeDecimals))
    this.byArm.set(arm, plus(this.byArm.get(arm) ?? NO_SUMS, one))
  }

  #refine(outcome: Decimal, before: Decimal): void {
    const outcomeDecimals = Math.max(outcome.decimals, this.outcomeDecimals)
    const beforeDecimals = Math.max(before.decimals, this.beforeDecimals)
    const by = {
      outcome: 10n ** BigInt(outcomeDecimals - this.outcomeDecimals),
      before: 10n ** BigInt(beforeDecimals - this.beforeDecimals),
    }
    for (const [arm, sums] of this.byArm) this.byArm.set(arm, inSmallerUnits(sums, by))
    this.outcomeDecimals = outcomeDecimals
    this.beforeDecimals = beforeDecimals
  }
}
