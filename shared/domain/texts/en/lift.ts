/** Of arms or columns: which are there, and which was probably meant. */
interface Known {
  meant: string | undefined
  names: readonly string[]
}

interface Sizes {
  arm: string
  treated: string
  control: string
}

interface Range {
  difference: string
  low: string
  high: string
}

interface Levels extends Sizes {
  treatedMean: string
  controlMean: string
  isShare: boolean
}

function levels({ arm, treated, treatedMean, control, controlMean, isShare }: Levels): string {
  return isShare
    ? `${arm}: ${treatedMean} of ${treated} members against ${controlMean} of ${control}`
    : `${arm}: ${treatedMean} a member (${treated}) against ${controlMean} (${control})`
}

function meantOr(meant: string | undefined, others: string): string {
  return meant === undefined ? others : `did you mean "${meant}"? ${others}`
}

/** What `wingback lift` says of an experiment's file. */
export const lift = {
  title: ({ file, members, control, held }: { file: string; members: string; control: string; held: string }) =>
    `${file}: ${members} members, compared with "${control}" (${held})`,
  leftOut: ({ rows }: { rows: string }) => `${rows} rows without a value are left out.`,
  takenForZero: ({ values }: { values: string }) => `${values} missing values are taken for 0.`,
  ratioFine: ({ sizes, told }: { sizes: string; told: boolean }) =>
    told
      ? `The arms are as large as they should be: ${sizes}.`
      : `The arms are as large as chance makes arms of equal shares, which is assumed without --share: ${sizes}.`,
  ratioAlarm: ({ sizes, told, p }: { sizes: string; told: boolean; p: string }) =>
    `ALARM: the arms are not ${told ? 'as large as they should be' : 'of one size'}: ${sizes} (p ${p}). What is compared below such an alarm is not to be believed, so nothing is.${
      told ? '' : ' If they were meant to differ, say how: --share ARM=90 --share OTHER=10.'
    }`,
  /** Between the arms. */
  and: ', ',
  ratioCauses: [
    '  Usual causes: members of one arm are missing from the file (those whose mail bounced, who were never loaded);',
    '  somebody is in it twice; the arm was drawn anew on the way; a filter looks at what the campaign changed.',
  ],
  netTitle: ({ of }: { of: string }) => `net (worth of ${of} less cost, a member)`,
  compared: (of: Levels & Range) => `${levels(of)}: ${of.difference} (between ${of.low} and ${of.high}).`,
  notCompared: (of: Levels) => `${levels(of)}.`,
  noFigures: ({ arm, treated, control, areAlike }: Sizes & { areAlike: boolean }) =>
    `${arm}: nothing can be worked out of ${treated} against ${control} members${areAlike ? ': all have the same value' : ''}.`,
  points: (value: string) => `${value} points`,
  verdicts: {
    better: 'More, beyond chance.',
    worse: 'Less, beyond chance.',
    noDifferenceSeen: 'No difference is seen.',
  },
  notAgreed:
    'Its interval leaves 0 out, but that is not enough: of several arms each must be surer, and the test of no effect must agree.',
  /** Sentences, one after the other. */
  together: (sentences: readonly string[]) => sentences.join(' '),
  tooSmall: ({ enough }: { enough: number }) =>
    `Too small to tell: each arm needs ${enough} members with the outcome (and, where it is yes or no, without it).`,
  missing: {
    control: ({ count, more }: { count: string; more: string | undefined }) =>
      `The control has ${count}${more === undefined ? '.' : `: about ${more} members more.`}`,
    treated: ({ count, more }: { count: string; more: string | undefined }) =>
      `This arm has ${count}${more === undefined ? '.' : `: about ${more} members more.`}`,
  },
  best: 'More than every other arm too.',
  total: ({ members, difference, low, high }: Range & { members: string }) =>
    `over its ${members} members: ${difference} (between ${low} and ${high})`,
  cuped: ({ difference, low, high, narrower }: Range & { narrower: string }) =>
    `adjusted by what was known before: ${difference} (between ${low} and ${high}), ${narrower} % narrower`,
  cautious: ({ low, high }: Range) =>
    `by one variance for both arms, on which the verdict rests: between ${low} and ${high}`,
  relative: ({ difference, low, high }: Range) =>
    `relative, which decides nothing: ${difference} (between ${low} and ${high})`,
  foot: 'Intervals are 95 %, of each arm by itself, and hold however often one looks. How they are made, and when not to believe them: docs/results.md.',
  netIsOf: ({ outcome }: { outcome: string }) =>
    `net is worked out from "${outcome}", the first outcome; --value COLUMN=AMOUNT says another`,
  noMembers: 'holds no members',
  noColumn: ({ name }: { name: string }) => `has no column "${name}"`,
  columns: ({ meant, names }: Known) => meantOr(meant, `its columns: ${names.join(', ')}`),
  columnTwice: ({ name }: { name: string }) => `has two columns "${name}"`,
  tooManyArms: ({ column, most }: { column: string; most: number }) =>
    `the column "${column}" has more than ${most} different values: does it say the arm?`,
  noArm: ({ name, column }: { name: string; column: string }) => `no member has "${name}" in the column "${column}"`,
  arms: ({ meant, names }: Known) => meantOr(meant, `it has: ${names.join(', ')}`),
  onlyControl: ({ control }: { control: string }) =>
    `everybody is in "${control}": there is nobody to compare with them`,
  noOutcome: ({ name }: { name: string }) => `--value names "${name}", which is no --outcome`,
  outcomes: ({ names }: { names: readonly string[] }) => `the outcomes: ${names.join(', ')}`,
  noShare: ({ arm }: { arm: string }) => `--share does not say how large "${arm}" should be`,
  badCell: ({ where, column, cell, problem }: { where: string; column: string; cell: string; problem: string }) =>
    `${where}: column "${column}" ${problem === 'empty' ? 'has no value' : `has "${cell}", which is neither a number nor yes or no`}`,
  emptyArmHint: 'write the arm there, or say --missing leave-out: without its arm a member cannot be counted',
  alike: ({ names }: { names: readonly string[] }) =>
    `Is it one arm, spelt differently? Here they are apart: ${names.map((name) => `"${name}"`).join(', ')}.`,
  cellHints: {
    empty:
      'say --missing zero if it means 0, or --missing leave-out, which is only right where it can be missing in any arm alike',
    thousands: 'write numbers without separators of thousands: 1234.50',
    comma: 'write the decimal sign as a point: 12.5',
    currency: 'write amounts without a currency',
    percent: 'write shares as numbers: 0.12',
    word: 'words may be yes or no, true or false, y or n',
  },
  unevenRow: ({ where, fields }: { where: string; fields: number }) =>
    `${where}: has ${fields} fields, the first line has another number of them`,
  unevenHint: 'put a field that holds a separator between quotation marks',
  badQuotes: ({ where }: { where: string }) => `${where}: a quotation mark is in the wrong place, or not closed`,
  quotesHint: 'put the whole field between quotation marks, and write one within it twice',
  summary: {
    caseNumber: ({ number }: { number: number }) => `case ${number}`,
    noVariance: ({ name }: { name: string }) =>
      `${name}: zero or negative variance: sum and sum_squares do not belong together, or all values are alike`,
    notCountable: ({ name }: { name: string }) =>
      `${name}: has too few members for a variance, more of them with the outcome than members, or numbers too long to count`,
    noRelative: 'the mean of a is 0: there is no relative difference',
    form: 'is not {"cases": [{id, test, a, b, diff}]}',
    answered: ({ answered, all }: { answered: number; all: number }) => `${answered} of ${all} cases answered.`,
    line: ({ id, difference, low, high, p }: Range & { id: string; p: string }) =>
      `${id}: ${difference} (between ${low} and ${high}), p ${p}`,
  },
}
