/** A reporter for jest: which files ran no test, so that what is not proved is not taken for proved. */
export default class LeftOut {
  #filtered

  constructor({ testNamePattern }) {
    this.#filtered = Boolean(testNamePattern)
  }

  onRunComplete(_contexts, { testResults }) {
    const ran = ({ status }) => status === 'passed' || status === 'failed'
    const left = testResults.filter(({ testResults: tests }) => tests.length > 0 && !tests.some(ran))
    if (this.#filtered || left.length === 0) return
    const files = left.map(({ testFilePath }) => testFilePath.replace(/^.*\/(?=test\/)/, ''))
    console.error(
      `\nLeft out, because it cannot run here (docs/developers/README.md says what it needs):\n  ${files.join('\n  ')}`,
    )
  }
}
