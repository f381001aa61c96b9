export const count = {
  summary: 'the size an audience would have, without publishing it',
  description:
    'Counts the current members of a running Wingback; with --members, those in files, and nothing needs to run. It also counts how many of them can get marketing email, because they have an address and have consented. --try counts an audience with other values of its conditions, such as longer or shorter silences.',
  arguments: {
    dir: 'the folder with wingback.yaml',
  },
  options: {
    audience: 'only this audience',
    try: 'fact.operator=value,value: every value instead of the one in the file',
    members: '.jsonl or .jsonl.gz: what `export` wrote, or events',
    at: 'with --members: count as of then (default: now)',
    look: 'check at most this many members',
  },
}
