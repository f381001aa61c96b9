const BLOCK_ENDS = /<br\s*\/?>|<\/(?:p|div|tr|table|li|h[1-6])\s*>/gi
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" }

/**
 * The text part of a template that brings none: what its HTML says, with the addresses of its links.
 * Liquid stays as it is: it stands between tags, not in them.
 */
export function textOf(html: string): string {
  return html
    .replace(/<!doctype[^>]*>|<!--[\s\S]*?-->|<(head|style)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<div style="display:none[\s\S]*?<\/div>/gi, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(
      /<a\b[^>]*?href="([^"]*)"[^>]*>([\s\S]*?)<\/a\s*>/gi,
      (_, href: string, label: string) => `${label.trim()} (${href})`,
    )
    .replace(BLOCK_ENDS, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
