import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { partsOf, startProcess } from '../support/pipeline.ts'

/** `npm start` as a process: how it begins, how it ends, and what it says where it cannot. */

let parent: string
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'wingback-start-'))
})
afterAll(() => rmSync(parent, { recursive: true, force: true }))

/** Runs to its end. */
async function ended(...args: string[]): Promise<{ code: number; err: string }> {
  return endedWith(process.env, ...args)
}

async function endedWith(env: NodeJS.ProcessEnv, ...args: string[]): Promise<{ code: number; err: string }> {
  const child = spawn(process.execPath, ['infra/local/start.ts', '--json', '--empty', ...args], { env })
  let err = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text
  })
  const [code] = await once(child, 'exit')
  return { code, err }
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  )
}

test("everything in the folder is its owner's alone, also where it was there and open to all", async () => {
  const data = join(parent, 'open')
  mkdirSync(data)
  chmodSync(data, 0o777)
  const wingback = await startProcess('--empty', '--data', data)
  await wingback.drain()
  await wingback.kill()
  const modes = readdirSync(data, { recursive: true, withFileTypes: true }).map((entry) => {
    return statSync(join(entry.parentPath, entry.name)).mode & 0o077
  })
  expect(modes.length).toBeGreaterThan(5)
  expect([statSync(data).mode & 0o077, ...modes].filter((mode) => mode !== 0)).toEqual([])
})

describe('it ends, with its ports free and its end marked', () => {
  test('on SIGTERM', async () => {
    const data = join(parent, 'term')
    const wingback = await startProcess('--empty', '--data', data)
    wingback.process.kill('SIGTERM')
    expect(await wingback.exited).toEqual([0, null])
    // Nothing has failed, though the console may still have been under construction.
    expect(wingback.printed().trim().split('\n')).toHaveLength(1)
    expect(existsSync(join(data, 'running'))).toBe(false)
    expect(await answers(wingback.api)).toBe(false)
  })

  test('on SIGTERM to npm, which ends by itself and the shell between', async () => {
    const data = join(parent, 'npm')
    const npm = spawn('npm', ['start', '--silent', '--', '--json', '--empty', '--port', '0', '--data', data])
    const [line] = (await once(npm.stdout, 'data')) as [Buffer]
    const { api } = JSON.parse(line.toString())
    npm.kill('SIGTERM')
    await gone(npm)
    while ((await answers(api)) || existsSync(join(data, 'running'))) await new Promise(setImmediate)
  })
})

describe('where it cannot start it says what to do', () => {
  test('a port that is taken, the first or the last', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as AddressInfo
    const data = join(parent, 'ports')
    for (const first of [port, port - 2]) {
      const { code, err } = await ended('--port', String(first), '--data', data)
      expect([code, err]).toEqual([1, expect.stringContaining('`npm start -- --port N` takes another')])
      expect(err).not.toMatch(/^ +at /m)
    }
    expect(existsSync(join(data, 'running'))).toBe(false)
    taken.close()
  })

  test('data that another run is at', async () => {
    const data = join(parent, 'shared')
    const wingback = await startProcess('--empty', '--data', data)
    expect((await ended('--port', '0', '--data', data)).err).toContain('Another Wingback runs on this data')
    expect(existsSync(join(data, 'running'))).toBe(true)
    await wingback.kill()
  })

  test.each([
    ['an empty key', 'link-key', '', 'put it back from a copy of the data; or delete the file'],
    ['a garbled clock', 'clock.json', 'null', 'or delete it, and the clock on the wall is taken'],
    ['a torn database', 'parts/queues/fauxqs.db', 'no database at all', 'Put a copy of it back'],
  ])('%s', async (_name, file, content, said) => {
    const data = mkdtempSync(join(parent, 'garbled-'))
    mkdirSync(join(data, 'parts/queues'), { recursive: true })
    writeFileSync(join(data, 'hash-key'), 'a key that is kept with the data')
    writeFileSync(join(data, file), content)
    const { code, err } = await ended('--port', '0', '--data', data)
    expect([code, err]).toEqual([1, expect.stringContaining(said)])
    expect(err).not.toMatch(/^ +at /m)
  })
})

test.each(['liquidjs', 'dynalite', '@middy/core'])(
  'where the package %s is missing it ends, with its ports free, and says what to do',
  async (name) => {
    const missing = `import { registerHooks } from 'node:module'
      registerHooks({ resolve(specifier, context, next) {
        if (!specifier.startsWith('${name}')) return next(specifier, context)
        throw new Error("Cannot find package '${name}' imported from somewhere")
      } })`
    const hook = join(parent, 'missing.mjs')
    writeFileSync(hook, missing)
    const { code, err } = await endedWith({ ...process.env, NODE_OPTIONS: `--import ${hook}` }, '--port', '0')
    expect([code, err]).toEqual([1, expect.stringMatching(/Cannot find package .*\n {2}Run `npm install`/)])
    expect(err).not.toMatch(/^ +at /m)
  },
)

test('a rulebook whose sender lies outside of the identity it is told is refused, and it ends', async () => {
  const { code, err } = await ended('--port', '0', '--identity', 'mail.elsewhere.example')
  expect([code, err]).toEqual([1, expect.stringContaining('is not within mail.elsewhere.example')])
  expect(err).not.toMatch(/^ +at /m)
})

test('where its parts die it says so, and what to do', async () => {
  const wingback = await startProcess('--empty', '--data', join(parent, 'dies'))
  process.kill(await partsOf(wingback), 'SIGKILL')
  expect(await wingback.exited).toEqual([1, null])
  expect(wingback.printed()).toContain('The local parts have ended unexpectedly: something has killed them.')
  expect(wingback.printed()).toContain('start again with the same --data')
})

async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
