export const status = {
  summary: 'what Wingback contains and has done',
  description:
    'Shows members, events, actions by outcome, queues, pending actions and pauses. Counters are updated as events are processed; --recount counts everything stored and corrects them (on one machine).',
  options: {
    recount: 'first count everything stored and correct the counters',
  },
}
