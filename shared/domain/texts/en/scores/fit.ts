/** What `wingback fit` says. */
export const fit = {
  fault: {
    notWhole: 'x is not a whole number',
    negative: 'x, t_x and T cannot be below 0',
    beyondAge: 't_x is greater than T: the last purchase would lie ahead',
    withoutRepeat: 't_x must be 0 where x is 0',
    zbar: 'zbar cannot be below 0',
  },
  faultHint: 'x: repeat purchases; t_x: time from the first to the last; T: time from the first until now',
  nobody: 'no member came back: there is nothing to learn from',
  members: ({ members, repeating }: { members: string; repeating: string }) =>
    `${members} members, of whom ${repeating} came back.`,
  models: { bgNbd: 'BG/NBD', paretoNbd: 'Pareto/NBD', gammaGamma: 'Gamma-Gamma' },
  logLikelihood: 'log-likelihood',
  noSpend: 'no zbar above 0: the Gamma-Gamma model is not fitted',
  notConverged: ({ model }: { model: string }) =>
    `${model}: the search did not end. The members are too few or too much alike for it: do not use these figures.`,
  related: ({ correlation }: { correlation: string }) =>
    `How often members come back and what they pay hang together (correlation ${correlation}). The Gamma-Gamma model takes them to be independent: use its values with care.`,
  ahead: ({ ahead }: { ahead: string }) => `Expected within ${ahead} from now:`,
  columns: ['id', 'alive', 'returns', 'spend', 'value'],
  scheduled: {
    none: 'No model was fitted yet. Each month they are, once a rulebook is live.',
    heads: ['month', 'model', 'members', 'lost', 'how good', 'outcome'],
    scores: { churn: 'churn', lifetime: 'lifetime' },
    aucAndLoss: ({ auc, logLoss }: { auc: string; logLoss: string }) => `AUC ${auc}, log-loss ${logLoss}`,
    deviance: ({ deviance }: { deviance: string }) => `deviance ${deviance}`,
    verdicts: {
      'too-few': 'too few members to learn from',
      'not-better-than-plain': 'no better than a plain baseline: not proposed',
      'not-better-than-live': 'no better than the model in use: not proposed',
      better: 'better than the model in use: proposed as a draft',
    },
    withoutBalance: ({ members, cutoff }: { members: string; cutoff: string }) =>
      `Of ${members} members no opening balance of before ${cutoff} is known: they are left out this month.`,
    draft: ({ name }: { name: string }) => `Review and publish the draft "${name}" in the console to use it.`,
  },
  more: ({ more }: { more: string }) => `… and ${more} more: --json prints all`,
}
