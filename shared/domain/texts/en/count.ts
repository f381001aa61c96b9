/** How many an audience would have. */
export const count = {
  looked: (looked: string, members: string) =>
    looked === members ? `of ${members} members:` : `of ${looked} members looked at, of ${members}:`,
  columns: ['audience', 'members', 'of all', 'with address and consent to marketing'],
}
