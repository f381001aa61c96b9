import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { bundleAll } from '../../infra/aws/bundle.ts'
import { environmentOf, type FunctionName, functions } from '../../shared/pipeline.ts'

const out = mkdtempSync(join(tmpdir(), 'wingback-bundles-'))
const { folderOf } = bundleAll(out)
afterAll(() => rmSync(out, { recursive: true }))

/** As Lambda's Node 24 does it: the bundle alone, with nothing to resolve from. */
const load = 'const { handler } = await import(process.argv[1]); console.log(typeof handler)'

test.each(Object.keys(functions) as FunctionName[])('the bundle of %s stands alone and has a handler', (name) => {
  const file = join(folderOf(functions[name].file), 'index.mjs')
  const env = Object.fromEntries(environmentOf(name).map((variable) => [variable, `the-${variable.toLowerCase()}`]))
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', load, file], {
    cwd: out,
    env: { ...env, WINGBACK_SETTINGS: '{"stage":"test"}', AWS_REGION: 'eu-west-1' },
    encoding: 'utf8',
  })
  expect(output.trim().split('\n').at(-1)).toBe('function')
  expect(statSync(file).size).toBeLessThan(3_000_000)
})
