import { colord, extend } from 'colord'
import a11y from 'colord/plugins/a11y'
import names from 'colord/plugins/names'
import { Parser } from 'htmlparser2'

extend([a11y, names])

/** Texts of a mail that are hard to read on what is behind them, by WCAG 2 AA. */
export interface Faint {
  text: string
  color: string
  behind: string
  /** Of 21. */
  ratio: number
}

interface Looks {
  color: string
  behind: string
  size: number
  bold: boolean
  shown: boolean
}

const USUAL: Looks = { color: '#000000', behind: '#ffffff', size: 16, bold: false, shown: true }
const NOT_READ = new Set(['style', 'script', 'title', 'head'])
const LARGE_PX = 24
const LARGE_BOLD_PX = 18.66
const LEAST = { usual: 4.5, large: 3 }

/** What mail programs read of a mail's own styles: those of each element. */
export function faintIn(html: string): Faint[] {
  const stack: Looks[] = [USUAL]
  const found = new Map<string, Faint>()
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        stack.push(looksOf(name, attributes, stack.at(-1)!))
      },
      ontext(text) {
        const { color, behind, size, bold, shown } = stack.at(-1)!
        if (!shown || size <= 1 || text.trim() === '') return
        const ratio = colord(color).contrast(behind)
        const isLarge = size >= LARGE_PX || (bold && size >= LARGE_BOLD_PX)
        const key = `${color} ${behind} ${isLarge}`
        if (ratio < (isLarge ? LEAST.large : LEAST.usual) && !found.has(key))
          found.set(key, { text: text.trim().slice(0, 60), color, behind, ratio })
      },
      onclosetag() {
        if (stack.length > 1) stack.pop()
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return [...found.values()]
}

function looksOf(name: string, { style = '', bgcolor }: Record<string, string>, outer: Looks): Looks {
  const own = stylesIn(style)
  const behind = colourIn(own['background-color'] ?? own.background) ?? colourIn(bgcolor)
  const size = Number(/^([\d.]+)px$/.exec(own['font-size'] ?? '')?.[1] ?? outer.size)
  const weight = own['font-weight']
  return {
    color: colourIn(own.color) ?? outer.color,
    behind: behind ?? outer.behind,
    size,
    bold:
      weight === undefined
        ? outer.bold || /^(b|strong|h[1-6])$/.test(name)
        : weight === 'bold' || Number(weight) >= 600,
    shown: outer.shown && !NOT_READ.has(name) && own.display !== 'none',
  }
}

function stylesIn(style: string): Record<string, string> {
  const pairs = style.split(';').map((each) => each.split(':').map((part) => part.trim().toLowerCase()))
  return Object.fromEntries(pairs.filter(([key, value]) => key && value))
}

/** The first word of a background that is a colour. */
function colourIn(value: string | undefined): string | undefined {
  const word = value?.split(' ').find((each) => colord(each).isValid() && colord(each).alpha() === 1)
  return word && colord(word).toHex()
}
