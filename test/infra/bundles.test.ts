import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { bundle, bundleAll } from '../../infra/aws/bundle.ts'
import { environmentOf } from '../../shared/environment-of.ts'
import { type FunctionName, functions, type Wiring } from '../../shared/pipeline.ts'

const out = mkdtempSync(join(tmpdir(), 'wingback-bundles-'))
const { folderOf, readAtStart } = bundleAll(out)
afterAll(() => rmSync(out, { recursive: true }))

/** A little more than they have: whoever adds much to what every start of a function reads has to say so here. */
const KB_AT_MOST: Record<FunctionName, number> = {
  // A fifth of it are the special functions that results are worked out by, and a tenth the client of S3.
  api: 2245,
  compensate: 985,
  erase: 600,
  'fan-out': 625,
  'fit-scores': 1085,
  'issue-offer': 905,
  'keep-sent': 420,
  links: 915,
  measure: 1155,
  'open-task': 905,
  react: 1045,
  receive: 970,
  reconcile: 620,
  // It is the whole pipeline, in memory.
  rehearse: 1440,
  rounds: 945,
  'send-email': 1100,
  'send-message': 1015,
  strays: 545,
  sweep: 860,
  translate: 1175,
  'tell-help-desk': 830,
  wake: 352,
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
  const bytes = readAtStart(functions[name].file).reduce((sum, part) => sum + part.bytes, 0)
  expect(bytes / 1000).toBeLessThan(KB_AT_MOST[name])
})

test.each(Object.entries<Wiring>(functions))('%s has the clients of what its row allows, no others', (_, wiring) => {
  const clients = {
    '@aws-sdk/client-dynamodb': wiring.table !== 'none',
    '@aws-sdk/client-sqs': wiring.sends.length > 0,
    '@aws-sdk/client-eventbridge': wiring.publishes === true || wiring.enters === true,
    '@aws-sdk/client-sesv2': wiring.mails === true,
    '@aws-sdk/client-secrets-manager':
      wiring.signsLinks === true ||
      wiring.keyedHashes === true ||
      wiring.checksSignatures === true ||
      wiring.callsHelpDesk === true,
  }
  const sources = readAtStart(wiring.file).flatMap((part) => part.sources)
  const has = (name: string) => sources.some((path) => path.includes(`node_modules/${name}/`))
  expect(has('mjml')).toBe(false)
  expect(has('@aws-sdk/credential-provider-ini')).toBe(false)
  expect(Object.fromEntries(Object.keys(clients).map((name) => [name, has(name)]))).toEqual(clients)
})

test('clients call their services without the parts of the SDK that are left out', async () => {
  const called: string[] = []
  const server = createServer(({ method, url, headers }, response) => {
    called.push(`${method} ${headers['x-amz-target'] ?? url?.split('?')[0]}`)
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  bundle({ clients: 'test/support/bundled-clients.ts' }, out)
  const { port } = server.address() as AddressInfo
  await promisify(execFile)(process.execPath, [join(out, 'clients.mjs'), `http://127.0.0.1:${port}`])
  server.close()
  expect(called).toEqual(['POST DynamoDB_20120810.GetItem', 'PUT /b/k'])
})
