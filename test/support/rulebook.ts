import { loadRulebook } from '../../shared/domain/rulebook/load.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'

/** Small rulebooks for tests, written as marketers write them. */

interface Sources {
  /** Lines of `wingback.yaml` beside what must be there. */
  settings?: string | undefined
  campaigns?: readonly string[]
  audiences?: readonly string[]
  zone?: string
  /** Of the budget `care`, beside its limit. */
  budget?: string
  airline?: string
  /** The whole of `targets.yaml`. */
  targets?: string
  /** By name: what `models/<name>.json` holds. */
  models?: Record<string, object>
}

const usualBudget = 'mileValue: 0.05 CNY'
const templates = Object.fromEntries(
  ['hello', 'sorry', 'offer', 'news'].map((id) => [`templates/${id}/en.mjml`, `${id} {{ unsubscribeUrl }}`]),
)

const messages = Object.fromEntries(
  ['hello', 'news', 'short'].map((id) => [`templates/${id}/en.message.txt`, `${id}, {{ member.name }}`]),
)

/** Checks and compiles a rulebook. Throws where it has problems: a mistake in the test. */
export async function rulebookOf({
  settings = '',
  campaigns = [],
  audiences = [],
  zone = 'Asia/Shanghai',
  budget = usualBudget,
  airline = 'airline: { name: Test Air }',
  targets,
  models = {},
}: Sources): Promise<Rulebook> {
  const files: Record<string, string> = {
    'wingback.yaml': `${airline}
zone: ${zone}
locale: en
mail: { from: care@example.com }
holdoutSalt: "2026"
${settings.includes('channels:') ? '' : 'channels: { wechat: { name: WeChat, text: 600 } }'}
${settings}`,
    'budgets.yaml': `budgets: { care: { limit: 1000 CNY, ${budget} } }`,
    ...(targets !== undefined && { 'targets.yaml': targets }),
    ...Object.fromEntries(
      Object.entries(models).map(([name, model]) => [`models/${name}.json`, JSON.stringify(model)]),
    ),
    ...templates,
    ...messages,
    ...numbered('campaigns', campaigns),
    ...numbered('audiences', audiences),
  }
  const loaded = await loadRulebook(files, async (source) => ({
    ok: true,
    template: { subject: source, html: source, text: source },
  }))
  if (!loaded.ok)
    throw new Error(loaded.problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'))
  return loaded.rulebook
}

function numbered(folder: string, sources: readonly string[]): Record<string, string> {
  return Object.fromEntries(sources.map((source, i) => [`${folder}/${i + 1}.yaml`, source]))
}
