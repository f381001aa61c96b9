import type { CompanyClass } from '../../../scores/companies/companies.ts'

/** What `wingback fit --companies` says. */
export const companies = {
  heads: ['company', 'points', 'class'],
  classes: { keyAccount: 'key account', smallAndMedium: 'small and medium' } satisfies Record<CompanyClass, string>,
  noId: 'companyId is empty',
  twice: ({ companyId }: { companyId: string }) => `${companyId} is here twice: one row is one company’s year`,
  outside: ({ column, number, most }: { column: string; number: number; most: number }) =>
    Number.isFinite(most)
      ? `${column} is ${number}: it must be from 0 to ${most}`
      : `${column} is ${number}: it must not be below 0`,
  nobody: 'there is no company in the file',
  tooMany: ({ atMost }: { atMost: number }) => `more than ${atMost} companies: leave out the smallest`,
  written: ({ out, version }: { out: string; version: string }) =>
    `Written to ${out}, version ${version}. It counts once the rulebook is published.`,
}
