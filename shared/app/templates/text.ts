import { convert } from 'html-to-text'
import { liquidApart } from '../../domain/message/liquid.ts'

/** The text part of a template without one: what its HTML says, with the addresses of links. */
export function textOf(html: string): string {
  const liquid: string[] = []
  const marked = liquidApart(html)
    .map(({ kind, text }) => (kind === 'html' ? text : `\ue000${liquid.push(text) - 1}\ue001`))
    .join('')
  return convert(marked, OPTIONS)
    .replace(/\ue000(\d+)\ue001/g, (_, index: string) => liquid[Number(index)]!)
    .split('\n')
    .map(ownParagraph)
    .join('\n')
}

/** `{%-` removes blanks before it. At the beginning of a text that would be the line before. */
function ownParagraph(line: string): string {
  return line.replace(/^(\{[{%])-/, '$1').replace(/-([%}]\})$/, '$1')
}

const HIDDEN = 'div[style*="display:none"]'
const OPTIONS = {
  wordwrap: false,
  limits: { maxDepth: 200 },
  selectors: [
    { selector: HIDDEN, format: 'skip' },
    { selector: 'img', format: 'skip' },
    // Each text and button of MJML is a table cell: a paragraph here.
    { selector: 'td', format: 'block', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: 'a', options: { linkBrackets: ['(', ')'] } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
}
