import type { MemberEventType } from '../../contract/index.ts'
import { shortHash } from '../../standards/hash.ts'
import { present } from '../../standards/present.ts'
import { traitsOf } from '../actions/index.ts'
import { canonical } from '../audience/canonical.ts'
import { type CompiledCondition, everybody, readCondition } from '../audience/compile.ts'
import { readEventType } from '../audience/happened.ts'
import { PAYMENTS } from '../campaign/world.ts'
import { bool, type Cursor, complain, mapping, meant, oneOf, short, slug, text, whole } from '../cursor.ts'
import type { Wording } from '../texts/problem-texts.ts'
import { readApproval } from './approval.ts'
import { readTags } from './caps.ts'
import { readGuardrails } from './guardrails.ts'
import { readNames } from './names-of.ts'
import { readDuration } from './read.ts'
import {
  type ApprovalRule,
  type Budget,
  type Campaign,
  type Goal,
  type Instruction,
  type Limits,
  ON_NEW_VERSION,
  type OnNewVersion,
  type Trigger,
} from './rulebook.ts'
import type { CampaignScope } from './scope.ts'
import { readSteps } from './steps.ts'
import { laterContext, readTrigger } from './trigger.ts'

const CAMPAIGN_KEYS = [
  'campaign',
  'name',
  'nameZh',
  'description',
  'class',
  'priority',
  'tags',
  'trigger',
  'audience',
  'guardrails',
  'budget',
  'limits',
  'approval',
  'steps',
  'goal',
  'exitWhen',
  'onNewVersion',
] as const

/** One campaign; `undefined` if it has problems, which are reported in their places. */
export function readCampaign(cursor: Cursor, scopeOf: (owner: string) => CampaignScope): Campaign | undefined {
  const fields = mapping(cursor, CAMPAIGN_KEYS, ['campaign', 'trigger', 'steps'])
  if (!fields) return undefined
  const before = cursor.findings.length
  const id = fields.campaign && readId(fields.campaign)
  const scope = scopeOf(id ?? '')
  if (fields.description) text(fields.description, 2000)

  const kind = fields.class ? oneOf(fields.class, ['marketing', 'service']) : 'marketing'
  const service = kind === 'service'
  const trigger = fields.trigger && readTrigger(fields.trigger, scope)
  const event = laterContext(trigger)
  const budget = fields.budget && readBudgetId(fields.budget, scope)
  const limits = fields.limits && readLimits(fields.limits, service)
  const approval = fields.approval && readCampaignApproval(fields.approval, scope, budget)
  const listensTo = new Set<MemberEventType>()
  const program =
    fields.steps && readSteps(fields.steps, { ...scope, event, service, budget, listensTo, brought: new Set() })
  const goal = fields.goal && readGoal(fields.goal)
  const exitWhen = fields.exitWhen && readCondition(fields.exitWhen, { ...scope.conditions, event, inJourney: true })
  const onNewVersion = fields.onNewVersion ? readOnNewVersion(fields.onNewVersion, program) : 'finish'
  const names = readNames(fields, id)
  const priority = fields.priority ? whole(fields.priority, 0, 100) : 50
  const tags = fields.tags ? readTags(fields.tags) : []
  const guardrails = readGuardrails(fields.guardrails, { ...scope, service, trigger })
  const audience = readWho(fields.audience, { ...scope.conditions, event })

  const faulty = cursor.findings.length > before
  if (faulty || !id || !trigger || !program || !kind || !audience || !onNewVersion) return undefined
  if (!names || priority === undefined) return undefined
  if (goal) listensTo.add(goal.event)
  for (const type of exitWhen?.listensTo ?? []) listensTo.add(type)
  return {
    id,
    ...names,
    class: kind,
    priority,
    tags,
    trigger,
    audience,
    guardrails,
    ...(service && (isOnDisruption(trigger) || paysByLaw(program)) && { tellsRights: true as const }),
    ...present({
      budget: typeof budget === 'object' ? budget.id : undefined,
      limits,
      approval,
      goal,
      exitWhen,
    }),
    hash: shortHash(canonical(cursor.value), 10),
    onNewVersion,
    program,
    listensTo: [...listensTo],
  }
}

function isOnDisruption(trigger: Trigger | undefined): boolean {
  return trigger?.kind === 'event' && trigger.type === 'member.disrupted'
}

function paysByLaw(program: readonly Instruction[]): boolean {
  return program.some((each) => each.op === 'action' && traitsOf(each.action.kind).owedByLaw)
}

/** Ids that pausing uses for other things. */
const RESERVED: readonly string[] = ['all', PAYMENTS]

function readId(cursor: Cursor): string | undefined {
  const id = slug(cursor)
  if (id === undefined || !RESERVED.includes(id)) return id
  return complain(
    cursor,
    'bad-id',
    ({ problems }) => problems.pauseMeansIt(id, id),
    ({ problems }) => problems.renameIt,
  )
}

/** For whom: a condition, the id of an audience, or everybody. */
function readWho(
  cursor: Cursor | undefined,
  context: Parameters<typeof readCondition>[1],
): CompiledCondition | undefined {
  if (!cursor) return everybody
  if (typeof cursor.value !== 'string') return readCondition(cursor, context)
  const id = cursor.value
  const audience = context.audience(id)
  if (audience === 'unknown') {
    return complain(
      cursor,
      'unknown-audience',
      ({ problems }) => problems.noAudienceIsCalled(short(id)),
      meant(id, context.audienceIds),
    )
  }
  return typeof audience === 'string' ? undefined : audience
}

/** Moving to a new version needs steps with names. */
function readOnNewVersion(cursor: Cursor, program: readonly Instruction[] = []): OnNewVersion | undefined {
  const rule = oneOf(cursor, ON_NEW_VERSION)
  const named = program.some((instruction) => 'place' in instruction)
  if (!rule?.startsWith('move') || named) return rule
  const hint: Wording = ({ problems }) => problems.nameSteps
  return complain(cursor, 'nothing-to-move-to', ({ problems }) => problems.noNamedStep, hint)
}

function readBudgetId(cursor: Cursor, { budgets }: CampaignScope): Budget | 'faulty' {
  const id = text(cursor)
  if (id !== undefined && Object.hasOwn(budgets, id)) return budgets[id]!
  if (id !== undefined)
    complain(
      cursor,
      'unknown-budget',
      ({ problems }) => problems.noBudgetIsCalled(short(id)),
      meant(id, Object.keys(budgets)) ?? (({ hints }) => hints.thereAre(Object.keys(budgets).join(', '))),
    )
  return 'faulty'
}

function readCampaignApproval(
  cursor: Cursor,
  { conditions }: CampaignScope,
  budget: Budget | 'faulty' | undefined,
): ApprovalRule[] {
  if (!budget)
    complain(
      cursor,
      'missing-budget',
      ({ problems }) => problems.approvalNeedsBudget,
      ({ problems }) => problems.nameBudget,
    )
  if (!budget || budget === 'faulty') return readApproval(cursor, { conditions })
  const { currency, mileValues } = budget
  return readApproval(cursor, { conditions, ...(currency !== '' && { currency }), paysMiles: mileValues.length > 0 })
}

/** The rate that one counter handles easily, and for which members can be woken. */
const PER_MINUTE_AT_MOST = 2000
const IN_ALL_AT_MOST = 100_000_000

/** `{ perMinute: 500, inAll: 20000 }`. A service campaign is for everybody: only its pace may be limited. */
function readLimits(cursor: Cursor, service: boolean): Limits | undefined {
  const fields = mapping(cursor, ['perMinute', 'inAll'])
  if (!fields) return undefined
  if (fields.inAll && service)
    return complain(fields.inAll, 'marketing-only', ({ problems }) => problems.serviceHasNoLimit)
  const perMinute = fields.perMinute && whole(fields.perMinute, 1, PER_MINUTE_AT_MOST)
  const inAll = fields.inAll && whole(fields.inAll, 1, IN_ALL_AT_MOST)
  return { ...(perMinute !== undefined && { perMinute }), ...(inAll !== undefined && { inAll }) }
}

function readGoal(cursor: Cursor): Goal | undefined {
  const fields = mapping(cursor, ['event', 'within', 'exit'], ['event', 'within'])
  const event = fields?.event && readEventType(fields.event)
  const within = fields?.within && readDuration(fields.within)
  const exit = fields?.exit ? bool(fields.exit) : false
  return event && within && exit !== undefined ? { event, within, exit } : undefined
}
