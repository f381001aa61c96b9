import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fitComplaints, namesOf } from '../../cli/fit/complaints.ts'
import type { Session } from '../../cli/session.ts'
import { judgeSeverity } from '../../cli/triage/rated.ts'
import { readLabelled, readModel, textsIn } from '../../cli/triage/read.ts'
import type { SeverityReport } from '../../shared/domain/scores/complaints/severity-report.ts'
import { scoreTextsIn as catalogueIn } from '../../shared/domain/texts/scores.ts'
import { SHARED_DATA } from '../support/shared-data.ts'

const texts = catalogueIn('en')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wingback-triage-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fileOf(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

/** What a command would show. */
function listening(): { session: Session; shown: unknown[] } {
  const shown: unknown[] = []
  const show = async (value: unknown, lines: () => readonly string[]) => {
    shown.push(value, lines().join('\n'))
  }
  return { session: { json: true, language: 'en', watched: false, show } as unknown as Session, shown }
}

test('a text a line, blank ones too, so that answers stand beside their texts', async () => {
  const lines: string[] = []
  for await (const line of textsIn(await fileOf('a.txt', '\uFEFFmy bag\r\n\r\n行李\nlast'))) lines.push(line)
  expect(lines).toEqual(['my bag', '', '行李', 'last'])
})

describe('texts that people have sorted', () => {
  const columns = { text: 'text', category: 'category', names: new Map([['Late flight', 'delay']]) }

  test('are read from CSV by their own names of categories, and from events', async () => {
    const csv = await fileOf(
      'a.csv',
      'id,category,text\n1,Late flight,"two hours, again"\n2,crew,rude\n3,,nothing\n4,crew,\n',
    )
    const two = [
      { text: 'two hours, again', category: 'delay' },
      { text: 'rude', category: 'crew' },
    ]
    expect(await readLabelled(csv, columns, texts)).toEqual({ labelled: two, leftOut: 2 })
    const event = { Source: 'airline.crm', DetailType: 'complaint.filed', Detail: { category: 'crew', text: 'rude' } }
    const lines = [
      JSON.stringify({ text: 'two hours, again', category: 'delay' }),
      JSON.stringify(event),
      '{}',
      'no JSON',
    ]
    const jsonl = await fileOf('a.jsonl', lines.join('\n'))
    expect(await readLabelled(jsonl, columns, texts)).toEqual({ labelled: two, leftOut: 2 })
  })

  test('of a category that is none are refused with what was meant', async () => {
    const csv = await fileOf('b.csv', 'text,category\nx,bagage\n')
    await expect(readLabelled(csv, columns, texts)).rejects.toMatchObject({
      message: 'b.csv:2: there is no category "bagage"',
      hint: 'did you mean "baggage"?',
    })
    const others = await fileOf('c.csv', 'text,category\nx,Flight Attendant Complaints\n')
    await expect(readLabelled(others, columns, texts)).rejects.toMatchObject({ hint: expect.stringContaining('--map') })
    expect(() => namesOf(['delay'], texts.triage)).toThrow('not NAME=CATEGORY')
  })

  test('that are too few teach nothing, and write nothing', async () => {
    const csv = await fileOf('d.csv', 'text,category\nmy bag,baggage\n')
    const out = join(folder, 'none.json')
    await expect(fitComplaints(listening().session, csv, columns, { out })).rejects.toThrow('too few')
    await expect(readFile(out)).rejects.toThrow('ENOENT')
  })

  test('make a model that can be used, with its report', async () => {
    const rows = Array.from({ length: 240 }, (_, i) => (i % 2 ? `zorbal ${i},crew` : `melkor ${i},booking`))
    const csv = await fileOf('e.csv', ['text,category', ...rows].join('\n'))
    const out = join(folder, 'models', 'complaints.json')
    const { session, shown } = listening()
    await fitComplaints(session, csv, columns, { out, groups: 20 })
    const { length: bytes } = await readFile(out)
    expect(shown[0]).toMatchObject({ file: out, groups: 20, bytes, leftOut: 0, model: { macroF1: 1 } })
    expect(shown[1]).toContain(`20 groups of letters in ${bytes} bytes`)
    expect(shown[1]).toContain('Written to')
    expect(await readModel(out)).toMatchObject({ kind: 'complaints', categories: ['crew', 'booking'] })
    await expect(readModel(await fileOf('x.json', '{"kind":"churn"}'))).rejects.toThrow('x.json: kind must be')
  })
})

describe('severity is held against what people rated', () => {
  const columns = { text: 'review', rating: 'stars' }

  test('and rows without a text or a rating are left out, and counted', async () => {
    const rows = [
      '1,"stranded, and nobody came"',
      '5,lovely food',
      ',no stars',
      '2,',
      '1,my mother was hurt',
      '4,fine seat',
    ]
    const { session, shown } = listening()
    await judgeSeverity(session, await fileOf('rated.csv', `stars,review\n${rows.join('\n')}\n`), columns)
    expect(shown[0]).toMatchObject({ texts: 4, leftOut: 2 })
    expect((shown[0] as { score: { spearman: number } }).score.spearman).toBeGreaterThan(0.5)
    expect(shown[1]).toMatch(/4 texts with a rating \(2 without/)
  })

  test('what is no number is refused with its place', async () => {
    const path = await fileOf('bad.csv', 'stars,review\nmany,text\n')
    await expect(judgeSeverity(listening().session, path, columns)).rejects.toThrow(/bad\.csv:2/)
  })

  const reviews = SHARED_DATA && join(SHARED_DATA, 'ba-reviews.csv.gz')
  const onReal = reviews ? test : test.skip
  onReal('on real reviews it goes with them twice as much as the length does', async () => {
    const { session, shown } = listening()
    await judgeSeverity(session, reviews!, { text: 'ReviewBody', rating: 'OverallRating' })
    const { texts, score, baselines } = shown[0] as SeverityReport
    expect(texts).toBe(2943)
    expect(score.spearman).toBeCloseTo(0.42, 2)
    expect(baselines.length.spearman).toBeCloseTo(0.21, 2)
  })
})
