#!/usr/bin/env node
/**
 * Wingback's code is TypeScript that Node 24 runs as it is. Started by an older Node, this hands over to the one that
 * `npm install` put into the project.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

const NEEDED = 24

if (Number.parseInt(process.versions.node, 10) >= NEEDED) {
  await import('./main.ts')
} else {
  handOver(fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url)))
}

function handOver(node) {
  if (!existsSync(node)) {
    console.error(`wingback needs Node ${NEEDED} or later, this is ${process.versions.node}.`)
    console.error('Run `npm install` in the checkout, which brings one along, or install it from https://nodejs.org.')
    process.exit(1)
  }
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  // Ctrl-C reaches both from the terminal: the child decides what to do, this one waits for it.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}
