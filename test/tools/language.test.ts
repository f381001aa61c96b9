import { expect, test } from '@jest/globals'
import { usualLanguage } from '../../cli/options.ts'

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
