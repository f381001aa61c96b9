import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/** The README in Chinese is the English one: the same parts, the same commands, nothing that leads nowhere. */

const [english, chinese] = ['README.md', 'README.zh-CN.md'].map((file) => readFileSync(file, 'utf8')) as [
  string,
  string,
]

/** Commands of the blocks for the shell, without their comments, and those within sentences. */
function commandsIn(text: string): string[] {
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) => block!.split('\n'))
  const inline = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`((?:npx|npm|cp) [^`]+)`/g)].map(([, each]) => each!)
  return [...blocks, ...inline].map((line) => line.replace(/\s+#.*$/, '').trim()).filter(Boolean)
}

const linksIn = (text: string) => [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, link]) => link!)
const inEnglish = (link: string) => link.replace('.zh-CN.', '.').replace('.en.', '.')

test('the README has at most 900 words', () => {
  expect(english.split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(900)
})

test('the commands are the same, in the same order', () => {
  expect(commandsIn(english).length).toBeGreaterThan(10)
  expect(commandsIn(chinese)).toEqual(commandsIn(english))
})

test('so are the parts', () => {
  const parts = (text: string) => text.replace(/```[\s\S]*?```/g, '').match(/^\s*(#+|\d\.|-|\||!\[)(?= |[^ ])/gm)
  expect(parts(chinese)).toEqual(parts(english))
})

test('and what they lead to, in Chinese where there is a page', () => {
  expect(new Set(linksIn(chinese).map(inEnglish))).toEqual(new Set(linksIn(english).map(inEnglish)))
})

describe.each([
  ['README.md', english],
  ['README.zh-CN.md', chinese],
])('%s', (_, text) => {
  test('leads nowhere that is not there', () => {
    const gone = linksIn(text).filter((link) => !/^https?:/.test(link) && !existsSync(link))
    expect(gone).toEqual([])
  })
})

test('the figures that the sample prints are the same', () => {
  const figures = (text: string) => text.match(/ {2}(?:members|会员|events|事件|emails|邮件|offers|升舱优惠)\s+.*$/gm)
  const numbers = (text: string) =>
    figures(text)!
      .filter((line) => !line.includes('http'))
      .map((line) => line.match(/\d+/g))
  expect(numbers(chinese)).toEqual(numbers(english))
})
