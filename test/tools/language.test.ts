import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { clientFor } from '../../cli/client.ts'
import { Refused, type Unreachable } from '../../cli/errors.ts'
import { languageOf, usualLanguage } from '../../cli/options.ts'
import { deedText } from '../../shared/domain/deed.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'

test.each([
  [{ WINGBACK_LANG: 'zh-CN', LC_ALL: 'en_US.UTF-8' }, 'zh-CN'],
  [{ WINGBACK_LANG: 'en', LANG: 'zh_CN.UTF-8' }, 'en'],
  [{ LC_ALL: '', LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
  [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
  [{ LANG: 'fr_FR.UTF-8' }, 'en'],
  [{}, 'en'],
])('with %j the command answers in %s', (environment, language) => {
  expect(usualLanguage(environment)).toBe(language)
})

test.each([
  [['--lang', 'zh-CN', 'status'], 'zh-CN'],
  [['status', '--lang=zh_CN'], 'zh-CN'],
  [['explain', 'CA1', '--lang', 'zh', '--help'], 'zh-CN'],
  [['explain', '--', '--lang', 'zh'], 'en'],
  [['status', '--lang', 'fr'], 'en'],
])('%j asks for %s, help included', (args, language) => {
  expect(languageOf(args, {})).toBe(language)
})

test('an error carries its message and hint into the language of who reads it', async () => {
  const refused = new Refused(({ usage }) => usage.noColumn('teir'), { hint: ({ hints }) => hints.meant('tier') })
  expect(refused).toMatchObject({ message: 'no column is called "teir"', hint: 'did you mean "tier"?' })
  expect(refused.in('zh-CN')).toEqual({ message: '没有名为“teir”的列', hint: '您是想写“tier”吗？' })
  const unreachable = await clientFor('http://127.0.0.1:9')
    .call('GET', '/v1/status')
    .catch((error: unknown) => error)
  expect((unreachable as Unreachable).in('zh-CN').hint).toContain('npm start')
  expect((unreachable as Unreachable).in('zh-CN').message).toContain('没有 Wingback 应答')
})

test('the history is told in the language of who reads it; what was written before there were codes stays', () => {
  const deed = { is: 'approved', version: '3fd0', askedBy: 'Li', why: 'fine' } as const
  expect(deedText(deed, textsIn('en'))).toBe('approved 3fd0, which Li asked for: fine')
  expect(deedText(deed, textsIn('zh-CN'))).toBe('批准 Li 申请的 3fd0：fine')
  expect(deedText('did something', textsIn('zh-CN'))).toBe('did something')
})

test('what starts Wingback explains itself in the language of who reads it', () => {
  const env = { ...process.env, WINGBACK_LANG: 'zh-CN' }
  const help = execFileSync(process.execPath, ['infra/local/start.ts', '--help'], { env, encoding: 'utf8' })
  expect(help).toContain('用法：')
  expect(help).toContain('--data <文件夹>')
  expect(help).toContain('启动时发布的规则集')
})
