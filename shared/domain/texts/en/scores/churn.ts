import { explain } from '../explain.ts'

/** What is said of the risk that a member does not fly again. */
export const churn = {
  nothingAfter: 'no event is after the cut-off: nobody can be seen to come back',
  nothingAfterHint: 'choose an earlier --cutoff, or add the events that followed',
  nobody: 'of no member a flight before the cut-off is known',
  tooFew: ({ lost, stayed, least }: { lost: number; stayed: number; least: number }) =>
    `${lost} members did not fly again and ${stayed} did: at least ${least} of each are needed`,
  looked: ({ members, cutoff, days, lost }: { members: string; cutoff: string; days: number; lost: string }) =>
    `${members} members who had flown before ${cutoff}; ${lost} of them did not fly in the ${days} days after.`,
  neverFlew: ({ members }: { members: string }) => `${members} members without a flight before are left out.`,
  objected: ({ members }: { members: string }) => `${members} members objected to scores and are left out.`,
  balances: ({ balances }: { balances: string }) =>
    `${balances} opening balances were drawn up after the cut-off and are left out: they tell what came.`,
  bad: ({ lines }: { lines: string }) => `${lines} lines are no event and are left out.`,
  heads: ['each on members it did not learn from', 'AUC', 'log-loss'],
  score: 'the score',
  baselines: {
    recency: 'time since the last flight alone',
    alive: 'P(alive) alone',
    constant: 'the same for everybody',
  },
  within: ({ auc, logLoss }: { auc: string; logLoss: string }) =>
    `95 % intervals of the score: AUC ${auc}, log-loss ${logLoss}`,
  betterBy: ({
    name,
    range,
    isBetter,
    isWorse,
  }: {
    name: string
    range: string
    isBetter: boolean
    isWorse: boolean
  }) =>
    `Against ${name}: ${isBetter ? 'better' : isWorse ? 'worse' : 'no difference beyond chance'} (log-loss lower by ${range}).`,
  beatsAll: 'The score beats all three.',
  beatsNotAll: 'The score does not beat all three: use the best of them in its place.',
  calibrationHeads: ['predicted', 'observed', 'members'],
  weights: 'Weights, in log odds for each standard deviation:',
  intercept: 'intercept',
  written: ({ out, version }: { out: string; version: string }) => `Written to ${out}, version ${version}.`,
  features: explain.features,
}
