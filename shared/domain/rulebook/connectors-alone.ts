import type { Airline } from '../../connectors/connector.ts'
import { rootCursor } from '../cursor.ts'
import type { Finding, Problem } from '../problem.ts'
import { problemOf } from './compile.ts'
import { type ConnectorSettings, readConnectors } from './connectors.ts'
import { kindOfDocument } from './content.ts'
import type { Settings } from './rulebook.ts'
import { readSettings } from './settings.ts'
import { readSource } from './source.ts'

export interface LoadedConnectors {
  connectors: Record<string, ConnectorSettings>
  airline: Airline
  problems: Problem[]
}

/** What translations need to know about the airline. */
export function airlineOf({ carriers, zone, delayBands, cards }: Settings): Airline {
  return { carriers, zone, delayBands, cards }
}

/**
 * The mappings of a rulebook and its statements about the airline, without the rest, for trying out a mapping. Problems of
 * the settings are reported where the rulebook is checked.
 */
export function loadConnectors(files: Readonly<Record<string, string>>): LoadedConnectors {
  const problems: Problem[] = []
  const cursors = Object.keys(files)
    .filter((file) => kindOfDocument(file) === 'connector')
    .sort()
    .map((file) => {
      const { value, positions, findings } = readSource(file, files[file]!)
      return { cursor: rootCursor(value, file, findings), positions, findings }
    })
  const readable = cursors.flatMap(({ cursor }) => (cursor.value === undefined ? [] : [cursor]))
  const connectors = readConnectors(readable)
  for (const { positions, findings } of cursors)
    problems.push(...findings.map((finding) => problemOf(finding, positions.find(finding.path, finding.on))))
  return { connectors, airline: airlineOf(settingsIn(files)), problems }
}

function settingsIn(files: Readonly<Record<string, string>>): Settings {
  const findings: Finding[] = []
  const text = files['wingback.yaml'] ?? files['wingback.yml'] ?? ''
  const { value = {} } = readSource('wingback.yaml', text)
  return readSettings(rootCursor(value, 'wingback.yaml', findings), { tags: [], needs: new Map(), besides: 0 })
}
