import { defineConfig } from 'vitest/config'

/** What starts processes of its own, plays many seeds or calculates for long. It runs where its path is asked for, as `npm run test:slow` does. */
const slow = ['browser', 'command', 'long', 'pipeline', 'simulation']
const asksForPaths = process.argv.some((word) => word.startsWith('test/'))

const filesOf = (...folders) => folders.map((folder) => `test/${folder}/**/*.test.ts`)

/** Where files do not have a process of their own, what they import is loaded once. */
const project = (name, isolate, ...folders) => ({
  extends: true,
  test: { name, isolate, include: filesOf(...folders) },
})

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: asksForPaths ? 1 : 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The default export of a CommonJS package is what Node makes of it.
    deps: { interopDefault: false },
    reporters: ['default', './test/support/left-out.mjs'],
    projects: [
      project('quick', false, 'contract', 'domain', 'infra', 'tools'),
      // What runs the functions in its own process keeps their clients, as a function's process does.
      ...(asksForPaths ? [project('slow', true, ...slow)] : []),
    ],
  },
})
