import { plural } from './amounts.ts'

/** What commands answer: of rulebooks, campaigns and audiences. */
export const commands = {
  problem: (message: string, hint?: string) => `${message}${hint ? ` (${hint})` : ''}`,
  /** Before something is done: it is said, and asked. */
  confirm: {
    question: 'Do it? [y/N] ',
    nothing: 'nothing was done',
    wouldHappen: 'nothing was done: this is what would happen',
    hint: 'run it again with --yes',
  },
  rulebook: {
    live: (version: string) => `live: ${version}`,
    liveBefore: (version: string, previous: string) => `live: ${version} (before: ${previous})`,
    wasLive: (version: string) => `${version} was live already`,
    evaluated: 'members are being evaluated against it',
    waits: (version: string) => `${version} waits for a second person, because it loosens what keeps money together:`,
    whoApproves: (version: string, askedBy: string) =>
      `anybody with the right to approve but ${askedBy}: npx wingback rulebook approve ${version}`,
    unvaluedUpgrades: (cabins: string) =>
      `note: upgrades to ${cabins} have no value in measure: upgrades, so results leave out what they cost`,
    valid: (version: string) => `valid: version ${version}`,
    problems: (count: number) => plural(count, 'problem'),
    hasProblems: (count: number) => `the rulebook has ${plural(count, 'problem')}`,
    noneWaits: 'no rulebook waits for approval',
    asked: (version: string, by: string, at: string, zone: string) => `${version}  asked by ${by} on ${at} (${zone})`,
    refused: (version: string) => `${version} is refused: what was live stays so`,
    pulled: (files: number, version: string, dir: string) => `${plural(files, 'file')} of ${version} in ${dir}`,
  },
  campaigns: {
    paused: (campaign: string) => `${campaign} is paused`,
    wasPaused: (campaign: string) => `${campaign} was paused before`,
    pausedNow: (all: readonly string[]) => `paused now: ${all.join(', ') || 'nothing'}`,
    wouldStop: (campaign: string, leave: string) =>
      `${leave} on their way through ${campaign} leave it, and nobody begins it any more`,
    stopped: (campaign: string) => `${campaign} is stopped`,
    wasStopped: (campaign: string) => `${campaign} was stopped before`,
    stoppedNow: (all: string) => `stopped now: ${all}`,
    goesOn: (campaign: string) => `${campaign} goes on`,
    sent: (to: string, subject: string, step: string, locale: string) =>
      `sent to ${to}: "${subject}" (step ${step}, ${locale})`,
    shown: (channel: string, characters: number, atMost: number, step: string, locale: string) =>
      `over ${channel}, not sent: ${characters} of ${atMost} characters (step ${step}, ${locale})`,
  },
  audiences: {
    none: 'there are no audiences yet: `npx wingback publish DIR`',
    members: (name: string, count: string) => `${name}: ${count} members`,
    since: (at: string) => `since ${at}`,
    more: (cursor: string) => `… more with --cursor ${cursor}`,
  },
  status: {
    members: 'members',
    events: 'events',
    counted: (accepted: string, duplicates: string, setAside: string) =>
      `${accepted} accepted, ${duplicates} duplicates, ${setAside} set aside`,
    pending: 'pending',
    onTheirWay: (count: string, unknown: string) =>
      `${count} actions in progress; ${unknown} may or may not have been sent`,
    clock: 'clock',
    rulebook: 'rulebook',
    noRulebook: 'none published yet',
    asked: (version: string, by: string) => `; ${version}, requested by ${by}, waits for approval`,
    paused: 'paused',
    stopped: 'stopped',
    nothing: 'nothing',
    by: (campaign: string, by: string) => `${campaign} (by ${by})`,
    accepted: 'events accepted',
    actions: 'actions',
    passengers: 'passengers of flights',
    passengerKinds: {} as Record<string, string>,
    actionKinds: {} as Record<string, string>,
    underWay: 'members in campaigns',
    rounds: 'scheduled campaigns',
    roundStates: { 'under way': 'under way', done: 'done', missed: 'missed' },
    lastRound: (state: string, due: string, handed: string) => `${state}: that of ${due}, to ${handed} members`,
    noRound: 'none yet',
    semicolon: '; ',
    nextRound: (at: string) => `next ${at}`,
    places: 'campaign limits',
    taken: (taken: string, all: string) => `${taken} of ${all} taken`,
    queues: 'queues',
    all: 'all',
    empty: 'empty',
    depth: (waiting: number, inWork: number, dead: number) =>
      `${waiting} waiting, ${inWork} in progress, ${dead} dead letters`,
    /** What became of actions, where its code is no word. */
    outcomes: {
      heldOut: 'held out',
      handed: 'with their gateway',
      expired: 'not answered in time',
    } as Record<string, string>,
    told: (outcome: string, count: string) => `${count} ${outcome}`,
    comma: ', ',
    noneYet: 'none yet',
  },
}
