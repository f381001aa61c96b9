import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { bundleAll } from '../../infra/aws/bundle.ts'
import { environmentOf, type FunctionName, functions, type Wiring } from '../../shared/pipeline.ts'

const out = mkdtempSync(join(tmpdir(), 'wingback-bundles-'))
const { folderOf, metafile } = bundleAll(out)
afterAll(() => rmSync(out, { recursive: true }))

/** A little more than they have: whoever adds much to what every start of a function reads has to say so here. */
const KB_AT_MOST: Record<FunctionName, number> = {
  api: 1320,
  compensate: 970,
  erase: 630,
  'fan-out': 630,
  'issue-offer': 880,
  links: 940,
  'open-task': 880,
  react: 970,
  reconcile: 710,
  rounds: 780,
  'send-email': 1120,
  'send-message': 1050,
  'ses-feedback': 330,
  sweep: 810,
  wake: 490,
}

/** As Lambda's Node 24 does it: the bundle alone, with nothing to resolve from. */
const load = 'const { handler } = await import(process.argv[1]); console.log(typeof handler)'

test.each(Object.keys(functions) as FunctionName[])('the bundle of %s stands alone and has a handler', (name) => {
  const file = join(folderOf(functions[name].file), 'index.mjs')
  const env = Object.fromEntries(environmentOf(name).map((variable) => [variable, `the-${variable.toLowerCase()}`]))
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', load, file], {
    cwd: out,
    env: { ...env, AWS_REGION: 'eu-west-1' },
    encoding: 'utf8',
  })
  expect(output.trim().split('\n').at(-1)).toBe('function')
  expect(statSync(file).size / 1000).toBeLessThan(KB_AT_MOST[name])
})

test.each(Object.entries<Wiring>(functions))('%s has the clients of what its row allows, no others', (_, wiring) => {
  const clients = {
    '@aws-sdk/client-dynamodb': wiring.table !== 'none',
    '@aws-sdk/client-sqs': wiring.sends.length > 0,
    '@aws-sdk/client-eventbridge': wiring.publishes === true,
    '@aws-sdk/client-sesv2': wiring.mails === true,
    '@aws-sdk/client-secrets-manager': wiring.signsLinks === true || wiring.keyedHashes === true,
  }
  const { inputs } = Object.values(metafile.outputs).find(
    ({ entryPoint }) => entryPoint === `functions/${wiring.file}.ts`,
  )!
  const has = (name: string) => Object.keys(inputs).some((path) => path.includes(`node_modules/${name}/`))
  expect(has('@aws-sdk/credential-provider-ini')).toBe(false)
  expect(Object.fromEntries(Object.keys(clients).map((name) => [name, has(name)]))).toEqual(clients)
})
