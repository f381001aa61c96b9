import { type BuildTemplate, type Loaded, loadRulebook } from '../../shared/domain/rulebook/load.ts'

/** A rulebook with one of each, which is valid. */
export const sound: Readonly<Record<string, string>> = {
  'wingback.yaml': `airline: { name: Cranewing Air }
zone: Asia/Shanghai
locale: en
mail: { from: care@example.com }
quietHours: 21:00-08:00
atMost: [3 emails in 7d]
holdoutSalt: "2026"
`,
  'budgets.yaml': `budgets:
  care: { limit: 1000 CNY, mileValue: 0.05 CNY, perMemberPerYear: 100 CNY }
  plain: { limit: 1000 CNY }
`,
  'audiences/valued.yaml': `audience: valued
who: { flights: { inLast: 365d, atLeast: 6 } }
`,
  'templates/sorry/en.mjml': 'subject: Sorry',
  'templates/sorry/zh-CN.mjml': 'subject: 抱歉',
  'templates/hello/zh-CN.mjml': 'subject: 你好',
}

/** Takes any source as a template; refuses those that say so. */
const buildPlain: BuildTemplate = async (source, path) =>
  source.includes('broken')
    ? { ok: false, problems: [{ path, line: 2, column: 3, code: 'mjml', message: 'is broken' }] }
    : { ok: true, template: { subject: source, html: source, text: source } }

export function load(files: Readonly<Record<string, string>>): Promise<Loaded> {
  return loadRulebook({ ...sound, ...files }, buildPlain)
}

/** As `validate` does, at an instant. */
export function loadAt(files: Readonly<Record<string, string>>, now: number): Promise<Loaded> {
  return loadRulebook({ ...sound, ...files }, buildPlain, { now })
}
