export const validate = {
  summary: 'the errors of a rulebook, with their place',
  description:
    'Checks and compiles the folder exactly as publishing does. Each problem is shown as file:line:column, code, message and what was probably meant. Needs no running Wingback.',
  arguments: {
    dir: 'the folder with wingback.yaml',
  },
}

export const publish = {
  summary: 'publish a rulebook: make it live',
  description:
    'Validates the folder and publishes it as a whole; its version is a hash of its content. First it shows what would happen at once: who enters, which emails go out, whose journeys move, end, or finish on their version; which campaigns would now write twice for one reason; which values of the rules no member has. Then it asks for confirmation; without a terminal it needs --yes. Members whom a changed audience could affect are evaluated again. A rulebook that loosens approvals, budgets or caps waits for approval: `rulebook pending`.',
  arguments: {
    dir: 'the folder with wingback.yaml',
  },
}

export const rollback = {
  summary: 'go back to the previous rulebook, or to an earlier one',
  description:
    'Running it again undoes it; --to goes to any version that was live, as shown by `history`. What happens to members in a campaign is set by that rulebook (onNewVersion); by default they finish the version they began with. If it loosens approvals, budgets or caps, it waits for approval, as with `publish`.',
  options: {
    to: 'a rulebook that was live, instead of the previous one',
  },
}
