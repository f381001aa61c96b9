import { readCarrier } from '../../standards/carrier.ts'
import { isMapping } from '../cursor.ts'
import type { Finding, Path } from '../problem.ts'
import type { Wording } from '../texts/problem-texts.ts'
import { type Bundle, kindOfDocument } from './content.ts'

/** In conditions, stands for the airline's own carriers: `airline.carriers` of the settings. */
const OURS = 'ours'
/** Used if none are given, which is reported: nobody's code. */
const NOBODYS = ['ZZ']

/** The documents with the airline's own carriers in place of `carrier: ours`. */
export function withOurs(documents: Bundle['documents'], findings: Finding[]): Bundle['documents'] {
  const [settings] = Object.entries(documents).filter(([file]) => kindOfDocument(file) === 'settings')
  const carriers = settings ? carriersOf(settings[1]) : []
  return Object.fromEntries(
    Object.entries(documents).map(([file, document]) => {
      const kind = kindOfDocument(file)
      if (kind !== 'audience' && kind !== 'campaign') return [file, document]
      return [file, replaced(document, [], (path) => named(carriers, file, path, findings))]
    }),
  )
}

/** In canonical form; invalid ones are reported where the settings are read. */
function carriersOf(settings: unknown): string[] {
  const airline = isMapping(settings) ? settings.airline : undefined
  const written = isMapping(airline) && Array.isArray(airline.carriers) ? airline.carriers : []
  return written.flatMap((each) => {
    const carrier = typeof each === 'string' ? readCarrier(each) : undefined
    return carrier?.ok ? [carrier.name] : []
  })
}

function named(carriers: readonly string[], file: string, path: Path, findings: Finding[]): readonly string[] {
  if (carriers.length > 0) return carriers
  const message: Wording = ({ problems }) => problems.noCarriersOfOurs
  const hint: Wording = ({ problems }) => problems.nameOurCarriers
  findings.push({ file, path, on: 'value', code: 'missing-key', message, hint })
  return NOBODYS
}

type Ours = (path: Path) => readonly string[]

function replaced(value: unknown, path: Path, ours: Ours): unknown {
  if (Array.isArray(value)) return value.map((each, index) => replaced(each, [...path, index], ours))
  if (!isMapping(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const at = [...path, key]
      return [key, key === 'carrier' ? carrierIn(inner, at, ours) : replaced(inner, at, ours)]
    }),
  )
}

/** As one value, among several, or compared. */
function carrierIn(value: unknown, path: Path, ours: Ours): unknown {
  if (value === OURS) return ours(path)
  if (Array.isArray(value)) return value.flatMap((each, index) => (each === OURS ? ours([...path, index]) : [each]))
  if (!isMapping(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([operator, operand]) => {
      const isOurs = operand === OURS && Object.hasOwn(SEVERAL, operator)
      const several = isOurs ? SEVERAL[operator as keyof typeof SEVERAL] : operator
      return [several, carrierIn(operand, [...path, operator], ours)]
    }),
  )
}

/** Operators for one value, and the equivalents for several. */
const SEVERAL = { is: 'in', isNot: 'notIn' } as const
