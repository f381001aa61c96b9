/** How many an audience would have. */
export const count = {
  looked: (looked: string, members: string) =>
    looked === members ? `${members} members:` : `${looked} of ${members} members checked:`,
  columns: ['audience', 'members', 'of all', 'can get marketing email'],
}
