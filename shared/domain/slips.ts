/** Slips that are easily made at a keyboard, and what was meant. */

const CHINESE: Readonly<Record<string, string>> = {
  '：': ':',
  '，': ',',
  '、': ',',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
  '％': '%',
  '“': '"',
  '”': '"',
  '－': '-',
  '＃': '#',
  '　': ' ',
}

/** Punctuation of the Chinese keyboard, which means nothing to YAML. */
export function chinesePunctuation(text: string): string | undefined {
  const found = Array.from(text).find((each) => Object.hasOwn(CHINESE, each))
  if (found === '　') return 'there is a full-width space: write an ordinary one'
  return (
    found &&
    `"${found}" is Chinese punctuation: write ${found === '“' || found === '”' ? "'\"'" : `"${CHINESE[found]}"`}`
  )
}

/** `2,000`, or `2,000 CNY`. */
export function commaInNumber(text: unknown): string | undefined {
  const isNumber = typeof text === 'string' && /^\d{1,3}(,\d{3})+(\.\d+)?( ?[A-Z]{3})?$/.test(text)
  return isNumber ? `write ${text.replaceAll(',', '')}, without the comma` : undefined
}

/** `{ miles: 2,000 }` is a mapping of `miles: 2` and a key `000`. */
export function cutByComma(key: string, value: Readonly<Record<string, unknown>>): string | undefined {
  if (!/^\d{3}( ?[A-Z]{3})?$/.test(key) || value[key] !== null) return undefined
  const heads = Object.values(value).filter((each) => typeof each === 'number')
  return heads.length === 1 ? `write ${heads[0]}${key}, without the comma` : 'write numbers without a comma'
}
