import type { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { makeProgram } from '../../cli/program.ts'
import { LANGUAGES, type Language } from '../../shared/domain/texts/language.ts'

const HAN = /\p{Script=Han}/u

describe.each(LANGUAGES)('the help in %s', (language) => {
  test('every command, argument and option says what it is', () => {
    expect(all(makeProgram(language)).flatMap((command) => wordless(command, language))).toEqual([])
  })

  test('commander has its own words in that language', () => {
    const help = makeProgram(language)
      .commands.find((each) => each.name() === 'publish')!
      .helpInformation()
    expect(HAN.test(help)).toBe(language === 'zh-CN')
    expect(help.includes('Usage:')).toBe(language === 'en')
    expect(help.includes('Options:')).toBe(language === 'en')
  })
})

test.each([
  [['audience', '--limt', '3'], '没有选项 --limt', '--limit'],
  [['valdate'], '没有命令 valdate', 'validate'],
  [['validate'], '缺少参数 文件夹'],
  [['validate', 'a', 'b'], '应为 1 个，实际 2 个'],
  [['audience', '--limit', 'x'], '应为 1 到 1000 的整数'],
  [['audience', '--limit'], '缺少值'],
  [['set-aside', 'list', '--code', 'x'], '可选值：', 'not-json, '],
  [['ledger', 'refuse', 'g'], '必须写明选项 --why'],
  [['lift', 'a.csv', '--cost', '3'], 'ARM=AMOUNT'],
])('what is wrong with %j is said in Chinese', async (args, ...words) => {
  const { message } = await failing(args, 'zh-CN')
  for (const word of words) expect(message).toContain(word)
  expect(message).not.toMatch(/error:|did you mean/i)
})

test('the same in English', async () => {
  const { message } = await failing(['audience', '--limt', '3'], 'en')
  expect(message).toBe("error: unknown option '--limt'\n(Did you mean --limit?)")
})

test('no line of Chinese help is wider than the terminal, or begins with a stop', () => {
  const program = makeProgram('zh-CN').configureOutput({ getOutHelpWidth: () => 60 })
  const publish = program.commands.find((each) => each.name() === 'publish')!
  for (const line of publish.helpInformation().split('\n')) expect(line).not.toMatch(/^\s*[，。；：）]/)
  expect(publish.helpInformation().split('\n').length).toBeGreaterThan(15)
})

function all(command: Command): Command[] {
  return [command, ...command.commands.flatMap(all)]
}

/** What has no words, or those of another language. */
function wordless(command: Command, language: Language): string[] {
  const parts: [string, string][] = [
    [command.name(), command.description()],
    ...command.registeredArguments.map((each): [string, string] => [each.name(), each.description]),
    ...command.options.map((each): [string, string] => [each.flags, each.description]),
  ]
  const wrong = parts.filter(([, words]) => words === '' || HAN.test(words) !== (language === 'zh-CN'))
  return wrong.map(([name]) => `${command.name()} ${name}`)
}

async function failing(args: string[], language: Language): Promise<Error> {
  const program = makeProgram(language)
  program.configureOutput({ writeErr: () => {} })
  for (const each of all(program)) each.configureOutput({ writeErr: () => {} })
  return program.parseAsync(args, { from: 'user' }).then(
    () => new Error('it went well'),
    (error: Error) => error,
  )
}

test('the language may be asked for before the command, too', () => {
  expect(makeProgram('en').options.map(({ long }) => long)).toContain('--lang')
})
