/** The search over everything. */
export const search = {
  title: 'Search',
  keys: 'Ctrl K',
  label: 'Search pages, campaigns, audiences, members, tasks, versions, events set aside',
  how: 'Type a name, a card number, an address, a booking or an id. Arrows choose, Enter opens, Esc closes.',
  none: (text: string) => `Nothing found for "${text}".`,
  found: (count: number) => (count === 1 ? '1 found' : `${count} found`),
  groups: {
    page: 'Pages',
    campaign: 'Campaigns',
    audience: 'Audiences',
    member: 'Members',
    task: 'Tasks',
    version: 'Versions',
    setAside: 'Set aside',
  },
  bounds: 'Tasks: the first 100 of each team that are open or taken. Events set aside and versions: the first 100.',
  onlyRead: 'Members are found by their card number alone: for more you need the right to personal data.',
}
