/** A reporter: which files ran no test, so that what is not proved is not taken for proved. */
export default class LeftOut {
  onInit({ config }) {
    this.filtered = Boolean(config.testNamePattern)
  }

  onTestRunEnd(modules) {
    const ran = (test) => test.result().state !== 'skipped'
    const left = modules.filter((module) => {
      const tests = [...module.children.allTests()]
      return module.state() !== 'failed' && tests.length > 0 && !tests.some(ran)
    })
    if (this.filtered || left.length === 0) return
    const files = left.map(({ moduleId }) => moduleId.replace(/^.*\/(?=test\/)/, ''))
    console.error(
      `\nLeft out, because it cannot run here (docs/developers/README.md says what it needs):\n  ${files.join('\n  ')}`,
    )
  }
}
