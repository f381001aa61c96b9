export const lift = {
  errors: {
    perArm: 'It must be ARM=AMOUNT.',
    share: 'A share must be above 0.',
    number: (found: string) => `"${found}" is not a number such as 0.15.`,
  },
  summary: 'the effect of an experiment, from its file',
  description:
    'Compares each arm of an experiment with the control: the difference with an interval that stays valid however often you look, whether the result is conclusive, and first whether the arms have the sizes they should have. Takes any file with one row per member. Needs no running Wingback; docs/results.md explains each figure.',
  arguments: {
    file: '.csv or .csv.gz, in UTF-8, with the names of the columns in its first line',
  },
  options: {
    arm: 'the column that says which arm a member was in',
    control: 'the value of that column for the control',
    outcome: 'the outcome: numbers, or yes and no; several separated by commas',
    before: "a figure known before the experiment, such as last year's spend: it narrows the interval",
    cost: 'the cost of each member of an arm',
    value: 'the value of one unit of the outcome, for the net result; COLUMN=AMOUNT if there are several',
    share: 'the intended size of an arm, such as 90; once per arm (default: all equal)',
    planned: 'the number of members for which the interval is narrowest: choose it before you look',
    missing: 'how to treat a missing value (default: the file is rejected)',
    summary: '.json: sums instead of members: {"cases": [{id, test, a, b, diff}]}',
  },
}
