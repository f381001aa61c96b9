import { calendarOf } from '../../../domain/calendar.ts'
import {
  type Cursor,
  child,
  complain,
  list,
  mapping,
  meant,
  oneOf,
  rootCursor,
  short,
  text,
} from '../../../domain/cursor.ts'
import { type Problem, problemAt } from '../../../domain/problem.ts'
import { problemOf } from '../../../domain/rulebook/compile.ts'
import type { Campaign, Rulebook } from '../../../domain/rulebook/rulebook.ts'
import { type Positions, readSource } from '../../../domain/rulebook/source.ts'
import type { Wording } from '../../../domain/texts/problem-texts.ts'
import { makeEvent, readWhen } from './events.ts'
import type { Example, ExampleStep } from './example.ts'
import { readExpect } from './expect.ts'
import { fieldsOf, readFields } from './fields.ts'
import { readInstant, type Times } from './instants.ts'
import { type Chance, memberOf, readArms } from './member.ts'
import type { Story } from './usual.ts'

const EXAMPLES_FILE = /\.examples\.ya?ml$/
const EXAMPLES_AT_MOST = 200
const WHEN_AT_MOST = 200

export interface ReadExamples {
  examples: Example[]
  problems: Problem[]
}

/** Reads all examples among a rulebook's files, by their paths within its folder. */
export function readAllExamples(files: Readonly<Record<string, string>>, rulebook: Rulebook): ReadExamples {
  const paths = Object.keys(files).filter((path) => EXAMPLES_FILE.test(path))
  const read = paths.map((path) =>
    path.startsWith('campaigns/') ? readExamples(path, files[path]!, rulebook) : misplaced(path),
  )
  return { examples: read.flatMap(({ examples }) => examples), problems: read.flatMap(({ problems }) => problems) }
}

function misplaced(file: string): ReadExamples {
  const problem = problemAt(
    { file, line: 1, column: 1, path: '', code: 'misplaced-file' },
    ({ problems }) => problems.examplesElsewhere,
    ({ problems }) => problems.putExamples,
  )
  return { examples: [], problems: [problem] }
}

/** Reads a file of examples of one campaign of this rulebook. All faults are found at once. Never throws. */
export function readExamples(file: string, source: string, rulebook: Rulebook): ReadExamples {
  const { value, positions, findings } = readSource(file, source)
  const examples = value === undefined ? [] : readFile(rootCursor(value, file, findings), rulebook, positions)
  const problems = findings.map((finding) => problemOf(finding, positions.find(finding.path, finding.on)))
  // What all examples share is complained of once.
  const known = new Set<string>()
  const once = problems.filter((problem) => known.size < known.add(JSON.stringify(problem)).size)
  return { examples, problems: once.sort((a, b) => a.line - b.line || a.column - b.column) }
}

function readFile(cursor: Cursor, rulebook: Rulebook, positions: Positions): Example[] {
  const fields = mapping(cursor, ['campaign', 'given', 'examples'], ['campaign', 'examples'])
  const campaign = fields?.campaign && readCampaignId(fields.campaign, rulebook)
  const calendar = calendarOf(rulebook.settings.zone)
  const common = fields?.given && campaign ? readGiven(fields.given, campaign, { calendar }) : {}
  const items = (fields?.examples && list(fields.examples, EXAMPLES_AT_MOST)) ?? []
  if (!campaign) return []
  return items
    .map((item) => readExample(item, { campaign, rulebook, calendar, common, positions }))
    .filter((example) => example !== undefined)
}

function readCampaignId(cursor: Cursor, { campaigns }: Rulebook): Campaign | undefined {
  const id = text(cursor)
  const campaign = campaigns.find((each) => each.id === id)
  if (campaign || id === undefined) return campaign
  const hint: Wording | undefined = meant(
    id,
    campaigns.map((each) => each.id),
  )
  return complain(cursor, 'unknown-campaign', ({ problems }) => problems.noCampaignIsCalled(short(id)), hint)
}

/** What an example begins with: who, when, and what chance has decided. */
interface Given extends Chance {
  at?: number
  member?: Cursor
}

function readGiven(cursor: Cursor, campaign: Campaign, times: Times): Given {
  const fields = mapping(cursor, ['member', 'at', 'holdout', 'arms']) ?? {}
  const at = fields.at && readInstant(fields.at, times)
  const holdout = fields.holdout && oneOf(fields.holdout, ['in', 'out', 'everywhere'])
  return {
    ...(at !== undefined && { at }),
    ...(holdout && { holdout }),
    ...(fields.arms && { arms: readArms(fields.arms, campaign) }),
    ...(fields.member && { member: fields.member }),
  }
}

interface FileScope {
  campaign: Campaign
  rulebook: Rulebook
  calendar: Times['calendar']
  common: Given
  positions: Positions
}

function readExample(cursor: Cursor, scope: FileScope): Example | undefined {
  const { campaign, rulebook, calendar, common, positions } = scope
  const before = cursor.findings.length
  const fields = mapping(cursor, ['example', 'given', 'when', 'expect'], ['example', 'expect'])
  if (!fields) return undefined
  const name = fields.example && text(fields.example)
  const own = fields.given ? readGiven(fields.given, campaign, { calendar }) : {}
  const begins = own.at ?? common.at
  if (begins === undefined) {
    complain(
      fields.given ?? cursor,
      'missing-key',
      ({ problems }) => problems.givenHasNoTime,
      ({ problems }) => problems.writeGivenAt,
    )
    return undefined
  }
  const chance: Chance = { holdout: 'out', ...common, ...own, arms: { ...common.arms, ...own.arms } }
  const memberId = memberOf(chance, campaign, rulebook) ?? noMember(fields.given ?? cursor, chance)
  const { trigger } = campaign
  const schedule = trigger.kind === 'schedule' ? trigger.schedule : undefined
  const story: Story = { memberId: memberId ?? '', calendar, schedule, counts: {} }
  const steps = [...enrol(cursor, [common.member, own.member], begins, story), ...readSteps(fields.when, begins, story)]
  const lineOf = (at: Cursor) => positions.find(at.path, 'value').line
  const expect = fields.expect && readExpect(fields.expect, { rulebook, campaign, times: { calendar }, lineOf })
  if (cursor.findings.length > before || name === undefined || expect === undefined || !memberId) return undefined
  const { line, column } = positions.find(cursor.path, 'value')
  return { name, campaign: campaign.id, file: cursor.file, line, column, memberId, steps, expect }
}

function noMember(cursor: Cursor, { holdout }: Chance): undefined {
  const message: Wording =
    holdout === 'out' ? ({ problems }) => problems.everybodyIsHeldOut : ({ problems }) => problems.nobodyIsHeldOut
  return complain(child(cursor, 'holdout'), 'bad-value', message)
}

/** The member is enrolled, with what the file says of all and the example of its own; this wins, key by key. */
function enrol(cursor: Cursor, said: readonly (Cursor | undefined)[], at: number, story: Story): ExampleStep[] {
  const before = cursor.findings.length
  const times = { from: at, calendar: story.calendar }
  const places = said.filter((each) => each !== undefined)
  const all = places.map((each) => readFields(each, fieldsOf('member.enrolled'), times))
  if (cursor.findings.length > before) return []
  const detail = makeEvent('member.enrolled', { said: Object.assign({}, ...all), occurredAt: at, at }, story, (path) =>
    path.reduce(child, places.findLast((place) => child(place, path[0]!).value !== undefined) ?? cursor),
  )
  return detail ? [{ at, event: { type: 'member.enrolled', detail } }] : []
}

function readSteps(when: Cursor | undefined, begins: number, story: Story): ExampleStep[] {
  const steps: ExampleStep[] = []
  for (const item of (when && list(when, WHEN_AT_MOST)) ?? []) {
    steps.push(...readWhen(item, steps.at(-1)?.at ?? begins, story))
  }
  return steps
}
