import { plural } from './amounts.ts'

/** What commands print of one member, of the ledger, and of events. */
export const outputs = {
  none: 'none',
  member: {
    erased: (card: string) => `${card}: erased`,
    merged: (card: string, into: string) => `${card}: merged into ${into}, which has everything since`,
    facts: 'Facts',
    audiences: 'Audiences',
    journeys: 'Journeys',
    timeline: (zone: string) => `Timeline (${zone})`,
    entered: (audience: string) => `entered the audience ${audience}`,
    left: (audience: string) => `left the audience ${audience}`,
  },
  history: {
    nothing: 'nothing was changed yet: `npx wingback publish DIR`',
    when: (zone: string) => `when (${zone})`,
    columns: ['who', 'what', 'rulebook'],
    noneLive: 'none live',
  },
  setAside: {
    /** A code with what it means. */
    code: (code: string) => code,
    sent: (count: number) => `${count} sent again; those accepted now leave \`set-aside list\``,
    unsendable: (count: number) => `${count} are no events that can be sent: correct their file and replay it`,
    nothing: 'nothing is set aside',
    more: (count: number) => `… and ${count} more: --limit, or --json for all`,
  },
  tasks: {
    none: 'no tasks here',
    due: (at: string, overdue: boolean) => `due ${at}${overdue ? ', overdue' : ''}`,
    did: {
      taken: (title: string) => `taken: ${title}`,
      noted: (title: string) => `noted: ${title}`,
      closed: (title: string) => `closed: ${title}`,
    },
  },
  replay: {
    done: (is: Record<'sent' | 'accepted' | 'duplicates' | 'setAside' | 'seconds' | 'speed', string>) =>
      `${is.sent} sent: ${is.accepted} accepted, ${is.duplicates} duplicates, ${is.setAside} set aside; ${is.seconds} s, ${is.speed} events/s`,
    inPart: 'Some were accepted without a field or a passenger that could not be read: they count as both.',
    why: '`npx wingback set-aside list` says why those were not accepted.',
  },
  gallery: {
    next: 'npx wingback new my-rules --from ID puts one into your rulebook',
    missing: (words: string) =>
      `the emails need words that wingback.yaml does not have yet, under airline: ${words}. Until it does, nothing can be published`,
    test: (dir: string) => `next: npx wingback test ${dir}`,
  },
  init: (dir: string) => `next: npx wingback test ${dir}, then change ${dir}/wingback.yaml`,
  corrected: (count: string, was: number, is: number) => `corrected ${count}: ${was} -> ${is}`,
  examples: {
    passed: 'ok      ',
    failed: 'FAILED  ',
    happened: (zone: string) => `what happened (times in ${zone}):`,
    nothing: 'nothing',
    waits: (until: string) => `the example ends here; the campaign waits until ${until}`,
    missing: (expected: string, line: number) => `expected, but did not happen: ${expected} (line ${line})`,
    unexpected: (happened: string) => `happened, but was not expected: ${happened}`,
    did: (is: { expectation: string; outcome: string; action: string | undefined; named: string | undefined }) =>
      is.expectation,
    because: (what: string, why: string) => `${what} (${why})`,
    count: (examples: number, failed: number) => `${examples} examples, ${failed} failed`,
    problems: (count: number) => `, ${plural(count, 'problem')}`,
    without: (campaigns: string) => `without an example: ${campaigns}`,
    /** What is expected. English has it in the words of the file; `kind` is that of an action. */
    expected: {
      granted: (kind?: string, amount?: string) => {
        if (kind === undefined) return 'compensation granted'
        return kind === 'miles' ? `compensation ${amount} miles` : `compensation ${kind} ${amount}`
      },
      entitled: (amount?: string) => `entitlement ${amount ?? 'granted'}`,
      entitledByHand: 'entitlement task',
      mail: ({
        template,
        subject,
        says,
      }: {
        template: string
        subject?: string | undefined
        says?: string | undefined
      }) =>
        [`email ${template}`, subject && `with the subject "${subject}"`, says && `that says "${says}"`]
          .filter(Boolean)
          .join(' '),
      message: ({
        template,
        channel,
        says,
      }: {
        template: string
        channel?: string | undefined
        says?: string | undefined
      }) =>
        [`message ${template}`, channel && `over ${channel}`, says && `that says "${says}"`].filter(Boolean).join(' '),
      /** An action of this kind, by what tells it from others of its kind. */
      known: (kind: string, by: string) => `${kind} "${by}"`,
      upgrade: (cabin: string) => `upgradeOffer to ${cabin}`,
      stopped: (kind: string, how: 'skipped' | 'held', gate: string) => `${kind} ${how} by ${gate}`,
      fate: {
        heldOut: (kind: string) => `${kind} held out`,
        waiting: (kind: string) => `${kind} waits for a second person`,
        refused: (kind: string) => `${kind} refused`,
        failed: (kind: string) => `${kind} failed`,
      },
      notEntered: (gate: string) => `not entered: ${gate}`,
      arm: (arm: string) => `arm ${arm}`,
      entered: 'entered',
      exited: 'exited',
      goal: 'the goal is reached',
      on: (what: string, day: string) => `${what} on ${day}`,
      at: (what: string, asWritten: string, _time: string) => `${what} at ${asWritten}`,
    },
  },
  ledger: {
    campaign: (id: string): string => id,
    noBooks: 'no rulebook with a budget is live yet',
    book: (book: string, spent: string) => `${book}: ${spent} spent`,
    limit: (limit: string, left: string) => ` of ${limit}, ${left} left`,
    reserved: (amount: string) => `, of which ${amount} waits for approval`,
    columns: ['campaign', 'kind', 'reserved', 'owed', 'redeemed', 'expired', 'reversed, kept'],
    /** The kinds of grants. */
    kinds: { miles: 'miles', voucher: 'voucher', cash: 'cash' } as Record<string, string>,
    miles: (count: string) => `${count} miles`,
    money: (kind: string, amount: string) => `${kind} of ${amount}`,
    noGrants: 'nothing was granted',
    grant: (is: Record<'id' | 'state' | 'amount' | 'cause' | 'campaign' | 'reason', string>) =>
      `${is.id}  ${is.state}: ${is.amount} for ${is.cause} (${is.campaign}, ${is.reason})`,
    entry: (is: Record<'what' | 'amount' | 'from' | 'to' | 'by' | 'why', string>) =>
      `${is.what} ${is.amount}, ${is.from} → ${is.to}, by ${is.by}${is.why && `: ${is.why}`}`,
    noneWaits: 'no grant waits for approval',
    waiting: (
      is: Record<'id' | 'until' | 'member' | 'amount' | 'cost' | 'cause' | 'campaign' | 'reason' | 'by', string>,
    ) =>
      `${is.id}  until ${is.until}  ${is.member}: ${is.amount}, costs ${is.cost} for ${is.cause} (${is.campaign}, ${is.reason}), requested by ${is.by}`,
    before: (line: string) => `done before: ${line}`,
    waits: (id: string, until: string, zone: string) => `${id} waits for approval until ${until} (${zone})`,
    granted: (id: string) => `${id} is granted`,
    wasGranted: (id: string) => `${id} was granted before`,
    /** States of grants and kinds of entries. */
    words: {} as Record<string, string>,
    faults: (duplicates: number, orphans: number, differences: number) =>
      `${duplicates} duplicates, ${orphans} orphans, ${differences} differences`,
    checked: (entries: number, grants: number, members: number, complete: boolean) =>
      `${entries} entries of ${grants} grants, ${members} members${complete ? '' : '; there was no time for the others'}`,
  },
  start: {
    recovered:
      'The last run on this data was killed. What was in progress is repeated, and the counters are corrected.',
    waits: (version: string, dir: string) =>
      `Rulebook ${version} of ${dir} waits for approval: npx wingback rulebook pending`,
    live: (version: string, dir: string) => `Rulebook ${version} of ${dir} is live.`,
    month: 'A made-up month, September 2026, goes through the pipeline:',
    events: (count: string, seconds: number) => `${count} events in ${seconds} s`,
    flight: 'One more flight, XW1001 of 29 September, as its systems report it (docs/connect):',
    messagesRead: (count: number) => `${count} messages, from its bookings to its arrival`,
    hasProblems: (dir: string, problems: string) => `The rulebook in ${dir} has ${problems}.`,
    noRulebook: (message: string) => `No rulebook: ${message}`,
    stopping: 'Stopping …',
    rows: {
      members: 'members',
      events: 'events',
      emails: 'emails',
      messages: 'messages',
      offers: 'offers',
      compensation: 'compensation',
      owed: 'owed by law',
      skipped: 'skipped',
    },
    emails: (sent: string, skipped: string, heldOut: string, waiting: string) =>
      `${sent} sent, ${skipped} skipped, ${heldOut} held out, ${waiting} waiting`,
    messages: (sent: string, skipped: string, heldOut: string, expired: string) =>
      `${sent} sent, ${skipped} skipped, ${heldOut} held out, ${expired} not answered`,
    offers: (issued: string, accepted: string, heldOut: string) =>
      `${issued} issued, ${accepted} accepted, ${heldOut} held out`,
    compensation: (granted: string, refused: string, heldOut: string) =>
      `${granted} granted, ${refused} refused, ${heldOut} held out`,
    owed: (granted: string, tasks: string, waiting: string) =>
      `${granted} granted, ${tasks} handed to staff, ${waiting} waiting`,
    nothing: 'nothing',
    places: { console: 'Console', emails: 'Emails', events: 'Events to', api: 'API', messages: 'Messages to' },
    otherMessages: '(messages of other channels too)',
    bus: (bus: string) => `(bus ${bus}: aws events put-events --endpoint-url …)`,
    messagesTo: (drop: string, api: string) =>
      `${drop}/CONNECTOR/  (files), or POST ${api}/in/CONNECTOR  (signed: docs/connect)`,
    /** `elsewhere`: the address of the API, where the command would not look for it. */
    next: (elsewhere?: string) =>
      `In another terminal:  ${elsewhere === undefined ? '' : `export WINGBACK_URL=${elsewhere}; `}npx wingback status   npx wingback export   npx wingback explain MEMBER`,
    running: 'It keeps running and takes events. Stop it with Ctrl-C.',
  },
}
