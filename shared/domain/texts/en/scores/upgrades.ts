/** What `wingback fit --upgrades` says. */
export const upgrades = {
  noMember: 'memberId is empty',
  notATime: ({ cell }: { cell: string }) => `issuedAt is "${cell}", which is no time such as 2026-10-01T08:00:00Z`,
  notTaken: ({ cell }: { cell: string }) => `accepted is "${cell}": write 1 or 0`,
  tooFew: ({
    taken,
    again,
    takenLeast,
    againLeast,
  }: {
    taken: number
    again: number
    takenLeast: number
    againLeast: number
  }) =>
    `${taken} offers were taken and ${again} members had more than one: at least ${takenLeast} and ${againLeast} are needed`,
  learnt: ({ members, offers, accepted }: { members: string; offers: string; accepted: string }) =>
    `${offers} offers to ${members} members; ${accepted} were taken.`,
  judged: ({
    foreseen,
    logLoss,
    constant,
    range,
  }: {
    foreseen: string
    logLoss: string
    constant: string
    range: string
  }) =>
    `The last offers of ${foreseen} members, foreseen by their earlier answers and by what other members taught: log-loss ${logLoss}; the same chance for everybody: ${constant}; lower by ${range} (95 %).`,
  better: 'The model is better than the same chance for everybody.',
  noBetter: 'The model is no better than the same chance for everybody: do not use it.',
  written: ({ out, version }: { out: string; version: string }) => `Written to ${out}, version ${version}.`,
}
