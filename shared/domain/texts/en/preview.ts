import { plural } from './amounts.ts'

/** What would come at once of a rulebook: said before it is published. */
export const preview = {
  title: (version: string, looked: string, members: string) =>
    `what comes of ${version} at once, of ${looked === members ? looked : `${looked} of ${members}`} members looked at:`,
  nothing: 'nothing at once: campaigns begin with what happens from now on',
  atOnce: {
    underWay: (count: number) => `${count} on their way`,
    finish: (count: number) => `${count} finish on the version they began with`,
    move: (count: number) => `${count} move to the step of the same name`,
    leave: (count: number) => `${count} leave`,
    enter: (count: number) => `${count} begin now`,
    heldOut: (count: number) => `${count} are held out`,
    email: (count: number) => `${plural(count, 'mail')} ${count === 1 ? 'leaves' : 'leave'} now`,
    other: (count: number, name: string) => `${count} × ${name} now`,
  },
  more: (times: string) => `of all members about ${times} times as many`,
  overlaps: 'two letters for one reason:',
  both: (members: number) => `${plural(members, 'member')} ${members === 1 ? 'is' : 'are'} meant by both`,
  bothFor: (event: string, members: number) =>
    `both begin with ${event}: ${plural(members, 'member')} had one for which both would have`,
  unknown: 'words of the rules that nobody has:',
  had: (had: string) => (had === '' ? 'nobody has any' : `there are ${had}`),
  stopped: (campaign: string) => `${campaign} is stopped: nobody begins it until \`npx wingback resume ${campaign}\``,
  waits: 'it waits for a second person, because it loosens what keeps money together:',
  listed: '; ',
}
