/** A number as people read it: four digits that count, or cents. */
export function amount(value: number): string {
  return value.toLocaleString(
    'en-US',
    Math.abs(value) < 10 ? { maximumSignificantDigits: 4 } : { minimumFractionDigits: 2, maximumFractionDigits: 2 },
  )
}

export function signed(value: number): string {
  return sign(amount(value))
}

/** With a sign that is as wide as the plus. */
export function sign(text: string): string {
  return text.startsWith('-') ? `−${text.slice(1)}` : `+${text}`
}

export function pText(p: number): string {
  return p < 1e-6 ? '< 0.000001' : p.toPrecision(2)
}
