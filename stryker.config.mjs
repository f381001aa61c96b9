/**
 * `npm run mutants -- campaign/claim`: what the tests of a file of the core would not notice if it were changed. The tests run
 * anew for each mutant: Stryker's own runner first runs every test that reaches the file, which is nearly all.
 */
const tests = {
  'campaign/claim': 'domain/claim domain/caps',
  'campaign/gates/*': 'domain/gates domain/claim domain/caps',
  'ledger/decide': 'contract/decide contract/ledger.test',
  'ledger/grant': 'contract/ledger.test domain/entitlements',
}
const asked = process.env.MUTATE ?? Object.keys(tests)[0]
const suites = tests[asked] ?? tests[asked.replace(/[^/]+$/, '*')] ?? 'domain'

export default {
  mutate: [`shared/domain/${asked}.ts`],
  testRunner: 'command',
  commandRunner: {
    // Memory is enough: what is changed is no adapter.
    command: `npm test --silent -- --bail 1 --testNamePattern '^(?!.*AWS parts)' ${suites
      .split(' ')
      .map((suite) => `test/${suite}`)
      .join(' ')}`,
  },
  ignorePatterns: ['cdk.out', 'dist', 'reports'],
  // Stryker's step for tsconfig files needs the API of a TypeScript before 7; what strips the types reads none.
  tsconfigFile: 'none',
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false, skipFull: true },
  jsonReporter: { fileName: `reports/mutants/${asked.replaceAll('/', '-').replace('*', 'all')}.json` },
  tempDirName: '.stryker',
  concurrency: 2,
  timeoutMS: 20_000,
}
