/** What `wingback fit --clusters` says. */
export const clusters = {
  tooFew: ({ members, groups }: { members: number; groups: number }) => `${members} members cannot be ${groups} groups`,
  members: ({ members, leftOut }: { members: string; leftOut: string }) =>
    `${members} members (${leftOut} with an empty cell left out), in groups of members who are alike. Centres in standard deviations from the mean:`,
  head: 'members',
  share: 'share',
  mean: 'mean',
  deviation: 'standard deviation',
}
