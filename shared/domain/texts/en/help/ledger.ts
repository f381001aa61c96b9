const settling = {
  description: 'The amount is no longer owed. Using the same key again changes nothing.',
  arguments: { member: 'card number', grant: 'as `ledger entries` shows it' },
  options: {
    key: "identifies the airline's report, so that it counts once",
    amount: 'miles, or minor units of its currency (default: all that is owed)',
  },
}

export const ledger = {
  grant: {
    summary: 'grant by hand',
    description:
      "Grants use the same keys as campaigns: one cause pays once, whoever grants it. Goodwill has the same budgets and caps, and needs the approval of a second person above the budget's threshold, for all grants of a member on one day. Statutory grants count against the hourly limit and always need approval. Running the same command again changes nothing.",
    arguments: {
      member: 'card number',
    },
    options: {
      miles: 'miles',
      voucher: 'a voucher, such as "100 CNY"',
      cash: 'money, such as "100 CNY"',
      budget: 'the budget of the live rulebook that pays; not with --statutory',
      statutory: 'what the law owes: without a budget or yearly cap, within the hourly limit; always needs approval',
      complaint: 'the cause: a complaint, or its flight if that is known',
      flight: (form: string) => `what for: a flight leg, such as ${form}`,
      unknownFlight: 'the flight is right, although the member is not known to have been on it',
      unknownComplaint: 'the complaint exists, although Wingback does not know it',
      cause: 'the cause: anything else, by a name you choose',
      reason: 'the reason, for the records',
    },
  },
  reconcile: {
    summary: 'recalculate everything from the entries, and compare',
    description:
      'Checks budgets, yearly caps, grants against causes over all cards of a person, approvals, the notifications of members, and the sums behind results. In AWS it also runs every night, with an alarm (results are compared by another nightly run, with an alarm of its own). Exit code 1 if something is wrong.',
  },
  summary: 'what was granted, from which budget, and what is still owed',
  description:
    'Every entry moves value between accounts; entries are only ever added. Budgets are in their own currency. Miles are counted separately, with their fair value on the day they were granted.',
  balance: {
    summary: 'budgets; reserved, owed, redeemed and expired amounts by campaign',
    description: 'Statutory debts have their own book per currency, without a limit.',
  },
  entries: {
    summary: "a member's grants, entry by entry",
    description: 'Includes cards that were merged into this one.',
    arguments: {
      member: 'card number',
    },
  },
  pending: {
    summary: 'grants that wait for approval',
    description:
      'The first to lapse comes first. Until somebody decides, the amount is reserved in its budget and the member is not informed.',
  },
  approve: {
    summary: 'approve a grant',
    description:
      'You cannot approve your own request. An automatic grant counts as requested by whoever published its campaign.',
    arguments: {
      grant: 'as `ledger pending` shows it',
    },
    options: {
      why: 'the reason, for the records',
    },
  },
  refuse: {
    summary: 'refuse a grant',
    description: 'The budget gets the amount back, and the journey ends without mentioning it.',
    arguments: {
      grant: 'as `ledger pending` shows it',
    },
    options: {
      why: 'the reason, for the records',
    },
  },
  reverse: {
    summary: 'reverse a grant',
    description: 'Adds a new entry. What is still owed goes back to the budget; the same cause is not paid again.',
    arguments: { member: 'card number', grant: 'as `ledger entries` shows it' },
    options: { why: 'the reason, for the records', keepBudget: 'do not return the amount to the budget' },
  },
  redeem: { summary: 'note that a grant, or a part of it, was redeemed', ...settling },
  expire: { summary: 'note that a grant, or a part of it, has expired', ...settling },
}
