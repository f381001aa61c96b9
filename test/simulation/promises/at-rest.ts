import { findersOf } from '../../../shared/domain/member/finders.ts'
import type { Played } from '../machine/play.ts'
import { receiptsIn } from './9-receipts.ts'
import type { Check } from './promise.ts'
import { sentIn } from './sent.ts'
import type { Told } from './told.ts'

/** After the faults stop everything comes to rest: nothing waits for ever, nothing is dead, what was said to be done was. */
export const atRest: Check = (played, told) => [
  ...nothingLeft(played, told),
  ...saidAndNotDone(played, told),
  ...indexAstray(played),
  ...mailsAstray(played, told),
  ...finderAstray(played),
]

/** Nothing waits for ever. */
export const nothingLeft: Check = (played) => [
  ...(played.stuck ? [played.stuck] : []),
  ...queuesLeft(played),
  ...membersLeft(played),
]

function queuesLeft({ queues }: Played): string[] {
  return Object.entries(queues)
    .filter(([, { waiting, inFlight, dead }]) => waiting + inFlight + dead > 0)
    .map(
      ([name, { waiting, inFlight, dead }]) => `queue ${name}: ${waiting} waiting, ${inFlight} in flight, ${dead} dead`,
    )
}

function membersLeft({ members, story }: Played): string[] {
  return [...members.values()].flatMap(({ memberId, pending, journeys, unrecorded, wakeAt }) => [
    ...pending
      // What a gateway has until after the end may yet be answered, or run out.
      .filter(({ state, answerBy = 0 }) => state !== 'unknown' && answerBy <= story.endsAt)
      .map(({ actionId, kind, campaign }) => `${kind} ${actionId} of ${campaign} for ${memberId} is pending for ever`),
    ...journeys
      .filter(
        ({ endedAt, enteredAt, awaiting }) =>
          endedAt === undefined && !pending.some((each) => each.actionId === awaiting) && enteredAt < story.calmAt,
      )
      .map(({ campaign, key }) => `${memberId} is on ${campaign} (${key}) for ever`),
    ...(wakeAt !== undefined && wakeAt < story.endsAt - 3_600_000
      ? [`${memberId} was to be woken at ${new Date(wakeAt).toISOString()}`]
      : []),
    ...(unrecorded.length > 3 ? [`${memberId} has ${unrecorded.length} reactions without a record`] : []),
  ])
}

function saidAndNotDone(played: Played, told: Told): string[] {
  const sent = new Set(sentIn(played).map(({ action }) => action))
  const issued = new Set(played.witness.announcements.map(({ announcement }) => announcement.detail.id))
  // A task that an entitlement comes to has a name of its own.
  const tasks = played.witness.announcements.flatMap(({ announcement }) =>
    announcement.type === 'task.opened' ? [announcement.detail] : [],
  )
  const hasTask = (memberId: string, campaign: string) =>
    tasks.some((task) => task.memberId === memberId && task.campaign === campaign)
  return receiptsIn(played).flatMap(({ memberId, actionId, outcome, campaign }) => {
    if (outcome === 'sent' && !sent.has(actionId ?? ''))
      return [`a mail or message of ${campaign} to ${memberId} is said to be sent, and was never taken`]
    const announced = { granted: 'granted', issued: 'issued', opened: 'opened', refused: 'refused' }[outcome as string]
    if (outcome === 'opened' && hasTask(memberId, campaign)) return []
    if (!announced || issued.has(`${actionId}:${announced}`) || told.isErased(memberId)) return []
    return [`${outcome} by ${campaign} for ${memberId} was never announced`]
  })
}

/** So does the index of addresses and names: nobody is found by one whose item has it no more, or who was erased. */
function finderAstray({ found, members }: Played): string[] {
  const really = new Map([...members.values()].map((member) => [member.memberId, findersOf(member)]))
  return [...found].flatMap(([name, ids]) => {
    if (!/^(mail|name)#/.test(name)) return []
    const [kind] = name.split('#')
    const should = [...really].filter(([, names]) => names.has(name)).map(([memberId]) => memberId)
    return [
      ...ids.filter((id) => !should.includes(id)).map((id) => `${id} is found by a ${kind} that is not theirs`),
      ...should.filter((id) => !ids.includes(id)).map((id) => `${id} is not found by their ${kind}`),
    ]
  })
}

/** The index of audiences says what the members' items say. */
function indexAstray({ audiences, members }: Played): string[] {
  return [...audiences].flatMap(([audience, indexed]) => {
    const really = [...members.values()].filter((member) => member.audiences[audience] !== undefined)
    const ids = new Set(really.map(({ memberId }) => memberId))
    return [
      ...indexed.filter((id) => !ids.has(id)).map((id) => `${id} is not in ${audience}, and the index has them in it`),
      ...[...ids].filter((id) => !indexed.includes(id)).map((id) => `${id} is in ${audience}, and not in the index`),
    ]
  })
}

const LISTED = new Set(['sent', 'unknown', 'failed'])

/** The lists of mails have what the receipts say came of them, and nothing of who was erased. */
function mailsAstray(played: Played, told: Told): string[] {
  const listed = new Set(played.mails.map(({ list, memberId, actionId }) => [list, memberId, actionId].join(' ')))
  const said = receiptsIn(played).filter(({ kind, outcome }) => kind === 'email' && LISTED.has(outcome))
  const known = new Set(said.map(({ outcome, memberId, actionId }) => [outcome, memberId, actionId].join(' ')))
  return [
    ...[...known].filter((mail) => !listed.has(mail)).map((mail) => `${mail}: no list of mails has it`),
    ...played.mails
      .filter(({ list, memberId, actionId }) => LISTED.has(list) && !known.has([list, memberId, actionId].join(' ')))
      .map(({ list, memberId, actionId }) => `${actionId} of ${memberId} is listed as ${list}, and no receipt says so`),
    ...played.mails
      .filter(({ memberId }) => told.isErased(memberId))
      .map(({ list, memberId }) => `${memberId} asked to be forgotten, and is among the mails ${list}`),
  ]
}
