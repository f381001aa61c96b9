import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadFolder } from '../../cli/rulebook/folder.ts'
import { problemIn } from '../../shared/domain/texts/problem-in.ts'

let parent: string
let folder: string

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'wingback-left-out-'))
})
afterAll(() => rm(parent, { recursive: true }))

beforeEach(async () => {
  folder = await mkdtemp(join(parent, 'rules-'))
  await cp('cli/starter', folder, { recursive: true })
})

async function put(path: string, content: string | Buffer = 'campaign: more\n'): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), content)
}

async function problems() {
  return (await loadFolder(folder)).problems
}

describe('a file of a rulebook that would be left out is told', () => {
  test.each([
    ['campaigns/sorry.yaml.txt', 'call it sorry.yaml'],
    ['campaigns/sorry.YAML', 'call it sorry.yaml'],
    ['campaigns/Sorry.Yml', 'call it Sorry.yml'],
    ['campaigns/sorry.yaml.bak', 'call it sorry.yaml'],
    ['campaigns/sorry.examples.YAML', 'call it sorry.examples.yaml'],
    ['campaigns/sorry.txt', 'rules end in .yaml'],
    ['audiences/sorry', 'rules end in .yaml'],
    ['templates/sorry/en.MJML', 'call it en.mjml'],
    ['templates/sorry/en.TXT', 'call it en.txt'],
    ['templates/sorry/en.html', 'templates in .mjml'],
    ['Template/sorry/en.mjml', 'call the folder templates'],
    ['budgets.yaml.txt', 'call it budgets.yaml'],
  ])('%s: %s', async (path, hint) => {
    await put(path)
    expect(await problems()).toContainEqual(
      expect.objectContaining({ file: path, line: 1, code: 'misplaced-file', hint: expect.stringContaining(hint) }),
    )
  })

  test('where it is a link, to a file or to a folder', async () => {
    await mkdir(join(parent, 'elsewhere'), { recursive: true })
    await rename(join(folder, 'campaigns/sorry.yaml'), join(parent, 'elsewhere/sorry.yaml'))
    await symlink(join(parent, 'elsewhere/sorry.yaml'), join(folder, 'campaigns/sorry.yaml'))
    await symlink(join(parent, 'elsewhere'), join(folder, 'campaigns/more'))
    expect((await problems()).map(({ file, code }) => [file, code])).toEqual([
      ['campaigns/more', 'misplaced-file'],
      ['campaigns/sorry.yaml', 'misplaced-file'],
    ])
  })

  test('where it lies too deep, and no other', async () => {
    await put('campaigns/b/c/d/e/f/deep.yaml', '# empty\n')
    await put('campaigns/b/c/d/e/f/g/deeper.yaml')
    expect((await problems()).map(({ file, code }) => [file, code])).toEqual([
      ['campaigns/b/c/d/e/f/deep.yaml', 'empty-file'],
      ['campaigns/b/c/d/e/f/g', 'misplaced-file'],
    ])
  })

  test('where it is a folder', async () => {
    await mkdir(join(folder, 'campaigns/thanks.yaml'))
    expect(await problems()).toMatchObject([{ file: 'campaigns/thanks.yaml', code: 'misplaced-file' }])
  })

  test('what nobody takes for a rule is not', async () => {
    const others = ['README.md', 'campaigns/README.zh-CN.md', 'campaigns/sorry.yaml~', 'campaigns/.sorry.yaml.swp']
    for (const each of [...others, 'campaigns/Thumbs.db', 'notes.txt', 'schema/x.json', '.git/config', 'data.csv'])
      await put(each)
    expect(await problems()).toEqual([])
  })
})

describe('a file that is not UTF-8', () => {
  const name = Buffer.from([0xcd, 0xf5, 0xce, 0xb0])

  test('is told with its line and what it probably is, and nothing else', async () => {
    const rules = await readFile(join(folder, 'campaigns/sorry.yaml'))
    await put('campaigns/sorry.yaml', Buffer.concat([Buffer.from('# first\n# by '), name, Buffer.from('\n'), rules]))
    expect((await problems()).map((problem) => problemIn('en', problem))).toEqual([
      {
        ...{ file: 'campaigns/sorry.yaml', line: 2, column: 1, path: '', code: 'not-utf8' },
        ...{ message: 'the file is not UTF-8', hint: 'it is probably GBK: save it as UTF-8' },
      },
    ])
  })

  test('is told of a template, and of UTF-16', async () => {
    await put('templates/sorry/en.txt', Buffer.from('Sorry, José', 'latin1'))
    await put(
      'budgets.yaml',
      Buffer.from('\ufeffbudgets:\n  care: { limit: 1000 CNY, mileValue: 0.05 CNY }\n', 'utf16le'),
    )
    const told = (await problems()).filter(({ code }) => code === 'not-utf8')
    expect(told).toMatchObject([
      { file: 'budgets.yaml', line: 1, hint: expect.stringContaining('UTF-16') },
      { file: 'templates/sorry/en.txt', line: 1, hint: expect.stringContaining('Latin-1') },
    ])
  })

  test('with a byte order mark is UTF-8', async () => {
    await put('campaigns/more.yaml', '\ufeff# nothing\n')
    expect(await problems()).toMatchObject([{ code: 'empty-file' }])
  })
})
