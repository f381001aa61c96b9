import { isMapping } from '../cursor.ts'
import type { Path } from '../problem.ts'

/** Edits of plain values, by path. They say what an edit of the text must come to. */

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, part) => {
    if (Array.isArray(inner)) return inner[Number(part)]
    return isMapping(inner) && Object.hasOwn(inner, part) ? inner[String(part)] : undefined
  }, value)
}

/** Undefined removes. What the path leads through is made where it is missing. */
export function withValue(value: unknown, path: Path, next: unknown): unknown {
  const [part, ...rest] = path
  if (part === undefined) return next
  const inner = withValue(valueAt(value, [part]), rest, next)
  if (Array.isArray(value)) {
    const items: unknown[] = [...value]
    if (inner === undefined) items.splice(Number(part), 1)
    else items[Number(part)] = inner
    return items
  }
  const { [part]: _before, ...others } = isMapping(value) ? value : {}
  if (inner === undefined) return others
  return isMapping(value) && Object.hasOwn(value, part) ? { ...value, [part]: inner } : { ...others, [part]: inner }
}

export function withItem(value: unknown, list: Path, index: number, item: unknown): unknown {
  const items = valueAt(value, list)
  const next: unknown[] = Array.isArray(items) ? [...items] : []
  next.splice(index, 0, item)
  return withValue(value, list, next)
}
