import { readLocale } from '../../standards/locale.ts'
import { type Cursor, complain, isMapping, rootCursor } from '../cursor.ts'
import { LIMITS } from '../member/member.ts'
import { type Finding, type Problem, problemAt } from '../problem.ts'
import { readAudiences } from './audiences.ts'
import { readBudgets } from './budgets.ts'
import { readCampaign } from './campaign.ts'
import { tagsOf } from './caps.ts'
import { readConnectors } from './connectors.ts'
import { type Bundle, kindOfDocument, versionOf } from './content.ts'
import { readModels } from './models.ts'
import { withOurs } from './ours.ts'
import type { Budget, Campaign, MessageTemplate, Rulebook, Template } from './rulebook.ts'
import type { Checks } from './scope.ts'
import { readSettings } from './settings.ts'
import { RULEBOOK_AT_MOST } from './size.ts'
import { readTargets } from './targets.ts'
import { type Form, usesOf } from './template-uses.ts'

/**
 * Campaigns that begin on a date of the member. Each of them remembers that the day was seen, whoever it is for: if more were remembered
 * than a member has places for, a day would be forgotten on the day itself, and come again.
 */
const DATES_AT_MOST = LIMITS.entries / 2

export type Compiled = { ok: true; rulebook: Rulebook } | { ok: false; problems: Problem[] }

/** Checks and compiles a bundle. Never throws. Its problems have paths but no lines, because there is no text. */
export function compileBundle(source: unknown, checks: Checks = {}): Compiled {
  const findings: Finding[] = []
  const bundle = readBundle(rootCursor(source, '', findings))
  const rulebook = bundle && compileDocuments(bundle, findings, checks)
  if (rulebook && findings.length === 0) return { ok: true, rulebook }
  return { ok: false, problems: findings.map((finding) => problemOf(finding, { line: 0, column: 0 })) }
}

/** Checks and compiles documents; `undefined` if a problem was found. */
export function compileDocuments(bundle: Bundle, findings: Finding[], checks: Checks): Rulebook | undefined {
  const files = sortOut(withOurs(bundle.documents, findings), findings)
  const caps = { tags: tagsOf(files.campaigns), needs: new Map<string, number>() }
  const settings = readSettings(required(files.settings, 'wingback.yaml', findings), { ...caps, besides: 0 })
  const budgets: Record<string, Budget> = files.budgets ? readBudgets(files.budgets) : {}
  const targets = files.targets ? readTargets(files.targets) : {}
  const models = readModels(files.models)
  const { audiences, lookup } = readAudiences(files.audiences, settings.zone, models)
  const { templates, messages = {} } = bundle
  const { channels } = settings
  const entriesNeeded = { count: 0 }
  const forms = { mail: formOf(templates, 'mjml'), message: formOf(messages, 'message.txt') }
  const campaigns = readCampaigns(files.campaigns, (owner) => ({
    conditions: { ...lookup, owner },
    budgets,
    forms,
    channels,
    defaultLocale: settings.locale,
    entriesNeeded,
    caps: { ...caps, channels, besides: settings.caps.length },
    law: settings.law !== undefined,
    zone: settings.zone,
    checks,
  }))
  const connectors = readConnectors(files.connectors)
  if (findings.length > 0) return undefined
  return {
    version: checks.version ?? versionOf(bundle),
    settings,
    audiences,
    campaigns,
    budgets,
    targets,
    models,
    templates,
    messages,
    connectors,
  }
}

function formOf(templates: Bundle['templates'] | NonNullable<Bundle['messages']>, ending: Form['ending']): Form {
  const all = Object.entries(templates)
  return {
    locales: Object.fromEntries(all.map(([id, by]) => [id, Object.keys(by)])),
    uses: Object.fromEntries(all.map(([id, by]) => [id, usesOf(by)])),
    ending,
  }
}

/** A finding with its place in the text. */
export function problemOf({ file, path, code, message, hint }: Finding, at: { line: number; column: number }): Problem {
  const way = path.filter((part) => !String(part).startsWith('@')).join('.')
  return problemAt({ file, ...at, path: way, code }, message, hint)
}

interface Files {
  settings?: Cursor
  budgets?: Cursor
  targets?: Cursor
  audiences: Cursor[]
  campaigns: Cursor[]
  connectors: Cursor[]
  models: Cursor[]
}

function sortOut(documents: Bundle['documents'], findings: Finding[]): Files {
  const files: Files = { audiences: [], campaigns: [], connectors: [], models: [] }
  for (const file of Object.keys(documents).sort()) {
    const cursor = rootCursor(documents[file], file, findings)
    const kind = kindOfDocument(file)
    if (kind === 'settings' || kind === 'budgets' || kind === 'targets') files[kind] = cursor
    else if (kind === 'audience') files.audiences.push(cursor)
    else if (kind === 'campaign') files.campaigns.push(cursor)
    else if (kind === 'connector') files.connectors.push(cursor)
    else if (kind === 'model') files.models.push(cursor)
    else
      complain(
        cursor,
        'misplaced-file',
        ({ problems }) => problems.notAFileOfARulebook,
        ({ problems }) => problems.rulesAreIn,
      )
  }
  return files
}

function required(cursor: Cursor | undefined, file: string, findings: Finding[]): Cursor {
  if (cursor) return cursor
  complain(rootCursor(undefined, file, findings), 'missing-file', ({ problems }) => problems.fileIsMissing(file))
  return rootCursor({}, file, [])
}

function readCampaigns(cursors: readonly Cursor[], scopeOf: Parameters<typeof readCampaign>[1]): Campaign[] {
  const ids = new Set<unknown>()
  const campaigns: Campaign[] = []
  for (const cursor of cursors) {
    const campaign = readCampaign(cursor, scopeOf)
    const id = isMapping(cursor.value) ? cursor.value.campaign : undefined
    if (typeof id === 'string' && ids.has(id)) {
      complain({ ...cursor, path: ['campaign'] }, 'duplicate-id', ({ problems }) =>
        problems.anotherCampaignIsCalled(id.slice(0, 64)),
      )
    }
    ids.add(id)
    if (campaign) campaigns.push(campaign)
  }
  const dates = campaigns.filter(({ trigger }) => trigger.kind === 'date')
  if (dates.length > DATES_AT_MOST && cursors[0]) {
    complain(
      { ...cursors[0], path: [], file: '' },
      'too-many-entries',
      ({ problems }) => problems.tooManyDates(dates.length, DATES_AT_MOST),
      ({ problems }) => problems.branchOnDates,
    )
  }
  return campaigns.sort((a, b) => rightsFirst(a) - rightsFirst(b) || b.priority - a.priority || (a.id < b.id ? -1 : 1))
}

/**
 * Campaigns that inform travellers of their rights come before all others, which wait for them: no priority goes above the
 * law.
 */
function rightsFirst({ tellsRights }: Campaign): number {
  return tellsRights ? 0 : 1
}

function readBundle(cursor: Cursor): Bundle | undefined {
  const { value } = cursor
  if (!isMapping(value) || value.format !== 1 || !isMapping(value.documents) || !isMapping(value.templates)) {
    return complain(cursor, 'not-a-bundle', ({ problems }) => problems.expectedBundle)
  }
  if (Object.keys(value.documents).length > RULEBOOK_AT_MOST.documents) {
    return complain(cursor, 'too-many-files', ({ problems }) => problems.tooManyDocuments(RULEBOOK_AT_MOST.documents))
  }
  const built = Object.values(value.templates).every((by) => isMapping(by) && Object.values(by).every(isTemplate))
  if (!built) return complain(cursor, 'bad-template', ({ problems }) => problems.templateForm)
  const { messages = {} } = value
  const written =
    isMapping(messages) && Object.values(messages).every((by) => isMapping(by) && Object.values(by).every(isMessage))
  if (!written) return complain(cursor, 'bad-template', ({ problems }) => problems.messageForm)
  for (const locale of [value.templates, messages].flatMap(Object.values).flatMap((by) => Object.keys(by as object))) {
    const read = readLocale(locale)
    if (!read.ok) return complain(cursor, 'bad-locale', read.message, read.hint)
    if (read.name !== locale)
      return complain(cursor, 'bad-locale', ({ problems }) => problems.isWrittenAs(locale, read.name))
  }
  return value as unknown as Bundle
}

function isTemplate(value: unknown): value is Template {
  return isMapping(value) && ['subject', 'html', 'text'].every((part) => typeof value[part] === 'string')
}

function isMessage(value: unknown): value is MessageTemplate {
  return isMapping(value) && typeof value.text === 'string'
}
