import { percent } from '../../../shared/domain/results/report/numbers.ts'

/** A part of some in per cent; of none there is no share. */
export function shareOf(part: number, all: number): string {
  return all === 0 ? '–' : percent(part / all)
}
