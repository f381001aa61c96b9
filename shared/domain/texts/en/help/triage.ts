export const triage = {
  summary: 'what complaints are about, how grave they are, and in which language',
  description:
    'Reads a text a line and answers each with its category, severity (1 to 5), language and how sure the category is (0 ' +
    'to 1): by lists of English and Chinese words, or by a model that learned from texts of your own (`wingback fit ' +
    '--complaints`). Below 0.5 a person should decide. Needs no running Wingback; no text leaves this machine.',
  file: '.txt or .txt.gz in UTF-8, one text a line',
  options: {
    model: '.json: a model that `wingback fit --complaints` has written',
    rated: '.csv: judge severity by this column, what people rated: the lower, the worse',
    text: 'with --rated: the column of the text',
  },
}
