import { canonical } from '../../audience/canonical.ts'
import { isMapping } from '../../cursor.ts'
import { textsIn } from '../../texts/index.ts'
import type { Language } from '../../texts/language.ts'
import { type Bundle, type DocumentKind, kindOfDocument } from '../content.ts'
import { campaignLines, diffCampaigns, diffValues } from './campaigns.ts'
import { diffConditions } from './conditions.ts'
import { diffMessages, diffTemplates } from './templates.ts'
import { valueWords } from './values.ts'
import { conditionWords, type Say } from './words.ts'

/** What changed in one part of a rulebook, in words. */
export interface RulebookChange {
  of: 'settings' | 'budget' | 'target' | 'audience' | 'campaign' | 'template' | 'message' | 'connector' | 'model'
  /** Empty for the settings. */
  id: string
  change: 'added' | 'removed' | 'changed'
  lines: string[]
}

type Mapping = Record<string, unknown>

/** How parts of a kind are found, described when new, and compared. */
interface Kind<P> {
  partsOf(bundle: Bundle): Record<string, P>
  lines(part: P, say: Say): string[]
  diff(before: P, after: P, say: Say): string[]
}

const settings: Kind<Mapping> = {
  partsOf: (bundle) => Object.fromEntries(documentsOf(bundle, 'settings').map((each) => ['', each])),
  lines: () => [],
  diff: diffValues,
}

const budgets: Kind<Mapping> = {
  partsOf: (bundle) => Object.assign({}, ...documentsOf(bundle, 'budgets').map((each) => each.budgets)),
  lines: (budget, say) => [valueWords('budget', budget, say)],
  diff: diffValues,
}

const targets: Kind<Mapping> = {
  partsOf: (bundle) => Object.assign({}, ...documentsOf(bundle, 'targets').map((each) => each.targets)),
  lines: (target, say) => [valueWords('target', target, say)],
  diff: diffValues,
}

const audiences: Kind<Mapping> = {
  partsOf: (bundle) => byId(documentsOf(bundle, 'audience'), 'audience'),
  lines: ({ who }, say) => [say.line.plain(say.line.who, conditionWords(who, say))],
  diff: ({ who: was, ...before }, { who: is, ...after }, say) => [
    ...diffConditions(was, is, say).map((each) => say.line.plain(say.line.who, each)),
    ...diffValues(before, after, say),
  ],
}

const campaigns: Kind<Mapping> = {
  partsOf: (bundle) => byId(documentsOf(bundle, 'campaign'), 'campaign'),
  lines: campaignLines,
  diff: diffCampaigns,
}

const templates: Kind<Bundle['templates'][string]> = {
  partsOf: (bundle) => bundle.templates,
  lines: (template, { line }) => [line.languages(Object.keys(template).sort().join(', '))],
  diff: diffTemplates,
}

const messages: Kind<NonNullable<Bundle['messages']>[string]> = {
  partsOf: ({ messages = {} }) => messages,
  lines: (message, { line }) => [line.languages(Object.keys(message).sort().join(', '))],
  diff: diffMessages,
}

const connectors: Kind<Mapping> = {
  partsOf: (bundle) => byId(documentsOf(bundle, 'connector'), 'connector'),
  lines: ({ connector: _, ...mapping }, say) =>
    Object.entries(mapping).map(([key, value]) => say.line.plain(say.line.key(key), valueWords(key, value, say))),
  diff: diffValues,
}

/** A model of a score is thousands of numbers: what is told is its version, and which parts of it are others. */
const models: Kind<Mapping> = {
  partsOf: ({ documents }) =>
    Object.fromEntries(
      Object.entries(documents).flatMap(([file, model]) =>
        kindOfDocument(file) === 'model' && isMapping(model) ? [[file, model]] : [],
      ),
    ),
  lines: ({ version }, say) => [say.line.plain(say.line.version, String(version))],
  diff: (before, after, say) => {
    const { line, rule } = say
    const [was, is] = [String(before.version), String(after.version)]
    const others = Object.keys({ ...before, ...after }).filter(
      (key) => key !== 'version' && canonical(before[key]) !== canonical(after[key]),
    )
    return [
      ...(was === is ? [] : [line.plain(line.version, line.changed(is, was))]),
      ...(others.length > 0 ? [line.plain(line.otherParts, others.join(rule.comma))] : []),
    ]
  },
}

/** The changes from one valid rulebook to another. File names and layout do not count. */
export function diffRulebooks(before: Bundle, after: Bundle, language?: Language): RulebookChange[] {
  const say = textsIn(language).diff
  return [
    ...diffKind('settings', settings, before, after, say),
    ...diffKind('budget', budgets, before, after, say),
    ...diffKind('target', targets, before, after, say),
    ...diffKind('audience', audiences, before, after, say),
    ...diffKind('campaign', campaigns, before, after, say),
    ...diffKind('template', templates, before, after, say),
    ...diffKind('message', messages, before, after, say),
    ...diffKind('connector', connectors, before, after, say),
    ...diffKind('model', models, before, after, say),
  ]
}

function diffKind<P>(
  of: RulebookChange['of'],
  kind: Kind<P>,
  before: Bundle,
  after: Bundle,
  say: Say,
): RulebookChange[] {
  const [was, is] = [new Map(Object.entries(kind.partsOf(before))), new Map(Object.entries(kind.partsOf(after)))]
  const ids = [...new Set([...was.keys(), ...is.keys()])].sort()
  return ids.flatMap((id): RulebookChange[] => {
    const [old, part] = [was.get(id), is.get(id)]
    if (part === undefined) return [{ of, id, change: 'removed', lines: [] }]
    if (old === undefined) return [{ of, id, change: 'added', lines: kind.lines(part, say) }]
    if (canonical(old) === canonical(part)) return []
    const lines = kind.diff(old, part, say)
    return lines.length > 0 ? [{ of, id, change: 'changed', lines }] : []
  })
}

export function documentsOf({ documents }: Bundle, kind: DocumentKind): Mapping[] {
  const files = Object.keys(documents).filter((file) => kindOfDocument(file) === kind)
  return files.map((file) => documents[file]).filter(isMapping)
}

function byId(documents: readonly Mapping[], key: string): Record<string, Mapping> {
  return Object.fromEntries(documents.map((document) => [String(document[key]), document]))
}
