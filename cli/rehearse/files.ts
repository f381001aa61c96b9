import type { BroughtMember } from '../../shared/app/rehearsal/brought.ts'
import { pace } from '../../shared/app/rehearsal/pace.ts'
import type { Step } from '../../shared/app/rehearsal/rehearse.ts'
import { decodeMember } from '../../shared/domain/member/codec.ts'
import type { Saying } from '../../shared/domain/texts/saying.ts'
import { jsonOf } from '../../shared/standards/json.ts'
import { Refused } from '../errors.ts'
import { type BadLine, readLine } from '../replay/entry.ts'
import { type Line, linesOf } from '../replay/lines.ts'

/** Splits files: members as `export` writes them are read first, all other files are events. */
export async function sortFiles(paths: readonly string[]): Promise<{ brought: BroughtMember[]; events: string[] }> {
  const brought: BroughtMember[] = []
  const events: string[] = []
  for (const path of paths) {
    if (await isExport(path)) brought.push(...(await readExport(path)))
    else events.push(path)
  }
  return { brought, events }
}

async function isExport(path: string): Promise<boolean> {
  for await (const [line] of linesOf(path, () => {})) if (line) return 'facts' in objectIn(line)
  return false
}

async function readExport(path: string): Promise<BroughtMember[]> {
  const members: BroughtMember[] = []
  for await (const lines of linesOf(path, () => {})) members.push(...lines.map(memberIn))
  return members
}

function memberIn(line: Line): BroughtMember {
  const { memberId, state } = objectIn(line)
  const hint: Saying = ({ usage }) => usage.exportForm
  if (typeof memberId !== 'string' || typeof state !== 'string')
    throw new Refused(({ usage }) => usage.noMembersState(line.where), { hint })
  try {
    decodeMember({ memberId, state })
  } catch {
    throw new Refused(({ usage }) => usage.badState(line.where, memberId), { hint })
  }
  return { memberId, state }
}

function objectIn(line: Line): Record<string, unknown> {
  const value = jsonOf(line.text)
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {}
}

/** The files' events in exactly the clock steps in which a replay would put them. */
export async function* stepsOf(
  files: readonly string[],
  read: (bytes: number) => void,
  reached: (at: number) => void,
  setAside: (bad: BadLine) => void,
): AsyncGenerator<Step> {
  const wallNow = Date.now()
  for await (const { entries, now } of pace(entriesOf(files, read, setAside), wallNow)) {
    if (now !== undefined) reached(now)
    const time = new Date(now ?? wallNow).toISOString()
    yield {
      now,
      entries: entries.map(({ line, source, type, detail }) => {
        return { id: line.where, source, 'detail-type': type, time, detail: JSON.parse(detail) }
      }),
    }
  }
}

async function* entriesOf(files: readonly string[], read: (bytes: number) => void, setAside: (bad: BadLine) => void) {
  for (const file of files) {
    for await (const lines of linesOf(file, read)) {
      for (const line of lines) {
        const result = readLine(line)
        if (result.ok) yield result.entry
        else setAside(result.bad)
      }
    }
  }
}
