import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Table from '@cloudscape-design/components/table'
import { textsIn } from '../../../shared/domain/texts/index.ts'
import type { Answer } from '../../api/client.ts'
import { useAct, useAnswer } from '../../api/use.ts'
import { money } from '../../parts/amounts.ts'
import { CampaignName } from '../../parts/campaign-name.tsx'
import { Page } from '../../parts/page.tsx'
import { Problem } from '../../parts/problem.tsx'
import { Awaited } from '../../parts/waiting.tsx'
import { useMay } from '../../shell/person.tsx'
import { useLanguage, useWords } from '../../shell/words.tsx'
import { Approvals } from './approvals.tsx'
import { bookName } from './books.ts'
import { OutlookCell, type Spending } from './outlook.tsx'

type Book = Answer<'GET /v1/ledger/balance'>['books'][number]

/** Budgets, what the law owes, what waits for a second person, and whether the books are right. */
export function Money() {
  const { money: words } = useWords()
  const answer = useAnswer('GET /v1/ledger/balance', {})
  const spending = useAnswer('GET /v1/ledger/spending', {})
  const mayApprove = useMay('approve')
  return (
    <Page title={words.title} description={words.about} actions={<Reconcile />}>
      <SpaceBetween size="l">
        {mayApprove && <Approvals />}
        <Awaited answer={answer}>
          {({ books }) => (
            <SpaceBetween size="l">
              <Books
                title={words.budgets}
                empty={words.noBudgets}
                books={books.filter(({ limitMinor }) => limitMinor !== null)}
                spending={spending.data?.budgets ?? []}
              />
              <Books
                title={words.debts}
                empty={words.noDebts}
                books={books.filter(({ limitMinor }) => limitMinor === null)}
              />
              <ByCampaign books={books} />
            </SpaceBetween>
          )}
        </Awaited>
      </SpaceBetween>
    </Page>
  )
}

interface BooksProps {
  title: string
  empty: string
  books: Book[]
  /** Of budgets: how fast they are spent. */
  spending?: Spending[]
}

function Books({ title, empty, books, spending }: BooksProps) {
  const { money: words } = useWords()
  const amount = ({ currency }: Book, minor: number) => money(minor, currency)
  return (
    <Table
      header={<Header variant="h2">{title}</Header>}
      items={books}
      trackBy="book"
      wrapLines
      empty={<Box color="text-body-secondary">{empty}</Box>}
      columnDefinitions={[
        { id: 'book', header: words.book, cell: ({ book }) => bookName(book, words), isRowHeader: true },
        { id: 'spent', header: words.spent, cell: (book) => amount(book, book.spentMinor) },
        {
          id: 'left',
          header: words.left,
          cell: (book) =>
            book.limitMinor === null || book.leftMinor === null ? (
              words.noLimit
            ) : (
              <ProgressBar
                value={Math.round((book.spentMinor / Math.max(1, book.limitMinor)) * 100)}
                ariaLabel={words.spentOf(book.book)}
                additionalInfo={words.leftOf(amount(book, book.leftMinor), amount(book, book.limitMinor))}
              />
            ),
        },
        ...(spending
          ? [
              {
                id: 'outlook',
                header: words.atThisRate,
                cell: ({ book }: Book) => <OutlookCell spending={spending.find((each) => each.book === book)} />,
              },
            ]
          : []),
        { id: 'reserved', header: words.reserved, cell: (book) => amount(book, book.reservedMinor) },
        { id: 'owed', header: words.owed, cell: (book) => amount(book, book.owedMinor) },
        { id: 'redeemed', header: words.redeemed, cell: (book) => amount(book, book.redeemedMinor) },
      ]}
    />
  )
}

function ByCampaign({ books }: { books: Book[] }) {
  const { money: words, members } = useWords()
  const { amounts } = textsIn(useLanguage())
  const given = (amount: number, kind: string, currency?: string) =>
    currency === undefined ? amounts.grant(amount, kind) : money(amount, currency)
  const lines = books.flatMap(({ book, currency, campaigns }) =>
    campaigns.map((line) => ({ book, costCurrency: currency, ...line })),
  )
  return (
    <Table
      header={<Header variant="h2">{words.byCampaign}</Header>}
      items={lines}
      empty={<Box color="text-body-secondary">{words.noLines}</Box>}
      columnDefinitions={[
        {
          id: 'campaign',
          header: members.explain.campaign,
          cell: ({ campaign }) => <CampaignName campaign={campaign} />,
          isRowHeader: true,
        },
        { id: 'book', header: words.book, cell: ({ book }) => bookName(book, words) },
        {
          id: 'owed',
          header: words.owed,
          cell: ({ owed, currency, kind }) => given(owed.amount, kind, currency),
        },
        { id: 'worth', header: words.cost, cell: ({ owed, costCurrency }) => money(owed.costMinor, costCurrency) },
        {
          id: 'redeemed',
          header: words.redeemed,
          cell: ({ redeemed, currency, kind }) => given(redeemed.amount, kind, currency),
        },
      ]}
    />
  )
}

/** Adds everything up again, and says whether the books are right. */
function Reconcile() {
  const { money: words } = useWords()
  const reconcile = useAct('POST /v1/ledger/reconcile', {
    work: words.reconcile,
    done: ({ findings }) => words.reconciled(findings.length),
  })
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      {reconcile.data && (
        <StatusIndicator type={reconcile.data.findings.length === 0 ? 'success' : 'error'}>
          {words.reconciled(reconcile.data.findings.length)}
        </StatusIndicator>
      )}
      {reconcile.error && <Problem error={reconcile.error} />}
      <Button loading={reconcile.isPending} onClick={() => reconcile.mutate({})}>
        {words.reconcile}
      </Button>
    </SpaceBetween>
  )
}
