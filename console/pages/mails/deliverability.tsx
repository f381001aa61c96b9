import Box from '@cloudscape-design/components/box'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Answer } from '../../api/client.ts'
import { useAnswer } from '../../api/use.ts'
import { count } from '../../parts/amounts.ts'
import { Leading } from '../../parts/leading.tsx'
import { LinkTo } from '../../parts/link-to.tsx'
import { useTime } from '../../parts/times.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useWords } from '../../shell/words.tsx'

/** So many months are kept. */
const MONTHS = 13

type Counted = Answer<'GET /v1/deliverability'>
type Tally = Counted['all']

/** How many of a month's mails arrived, came back, and were reported as spam: by campaign and by domain. */
export function Deliverability() {
  const { mails: words } = useWords()
  const time = useTime()
  const { month } = useSearch({ from: '/mails' })
  const answer = useAnswer('GET /v1/deliverability', month === undefined ? {} : { month })
  return (
    <Awaited answer={answer}>
      {(counted) => (
        <SpaceBetween size="l">
          <ChooseMonth counted={counted} />
          <Box color="text-body-secondary">
            {words.counted(counted.month, time(counted.asOf))} {words.limits}
          </Box>
          <Rates
            title={words.byCampaign}
            about={words.campaign}
            rows={[
              ...counted.campaigns.map(({ campaign, name, ...tally }) => ({
                ...tally,
                id: campaign,
                mails: (list: string) => `/mails?campaign=${encodeURIComponent(campaign)}&list=${list}`,
                of: <LinkTo href={`/mails?campaign=${encodeURIComponent(campaign)}`}>{name}</LinkTo>,
              })),
              ...(counted.campaigns.length > 0 ? [{ ...counted.all, id: '', of: words.all }] : []),
            ]}
          />
          <Rates
            title={words.byDomain}
            about={words.domain}
            rows={[
              ...counted.domains.map(({ domain, ...tally }) => ({ ...tally, id: domain, of: domain })),
              ...(counted.others ? [{ ...counted.others, id: '', of: words.others }] : []),
            ]}
          />
        </SpaceBetween>
      )}
    </Awaited>
  )
}

function ChooseMonth({ counted: { month, asOf } }: { counted: Counted }) {
  const { mails: words } = useWords()
  const navigate = useNavigate()
  const options = monthsBefore(asOf).map((value) => ({ value, label: value }))
  return (
    <FormField label={words.month}>
      <Select
        selectedOption={{ value: month, label: month }}
        options={options}
        onChange={({ detail }) =>
          void navigate({ to: '/mails', search: { tab: 'deliverability', month: detail.selectedOption.value } })
        }
      />
    </FormField>
  )
}

/** That of an instant, and those before it: `2026-09`. */
function monthsBefore(iso: string): string[] {
  const [year = 0, month = 0] = iso.split('-').map(Number)
  return Array.from({ length: MONTHS }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back)).toISOString().slice(0, 7),
  )
}

/** `mails`: where those of a list are, if there is such a list. */
type Row = Tally & { id: string; of: ReactNode; mails?: (list: 'sent' | 'bounced' | 'complained') => string }

function Rates({ title, about, rows }: { title: string; about: string; rows: Row[] }) {
  const { mails: words } = useWords()
  const share = (what: 'delivered' | 'bounced' | 'complained') => ({
    id: what,
    header: words[what],
    cell: (row: Row) => (
      <>
        {what === 'delivered' ? (
          count(row[what])
        ) : (
          <Leading of={row[what]} what={words[what]} href={row.mails?.(what)} />
        )}{' '}
        ({percent(row[what], row.sent)})
      </>
    ),
  })
  return (
    <Table
      header={<Header variant="h2">{title}</Header>}
      items={rows}
      trackBy="id"
      empty={<Box color="text-body-secondary">{words.nothing}</Box>}
      columnDefinitions={[
        { id: 'of', header: about, isRowHeader: true, cell: ({ of }) => of, width: 320 },
        {
          id: 'sent',
          header: words.sent,
          cell: (row) => <Leading of={row.sent} what={words.sent} href={row.mails?.('sent')} />,
        },
        share('delivered'),
        share('bounced'),
        share('complained'),
      ]}
    />
  )
}

/** With one digit, and with two where the limits are so small. */
function percent(some: number, all: number): string {
  if (all === 0) return '–'
  const share = (100 * some) / all
  return `${share.toFixed(share > 0 && share < 1 ? 2 : 1)}%`
}
