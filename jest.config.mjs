/** What starts processes of its own, plays many seeds or calculates for long. It runs where its path is asked for, as `npm run test:slow` does. */
const slow = ['browser', 'command', 'long', 'pipeline', 'simulation'].map((folder) => `<rootDir>/test/${folder}/`)
const asksForPaths = process.argv.some((word) => word.startsWith('test/'))

/** ESM and TypeScript as they are: swc only strips the types. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...(asksForPaths ? [] : slow)],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/cdk.out', '<rootDir>/dist', '<rootDir>/.stryker'],
  // Modules of a file are never given back by their process: each is ended once it holds this much.
  workerIdleMemoryLimit: '1500MB',
  maxWorkers: asksForPaths ? 1 : 2,
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/test/support/left-out.mjs'],
}
