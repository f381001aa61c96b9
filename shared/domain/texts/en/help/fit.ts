export const fit = {
  summary: 'learn the models of scores from your own data',
  description:
    'Fits models to a file. With --summary: how often customers come back, whether they are still there (BG/NBD, and ' +
    'Pareto/NBD as its check) and what they spend (Gamma-Gamma), from one row a customer. With --clusters: groups of members who are alike, by LRFMC. With --companies: which companies are key accounts. With --upgrades: who takes upgrade offers. With --complaints: how complaints ' +
    'are sorted, from texts that people have sorted; the model is tested on texts apart, beside the lists of words, and ' +
    'written to a file. With --score: a score, from what came of members after a date. With --scheduled: what Wingback has fitted itself, each month. Nothing else needs a running Wingback; ' +
    'docs/scores.md says what each figure is.',
  options: {
    summary: '.csv or .csv.gz with the columns x, t_x, T and, where there are, id and zbar',
    complaints: '.csv or .jsonl, .gz too, with a text and a category each',
    text: 'with --complaints: the column of the text',
    category: 'with --complaints: the column of the category',
    letters: 'with --complaints: how many groups of letters the model keeps; 500 take about 10 kB, 4,000 about 77 kB',
    map: 'with --complaints: which category a name of yours is; once for each: "Late flight=delay"',
    out: 'where the model is written (default: models/ and its name)',
    score: 'a score, from --members, --events and --cutoff; reports how good it is on members apart',
    clusters: '.csv or .csv.gz with the columns L_months, R_days, F_flights, M_km, C_discount',
    companies: '.csv or .csv.gz with the columns companyId, centralPurchase (0 to 1), trips and distanceKm, of a year',
    upgrades: '.csv or .csv.gz with the columns memberId, issuedAt and accepted (1 or 0), a row an offer',
    groups: 'with --clusters: how many groups',
    scheduled: 'show what the fits of each month came to; this needs a running Wingback',
    ahead: 'also say what to expect of each in a time ahead, in the unit of T',
  },
  notPositive: 'It must be a number above 0.',
  needs: 'fit needs --summary, --clusters, --companies, --upgrades, --complaints, --score or --scheduled',
  scoreNeeds: 'fit --score needs --members, --events and --cutoff',
}
