import type { Fault } from '../contract/index.ts'
import { decode } from '../standards/encoding.ts'
import { amiss } from './words.ts'

/**
 * Reads an EDIFACT interchange (ISO 9735) into segments, as they really come: wrapped into lines of any length, with or
 * without a UNA, with any release character.
 */

const BYTES_AT_MOST = 20 * 1024 * 1024
const SEGMENTS_AT_MOST = 500_000

/** A segment: its elements, each of components. Neither is absent at the end, where senders leave them out: ask {@link part}. */
export interface Segment {
  tag: string
  elements: string[][]
  /** From 1 on, UNB being the first. */
  number: number
}

export interface Interchange {
  sender: string
  /** As it stands in UNB: `180509:1120` is 9 May 2018, 11:20. */
  prepared: string
  control: string
  segments: Segment[]
}

export type ReadInterchange = { ok: true; interchange: Interchange } | { ok: false; fault: Fault }

/** What separates what. `UNA:+.? '` says otherwise, in this order: component, element, decimal mark, release, reserved, terminator. */
interface Marks {
  component: string
  element: string
  release: string
  terminator: string
}

const USUAL: Marks = { component: ':', element: '+', release: '?', terminator: "'" }
const UNA_CHARS = 9

export function readInterchange(bytes: Uint8Array): ReadInterchange {
  if (bytes.length > BYTES_AT_MOST)
    return bad(amiss('too-large', 'message', 'bytesTooMany', { bytes: bytes.length, most: BYTES_AT_MOST }))
  const text = decode(bytes).text.trim()
  const una = text.startsWith('UNA')
  const marks = una ? marksIn(text) : USUAL
  const cut = split(una ? text.slice(UNA_CHARS) : text, marks)
  if (!cut) return bad(amiss('too-large', 'message', 'segmentsTooMany', { most: SEGMENTS_AT_MOST }))
  const { segments, rest } = cut
  const [first] = segments
  if (first?.tag !== 'UNB') return bad(amiss('not-this-kind', 'message', 'notEdifact'))
  const control = part(first, 4)
  if (!isComplete(segments, rest, control)) {
    return bad(
      rest.tag === ''
        ? amiss('bad-edifact', 'message', 'endsWithSegment', { tag: segments.at(-1)!.tag.slice(0, 10) })
        : amiss('bad-edifact', 'message', 'endsWithout', { rest: rest.tag.slice(0, 10) }),
    )
  }
  const interchange = {
    sender: part(first, 1),
    prepared: (first.elements[3] ?? []).join(':'),
    control,
    segments,
  }
  return { ok: true, interchange }
}

/** A component of an element, both counted from 0 (the first element stands after the tag); empty where it is not there. */
export function part(segment: Segment, element: number, component = 0): string {
  return segment.elements[element]?.[component] ?? ''
}

function marksIn(text: string): Marks {
  const [component, element, , release, , terminator] = text.slice(3, UNA_CHARS)
  // A blank says that there is no release character: nothing is ever released then.
  const released = release === ' ' ? '' : release!
  return { component: component!, element: element!, release: released, terminator: terminator ?? "'" }
}

/** Some leave the last mark out: then the number that UNB gave tells that nothing is missing. */
function isComplete(segments: readonly Segment[], rest: Segment, control: string): boolean {
  const last = rest.tag === '' ? segments.at(-1)! : rest
  return last.tag === 'UNZ' && (rest.tag === '' || part(rest, 1) === control)
}

/** Line breaks are where somebody's lines were full: they stand anywhere, and mean nothing. */
function split(text: string, marks: Marks): { segments: Segment[]; rest: Segment } | undefined {
  const segments: Segment[] = []
  let elements: string[][] = [[]]
  let word = ''
  let isBlank = true
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    if (char === '\n' || char === '\r') continue
    if (isBlank && char === ' ') continue
    isBlank = false
    if (char === marks.release && at + 1 < text.length) word += text[++at]
    else if (char === marks.component || char === marks.element) {
      elements.at(-1)!.push(word)
      word = ''
      if (char === marks.element) elements.push([])
    } else if (char === marks.terminator) {
      elements.at(-1)!.push(word)
      const [tag = [''], ...own] = elements
      segments.push({ tag: tag[0]!, elements: own, number: segments.length + 1 })
      if (segments.length > SEGMENTS_AT_MOST) return undefined
      elements = [[]]
      word = ''
      isBlank = true
    } else word += char
  }
  elements.at(-1)!.push(word.trimEnd())
  const [tag = [''], ...own] = elements
  return { segments, rest: { tag: tag[0]!, elements: own, number: segments.length + 1 } }
}

function bad(fault: Fault): { ok: false; fault: Fault } {
  return { ok: false, fault }
}
