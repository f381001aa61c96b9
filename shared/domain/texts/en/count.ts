/** How many an audience would have. */
export const count = {
  looked: (looked: string, members: string, at: string) =>
    looked === members ? `${members} members, as of ${at}:` : `${looked} of ${members} members checked, as of ${at}:`,
  askedOnce: (fact: string, audience: string, times: number) =>
    `the audience ${audience} asks for ${fact} ${times === 0 ? 'nowhere' : `${times} times`}`,
  askOnce: 'what is tried stands once in the audience itself',
  tooManyVariants: (atMost: number) => `more than ${atMost} variants`,
  tryFewer: 'try fewer values at once',
  columns: ['audience', 'members', 'of all', 'can get marketing email'],
}
