import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readAllExamples } from '../../shared/app/rehearsal/examples/read.ts'
import { runExample } from '../../shared/app/rehearsal/examples/run.ts'
import { differenceText } from '../../shared/app/rehearsal/examples/words.ts'
import { makeRulebook } from '../../shared/app/templates/make.ts'
import { plainOf } from '../../shared/domain/document/edit.ts'
import { type Files, isRulebookPath } from '../../shared/domain/drafts/files.ts'
import { type Piece, piecesOf } from '../../shared/domain/gallery/piece.ts'
import { placePiece } from '../../shared/domain/gallery/place.ts'
import { LANGUAGES } from '../../shared/domain/texts/language.ts'

/** Campaigns to begin from: each is whole wherever it is put, and does there what its examples say. */

const readIn = (folder: string): Files =>
  Object.fromEntries(
    globSync('**/*', { cwd: folder, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(folder.length + 1))
      .map((path) => [path, readFileSync(`${folder}/${path}`, 'utf8')]),
  )

const pieces = piecesOf(readIn('gallery'))
const look = Object.fromEntries(Object.entries(readIn('campaigns')).filter(([path]) => path.startsWith('look/')))
const starter = readIn('cli/starter')
const example = readIn('campaigns')
const piece = (id: string) => pieces.find((each) => each.id === id)!
const put = (each: Piece, files: Files, language: (typeof LANGUAGES)[number] = 'en') =>
  placePiece(each, { files, look, language })!

/** Whether all examples of a campaign come out, in the rulebook of these files. */
async function tried(files: Files, campaign: string) {
  const made = await makeRulebook(files)
  if (!made.ok) return { problems: made.problems, failed: [], ran: 0 }
  const { examples, problems } = readAllExamples(files, made.rulebook)
  const mine = examples.filter((each) => each.campaign === campaign)
  const outcomes = await Promise.all(mine.map((each) => runExample(each, made.rulebook)))
  const failed = outcomes.flatMap(({ example, differences }) =>
    differences.map((each) => `${example.name}: ${differenceText(each, 'Asia/Shanghai', 'en')}`),
  )
  return { problems, failed, ran: outcomes.length }
}

describe.each(pieces.map((each) => [each.id, each] as const))('%s', (_id, each) => {
  test.each(LANGUAGES)('is whole in a new rulebook, and its examples are green (%s)', async (language) => {
    const { id, changed, missing } = put(each, starter, language)
    expect({ id, missing }).toEqual({ id: each.id, missing: [] })
    const { ran, ...rest } = await tried({ ...starter, ...changed }, id)
    expect(rest).toEqual({ problems: [], failed: [] })
    expect(ran).toBeGreaterThanOrEqual(3)
  })

  test('can stand twice in a rulebook, the second time under names of its own', async () => {
    const first = put(each, starter)
    const files = { ...starter, ...first.changed }
    const second = put(each, files)
    const both = { ...files, ...second.changed }
    expect(second.id).toBe(`${each.id}-2`)
    expect(Object.keys(second.changed).filter((path) => path in files)).toEqual(
      Object.keys(each.files).filter((path) => path === 'budgets.yaml'),
    )
    expect(await makeRulebook(both)).toMatchObject({ ok: true })
  })

  test('has an email in each language, a reason, and words for all that people read of its rules', () => {
    const { id, changed } = put(each, example, 'zh-CN')
    expect(Object.keys(changed).every(isRulebookPath)).toBe(true)
    const emails = Object.keys(each.files).flatMap((path) => /^templates\/(.+)\/en\.mjml$/.exec(path)?.[1] ?? [])
    expect(emails.length).toBeGreaterThan(0)
    for (const email of emails) expect(each.files).toHaveProperty([`templates/${email}/zh-CN.mjml`])
    const rules = [`campaigns/${id}.yaml`, `campaigns/${id}.examples.yaml`, `audiences/${id}.yaml`]
    const read = rules.flatMap((path) => (changed[path] ? peopleRead(plainOf(changed[path])) : []))
    expect(read.length).toBeGreaterThanOrEqual(4)
    expect(read.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([])
  })
})

test.each(pieces.map(({ id }) => id))(
  '%s does in the example’s rulebook what it says, beside the others there',
  async (id) => {
    const { changed } = put(piece(id), example)
    expect(await tried({ ...example, ...changed }, id)).toMatchObject({ problems: [], failed: [] })
  },
)

test('keeps the comments and the order of the budgets that are there, and adds its own', () => {
  const { changed } = put(piece('went-quiet'), example)
  expect(changed['budgets.yaml']!.startsWith(example['budgets.yaml']!.trimEnd())).toBe(true)
  expect(plainOf(changed['budgets.yaml']!)).toHaveProperty('budgets.went-quiet.limit', '30000 CNY')
})

test('finds a free name however many there are, and takes nobody’s', () => {
  const many = Array.from({ length: 150 }, (_, n) => [`campaigns/went-quiet${n === 0 ? '' : `-${n + 1}`}.yaml`, ''])
  expect(put(piece('went-quiet'), { ...starter, ...Object.fromEntries(many) }).id).toBe('went-quiet-151')
})

test('takes the name that is asked for, in files and in rules, and renames nothing that is not its own', () => {
  const { id, changed } = placePiece(piece('went-quiet'), { files: starter, look, language: 'en', name: 'autumn' })!
  expect(id).toBe('autumn')
  expect(Object.keys(changed)).toEqual(
    expect.arrayContaining(['campaigns/autumn.yaml', 'audiences/autumn.yaml', 'templates/autumn-gift/zh-CN.mjml']),
  )
  const campaign = changed['campaigns/autumn.yaml']!
  expect(campaign).not.toContain('went-quiet')
  expect(campaign).toContain('# A regular who has not flown for 180 days.')
})

test('says which words of the airline are missing, and brings a look where there is none', () => {
  const bare = { 'wingback.yaml': 'airline: { name: X }\n' }
  const { changed, missing } = put(piece('went-quiet'), bare)
  expect(missing).toEqual(['bookUrl', 'helpUrl', 'nameZh', 'programme', 'programmeZh'])
  expect(changed).toHaveProperty(['look/style.mjml'])
  expect(put(piece('went-quiet'), example).changed).not.toHaveProperty(['look/style.mjml'])
})

test('changes nothing where the budgets cannot be read', () => {
  const files = { ...starter, 'budgets.yaml': 'budgets: [' }
  expect(placePiece(piece('went-quiet'), { files, look, language: 'en' })).toBeUndefined()
})

/** Names, and what examples and tasks are called. */
function peopleRead(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(peopleRead)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && ['name', 'example', 'title', 'detail'].includes(key) ? [inner] : peopleRead(inner),
  )
}
