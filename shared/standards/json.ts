/** How deep nested JSON is taken, as on EventBridge: deeper, and whoever writes it again runs out of stack. */
export const DEPTH_AT_MOST = 1000

/** Whether a JSON text nests deeper than is taken. Each level takes two characters: a short text cannot. */
export function isTooDeep(json: string): boolean {
  if (json.length <= 2 * DEPTH_AT_MOST) return false
  let depth = 0
  for (const [bracket] of json.matchAll(BRACKETS_AND_TEXTS)) {
    if (bracket === '[' || bracket === '{') depth++
    else if (bracket === ']' || bracket === '}') depth--
    if (depth > DEPTH_AT_MOST) return true
  }
  return false
}

/** Brackets within a text are none. */
const BRACKETS_AND_TEXTS = /[[\]{}]|"(?:[^"\\]|\\.)*"/g

/** What a text says as JSON; undefined where it is none, which no JSON says. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
