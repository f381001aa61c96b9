import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { generatedDocs } from '../../docs/generate.ts'
import { announcements } from '../../shared/contract/announcements.ts'
import { facts } from '../../shared/domain/audience/facts/index.ts'
import { conditionOf } from '../support/conditions.ts'

describe('docs made from the code', () => {
  test.each(Object.entries(generatedDocs()))('%s is current (else: npm run docs)', (path, text) => {
    const file = join('docs', path)
    expect(existsSync(file) ? readFileSync(file, 'utf8') : 'not there').toBe(text)
  })

  test.each(Object.values(facts).map((fact) => [fact.name, fact] as const))(
    '%s says all there is to say',
    (name, fact) => {
      expect(fact.name).toBe(name)
      expect(Object.keys(parse(fact.example) as object)).toContain(name)
      expect(() => conditionOf(parse(fact.example))).not.toThrow()
      for (const words of [
        fact.description,
        fact.absent,
        ...Object.values(fact.params).map((param) => param.description),
      ]) {
        expect(words.en).not.toBe('')
        expect(words['zh-CN']).toMatch(/\p{Script=Han}/u)
      }
    },
  )
})

test.each(Object.entries(announcements))('the examples of %s are as its schema says', (_, schema) => {
  const { examples = [] } = schema.meta() ?? {}
  expect(examples).not.toEqual([])
  for (const example of examples as unknown[])
    expect(z.strictObject(schema.shape).safeParse(example).error).toBeUndefined()
})
