/** A picture as a mail shows it. */
export interface ShownPicture {
  url: string
  /** What it shows, in words: for who cannot see it, and for programs that do not load it. */
  alt: string
  /** In CSS pixels. */
  width: number
}

interface Span {
  from: number
  to: number
}

/** As wide as a mail is. */
const WIDTH_AT_MOST = 600
const TAG = /<(\/?)(mj-[a-z-]+)\b[^<>]*?(\/?)>/g

/**
 * The source of a mail with a picture more, as an `<mj-image>` in the column at a place of the text: behind the part that the place is in.
 * Where it is in no column, the next one is taken, else the last. Undefined: the mail has no column.
 */
export function insertPicture(source: string, at: number, picture: ShownPicture): string | undefined {
  const columns = spansOf(source, { from: 0, to: source.length }, 'mj-column')
  const column =
    columns.find(({ from, to }) => at > from && at < to) ?? columns.find(({ from }) => from >= at) ?? columns.at(-1)
  if (!column) return undefined
  const begins = source.indexOf('>', column.from) + 1
  const parts = spansOf(source, { from: begins, to: source.lastIndexOf('<', column.to - 1) })
  const place = parts.findLast(({ from }) => from < at)?.to ?? begins
  const indent = parts[0] ? indentAt(source, parts[0].from) : `${indentAt(source, column.from)}  `
  return `${source.slice(0, place)}\n${indent}${tagOf(picture)}${source.slice(place)}`
}

function tagOf({ url, alt, width }: ShownPicture): string {
  return `<mj-image src="${escaped(url)}" alt="${escaped(alt)}" width="${Math.min(width, WIDTH_AT_MOST)}px" />`
}

/** Elements of a name, or the outermost of any, from tag to tag. */
function spansOf(source: string, { from, to }: Span, name?: string): Span[] {
  const spans: Span[] = []
  let begins: number | undefined
  let depth = 0
  for (const tag of source.slice(from, to).matchAll(TAG)) {
    const [whole, closes, its, alone] = tag
    if (name !== undefined && its !== name) continue
    const start = from + tag.index
    if (closes) depth--
    else if (!alone && depth++ === 0) begins = start
    if (depth === 0 && (closes || alone))
      spans.push({ from: alone ? start : (begins ?? start), to: start + whole.length })
  }
  return spans
}

function indentAt(source: string, at: number): string {
  return /[ \t]*$/.exec(source.slice(0, at))![0]
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
