import { Document, isMap, isScalar, isSeq, type Node, stringify } from 'yaml'

/** Longer than this, a mapping or list is written on several lines. */
const ONE_LINE_AT_MOST = 80

/** Lists of steps: each step has a line of its own. */
const STEP_LISTS: readonly unknown[] = ['steps', 'then', 'else', 'ifRefused', 'arms']

const STYLE = { lineWidth: 0, indentSeq: true } as const

/** A value within `{…}` or `[…]`. */
export function inFlow(value: unknown): string {
  return stringify([value], { ...STYLE, collectionStyle: 'flow' })
    .trimEnd()
    .slice('[ '.length, -' ]'.length)
}

/** What stands behind `key:`, with its blank or line break; further lines are indented by `indent` and more. */
export function behindKey(key: string, value: unknown, indent: number): string {
  const document = new Document({ k: value })
  lay(document.get('k', true) as Node, STEP_LISTS.includes(key))
  return indented(document.toString(STYLE).trimEnd().slice('k:'.length), indent)
}

/** An item of a list, from its dash on. */
export function asItem(value: unknown, indent: number): string {
  const document = new Document([value])
  const [item] = (document.contents as unknown as { items: Node[] }).items
  if (isMap(item)) for (const { key, value: inner } of item.items) lay(inner as Node, STEP_LISTS.includes(nameOf(key)))
  return indented(document.toString(STYLE).trimEnd(), indent)
}

/** Chooses what is written on one line. */
function lay(node: Node | null, holdsSteps: boolean): void {
  if (!isMap(node) && !isSeq(node)) return
  if (!holdsSteps && inFlow(node.toJSON()).length <= ONE_LINE_AT_MOST) {
    node.flow = true
    return
  }
  for (const item of node.items) {
    if (isMap(node)) {
      const { key, value } = item as { key: unknown; value: Node | null }
      lay(value, STEP_LISTS.includes(nameOf(key)))
    } else if (isMap(item) && (holdsSteps || item.items.length === 1)) {
      for (const { key, value } of item.items) lay(value as Node | null, STEP_LISTS.includes(nameOf(key)))
    } else lay(item as Node, false)
  }
}

function nameOf(key: unknown): unknown {
  return isScalar(key) ? key.value : key
}

function indented(text: string, indent: number): string {
  return text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(indent)}`)
}
