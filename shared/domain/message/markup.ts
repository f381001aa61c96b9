import { Parser } from 'htmlparser2'
import type { Wording } from '../texts/problem-texts.ts'
import { leadsSomewhere } from './links-out.ts'
import { liquidApart } from './liquid.ts'

/**
 * What the HTML of a mail may hold: elements that mail programs show, no scripts, no forms, links that lead somewhere.
 * Looked at is the source, MJML or HTML, with Liquid in it: what a template could never say is refused where it stands.
 */
export interface MarkupFault {
  /** Offset into the source. */
  at: number
  code: 'unsafe-markup' | 'unsafe-link' | 'too-deep'
  message: Wording
  hint: Wording
}

const ELEMENTS = new Set(
  (
    'html head title meta link style body div span p br hr wbr center a img font table caption colgroup col thead tbody ' +
    'tfoot tr th td h1 h2 h3 h4 h5 h6 ul ol li dl dt dd b strong i em u s small big sub sup mark del ins abbr cite q ' +
    'blockquote code pre address time header footer main section article nav figure figcaption ' +
    // What mjml makes of its menus and carousels.
    'input label'
  ).split(' '),
)
/** What mjml writes for Outlook. */
const IN_COMMENTS = new Set(['xml', 'noscript'])
/** MJML's own, and Outlook's (`v:rect`, `o:p`, `w:anchorlock`). */
const OTHER_ELEMENTS = /^(?:mjml|mj-[a-z-]+|[ovw]:[a-z0-9]+)$/
/** Buttons that open and turn without a script. */
const INPUTS = new Set(['checkbox', 'radio'])

const LINKS = new Set(['href', 'src', 'background', 'background-url', 'poster', 'xlink:href'])
const NEVER = /^(?:on.*|srcdoc|srcset|action|formaction|ping|http-equiv=refresh)$/
/** In styles. */
const RUNS = /(?:java|vb)script:|expression\s*\(|-moz-binding|behavior\s*:/i

/** Elements within one another. mjml's mails have some 30. */
const DEEPEST = 100
const FAULTS_AT_MOST = 20

/** Stand for Liquid, character by character, so that offsets stay. */
const [OUTPUT, TAG] = ['\ue000', '\ue001']
const LIQUID = /[\ue000\ue001]/

/** All that is wrong with a source whose Liquid can be parsed. `drops: comments` where mjml will drop them. */
export function markupFaults(source: string, { drops }: { drops?: 'comments' } = {}): MarkupFault[] {
  const masked = withoutLiquid(source)
  const faults: MarkupFault[] = [...masked.matchAll(/<\/?(?=[\ue000\ue001])/g)].map(({ index }) => ({
    at: index,
    ...NAMED_BY_LIQUID,
  }))
  look(masked, faults, drops)
  return faults.sort((a, b) => a.at - b.at)
}

function withoutLiquid(source: string): string {
  return liquidApart(source)
    .map(({ kind, text }) =>
      kind === 'html' ? text.replace(/[\ue000\ue001]/g, ' ') : (kind === 'tag' ? TAG : OUTPUT).repeat(text.length),
    )
    .join('')
}

/** @param comment where in the source the comment begins that the HTML stands in */
function look(html: string, faults: MarkupFault[], drops?: 'comments', comment?: number): void {
  let element = ''
  let depth = 0
  const parser = new Parser({
    onopentagname(name) {
      element = name
      if (++depth > DEEPEST) complain(TOO_DEEP)
      const known = ELEMENTS.has(name) || OTHER_ELEMENTS.test(name) || (comment !== undefined && IN_COMMENTS.has(name))
      if (LIQUID.test(name)) complain(NAMED_BY_LIQUID)
      else if (!known)
        complain(
          unsafe(
            ({ problems }) => problems.noSuchElement(shown(name)),
            ({ problems }) => problems.leaveElementOut,
          ),
        )
    },
    onopentag(name, attributes) {
      if (name === 'input' && !INPUTS.has(attributes.type ?? ''))
        complain(
          unsafe(
            ({ problems }) => problems.formInMail,
            ({ problems }) => problems.linkToForm,
          ),
        )
    },
    onattribute(name, value, quote) {
      const fault = attributeFault(name, value, quote)
      if (fault) complain(fault)
    },
    ontext(text) {
      if (element === 'style' && RUNS.test(text))
        complain(
          unsafe(
            ({ problems }) => problems.styleRuns,
            ({ problems }) => problems.leaveOut,
          ),
        )
    },
    onclosetag() {
      element = ''
      depth--
    },
    /** Outlook reads what stands in `[if mso]`, and mail programs differ in where a comment ends. */
    oncomment(text) {
      if (drops !== 'comments' && comment === undefined) look(text, faults, drops, parser.startIndex + '<!--'.length)
    },
  })
  parser.end(html)

  function complain(fault: Omit<MarkupFault, 'at'>): void {
    faults.push({ at: (comment ?? 0) + parser.startIndex, ...fault })
    if (faults.length >= FAULTS_AT_MOST || fault.code === 'too-deep') parser.pause()
  }
}

function attributeFault(
  name: string,
  value: string,
  quote: string | null | undefined,
): Omit<MarkupFault, 'at'> | undefined {
  if (LIQUID.test(name) || (LIQUID.test(value) && !quote))
    return unsafe(
      ({ problems }) => problems.liquidInTag,
      ({ problems }) => problems.quoteLiquid,
    )
  const told = name === 'http-equiv' ? `${name}=${value.trim().toLowerCase()}` : name
  if (NEVER.test(told))
    return unsafe(
      ({ problems }) => problems.noSuchAttribute(shown(told)),
      ({ problems }) => problems.putALink,
    )
  if (name === 'style' && RUNS.test(value))
    return unsafe(
      ({ problems }) => problems.styleRuns,
      ({ problems }) => problems.leaveOut,
    )
  return LINKS.has(name) ? linkFault(value) : undefined
}

/** What is known of an address before its words are filled in. One that begins with a condition has several beginnings. */
function linkFault(value: string): Omit<MarkupFault, 'at'> | undefined {
  const parts = value.split(/\ue001+/).map((part) => part.trim())
  const begins = parts[0] === '' && parts.length > 1 ? parts.filter((part) => part !== '') : [parts.join('')]
  const bad = begins.find((part) => !part.startsWith(OUTPUT) && !leadsSomewhere(shown(part)))
  if (bad === undefined) return undefined
  const said = shown(bad)
  return {
    code: 'unsafe-link',
    message: ({ problems }) => (said === '' ? problems.linkNowhere : problems.linkBegins(said)),
    hint: ({ problems }) => problems.linkForm,
  }
}

const NAMED_BY_LIQUID = unsafe(
  ({ problems }) => problems.liquidNames,
  ({ problems }) => problems.writeName,
)

const TOO_DEEP: Omit<MarkupFault, 'at'> = {
  code: 'too-deep',
  message: ({ problems }) => problems.elementsTooDeep(DEEPEST),
  hint: ({ problems }) => problems.closeElements,
}

function unsafe(message: Wording, hint: Wording): Omit<MarkupFault, 'at'> {
  return { code: 'unsafe-markup', message, hint }
}

function shown(text: string): string {
  return text.replace(/[\ue000\ue001]+/g, '').slice(0, 40)
}
