import { stringify } from 'safe-stable-stringify'

/** JSON with keys in order: equal values have equal text. */
export function canonical(value: unknown): string {
  return stringify(value) ?? 'null'
}
