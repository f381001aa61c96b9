export const audience = {
  summary: 'the size of each audience, and the members of one',
  description:
    'Without an id: the audiences of the live rulebook and their sizes. With an id: its size, and a page of its members with the time they entered. It reads an index that is updated within moments. With --csv, all of them, in UTF-8 as Excel reads it. Members in a holdout are left out, so that a call does not spoil the comparison.',
  arguments: {
    id: 'an audience',
  },
  options: {
    limit: 'list at most this many members, up to 1000',
    cursor: 'continue after an earlier page',
    csv: 'write all its members to a file for a spreadsheet, such as a list of people to call',
    columns: 'with --csv: the columns, in this order; facts are named as in `export`',
    consent: 'with --csv: only members who agreed to marketing by it, such as phone',
    campaign: 'with --csv: leave out its holdout too, not only that of all marketing',
    heldOut: 'with --csv: include members in a holdout; the column arm marks them',
  },
}
