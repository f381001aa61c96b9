import { unpackBundle } from '../../domain/rulebook/bundle.ts'
import { nameFor } from '../../domain/rulebook/called.ts'
import { documentsOf } from '../../domain/rulebook/diff/index.ts'
import { withAudienceNames } from '../../domain/rulebook/diff/named.ts'
import { triggerWords } from '../../domain/rulebook/diff/words.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { textsIn } from '../../domain/texts/index.ts'
import type { Language } from '../../domain/texts/language.ts'
import type { ApiContext } from './http.ts'

/**
 * The campaigns that are not as the live rulebook has them: what begins each, and what is left of the budget that it may spend.
 * A campaign without a budget grants nothing that costs.
 */
export async function campaignsChanged(rulebook: Rulebook, live: string, context: ApiContext, language: Language) {
  const { ports, rulebooks } = context
  const [before, packed] = await Promise.all([rulebooks.load(live), ports.rulebooks.read(rulebook.version)])
  const hashes = new Map(before.campaigns.map(({ id, hash }) => [id, hash]))
  const changed = rulebook.campaigns.filter(({ id, hash }) => hashes.get(id) !== hash)
  const written = packed ? documentsOf(unpackBundle(packed), 'campaign') : []
  const say = withAudienceNames(textsIn(language).diff, rulebook.audiences, language)
  const ids = [...new Set(changed.flatMap(({ budget }) => budget ?? []))]
  const spent = ids.length > 0 ? await ports.ledger.spent(ids) : {}
  return changed.map((each) => {
    const { id, budget: of, limits } = each
    const document = written.find(({ campaign }) => campaign === id)
    const budget = of === undefined ? undefined : rulebook.budgets[of]
    return {
      campaign: id,
      name: nameFor(each, language),
      isNew: !hashes.has(id),
      begins: document ? triggerWords(document.trigger, say) : '',
      inAll: limits?.inAll ?? null,
      budget: budget
        ? { id: budget.id, leftMinor: budget.limitMinor - (spent[budget.id] ?? 0), currency: budget.currency }
        : null,
    }
  })
}
