export const test = {
  summary: 'check that a rulebook decides as its examples say',
  description:
    'Runs the examples in campaigns/**/*.examples.yaml: given this member, when this happens, expect these decisions. They run with the same code as in production, in memory and in virtual time. Nothing is sent, and no running Wingback is needed. Exit code 1 if a decision differs.',
  arguments: {
    dir: 'the folder with wingback.yaml',
  },
}
