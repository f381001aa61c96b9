import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Fault } from '../contract/index.ts'
import { decode } from '../standards/encoding.ts'
import { amiss } from './words.ts'

/**
 * Reads XML that may be anything. What a document type or an entity could do is refused before anything is parsed; what is
 * cut off is refused by the validator, which the parser alone would take; sizes and depths are bounded.
 */

const BYTES_AT_MOST = 10 * 1024 * 1024
const DEPTH_AT_MOST = 60
/** Millions of empty elements fit into so many bytes, and would take longer to parse than the function may run. */
const TAGS_AT_MOST = 200_000

/** An element: its attributes as `@name`, its text as `#text`, and lists of elements by their names without prefix. */
export interface Element {
  [name: string]: string | Element[] | undefined
}

export type ReadXml = { ok: true; root: Element; name: string } | { ok: false; fault: Fault }

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  processEntities: false,
  alwaysCreateTextNode: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: DEPTH_AT_MOST,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
})

export function readXml(bytes: Uint8Array): ReadXml {
  if (bytes.length > BYTES_AT_MOST)
    return bad(amiss('too-large', 'message', 'bytesTooMany', { bytes: bytes.length, most: BYTES_AT_MOST }))
  const { text, probably } = textOf(bytes)
  if (probably !== undefined) return bad(amiss('not-utf8', 'message', 'otherEncoding', { probably }))
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(text)) return bad(amiss('bad-xml', 'message', 'documentType'))
  if (tagsIn(text) > TAGS_AT_MOST) return bad(amiss('too-large', 'message', 'tagsTooMany', { most: TAGS_AT_MOST }))
  const valid = XMLValidator.validate(text)
  if (valid !== true)
    return bad(amiss('bad-xml', 'message', 'badXml', { line: valid.err.line, said: short(valid.err.msg) }))
  try {
    return rootOf(parser.parse(text) as Element)
  } catch (error) {
    const said = short(error instanceof Error ? error.message : String(error))
    return bad(amiss('bad-xml', 'message', 'xmlParser', { said }))
  }
}

function tagsIn(text: string): number {
  let tags = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) tags++
  return tags
}

function rootOf(document: Element): ReadXml {
  const found = Object.entries(document).find(([, value]) => Array.isArray(value))
  const root = found?.[1]?.[0]
  if (!found || root === undefined || typeof root === 'string') return bad(amiss('bad-xml', 'message', 'noElement'))
  return { ok: true, name: found[0], root }
}

/** By the encoding that the declaration names; UTF-8 where it names none. */
function textOf(bytes: Uint8Array): { text: string; probably?: string } {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const label = /^<\?xml[^>]*encoding=["']([\w-]{1,40})["']/.exec(head)?.[1]
  if (label !== undefined && !/^utf-?8$/i.test(label)) {
    try {
      return { text: new TextDecoder(label, { fatal: true }).decode(bytes) }
    } catch {
      return { text: '', probably: '' }
    }
  }
  const { text, probably } = decode(bytes)
  return probably === undefined || probably === 'UTF-16' ? { text } : { text, probably }
}

/** The elements of this name, in their order. */
export function all(element: Element | undefined, name: string): Element[] {
  const found = element && Object.hasOwn(element, name) ? element[name] : undefined
  return Array.isArray(found) ? found : []
}

/** The first element at the end of a way. */
export function at(element: Element | undefined, ...names: readonly string[]): Element | undefined {
  let found = element
  for (const name of names) found = all(found, name)[0]
  return found
}

/** The text of an element, without blanks around it; undefined where there is none. */
export function wordIn(element: Element | undefined): string | undefined {
  const written = element?.['#text']
  return typeof written === 'string' && written !== '' ? unescaped(written) : undefined
}

export function attribute(element: Element | undefined, name: string): string | undefined {
  const written = element?.[`@${name}`]
  return typeof written === 'string' && written !== '' ? unescaped(written) : undefined
}

/** The five that XML itself has: they are no entities of a document type. */
const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => PREDEFINED[name]!)
}

function bad(fault: Fault): { ok: false; fault: Fault } {
  return { ok: false, fault }
}

/** A parser may quote as much as it likes. */
function short(said: string): string {
  return said.slice(0, 280)
}
