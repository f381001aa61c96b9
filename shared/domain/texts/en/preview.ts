import { plural } from './amounts.ts'

/** What would come at once of a rulebook: said before it is published. */
export const preview = {
  title: (version: string, looked: string, members: string) =>
    `what ${version} would do at once (${looked === members ? looked : `${looked} of ${members}`} members checked):`,
  nothing: 'nothing at once: campaigns start with events from now on',
  atOnce: {
    underWay: (count: number) => `${count} in progress`,
    finish: (count: number) => `${count} finish on their version`,
    move: (count: number) => `${count} move to the step with the same name`,
    leave: (count: number) => `${count} leave`,
    enter: (count: number) => `${count} enter now`,
    heldOut: (count: number) => `${count} in the holdout`,
    email: (count: number) => `${plural(count, 'email')} ${count === 1 ? 'goes' : 'go'} out now`,
    other: (count: number, name: string) => `${count} × ${name} now`,
  },
  more: (times: string) => `about ${times} times as many for all members`,
  overlaps: 'two emails for one reason:',
  both: (members: number) => `${plural(members, 'member')} ${members === 1 ? 'matches' : 'match'} both`,
  bothFor: (event: string, members: number | undefined) =>
    members === undefined
      ? `both are triggered by ${event}; for how many members is not known, since past events of this type are not kept`
      : `both are triggered by ${event}: ${plural(members, 'member')} had one that would trigger both`,
  unknown: 'values in the rules that no member has:',
  unknownWord: ({ name, value, in: owner, had }: Record<'name' | 'value' | 'in', string> & { had: string[] }) =>
    `${name}: ${value} (${owner}); ${had.length === 0 ? 'no member has any' : `known values: ${had.join(', ')}`}`,
  stopped: (campaign: string) => `${campaign} is stopped: nobody enters it until \`npx wingback resume ${campaign}\``,
  waits: 'it waits for approval, because it loosens limits on money:',
  listed: '; ',
  colon: ': ',
  looking: (looked: string, members: string) => `${looked} of ${members} members checked …`,
}
