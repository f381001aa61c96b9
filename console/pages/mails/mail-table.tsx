import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import Table from '@cloudscape-design/components/table'
import type { ReactNode } from 'react'
import type { MailList } from '../../../shared/domain/sending/mail-words.ts'
import type { ConsoleTexts } from '../../../shared/domain/texts/console.ts'
import type { Answer } from '../../api/client.ts'
import { count } from '../../parts/amounts.ts'
import { useCampaignName } from '../../parts/campaign-name.tsx'
import { LinkTo } from '../../parts/link-to.tsx'
import { useTime } from '../../parts/times.ts'
import { useWords } from '../../shell/words.tsx'

type Page = Omit<Answer<'GET /v1/masked-mails'>, 'mails'>
type Mail = Omit<Answer<'GET /v1/masked-mails'>['mails'][number], 'initials' | 'person'>

export interface Look {
  list: MailList
  campaign?: string | undefined
  from?: string | undefined
}

export interface Shown {
  look: Look
  go(next: { from?: string | undefined; mail?: string | undefined }): void
}

interface MailTableProps<M extends Mail> extends Shown {
  page: Page
  mails: M[]
  /** Whom a mail went to, as far as one may see. */
  to(mail: M): ReactNode
}

/** One page of a list. */
export function MailTable<M extends Mail>({ look, go, page, mails, to }: MailTableProps<M>) {
  const { mails: words } = useWords()
  const time = useTime()
  const nameOf = useCampaignName()
  const none = look.campaign === undefined ? words.none[look.list] : words.noneHere(nameOf(look.campaign))
  return (
    <Table
      header={<Header counter={`(${mails.length}${page.cursor ? '+' : ''})`}>{words.list}</Header>}
      items={mails}
      trackBy="mail"
      wrapLines
      empty={<Box color="text-body-secondary">{none}</Box>}
      columnDefinitions={[
        {
          id: 'at',
          header: words.when,
          width: 170,
          cell: ({ mail, at, campaign }) => (
            <Link
              href={`?mail=${encodeURIComponent(mail)}`}
              ariaLabel={words.open(nameOf(campaign), time(at))}
              onFollow={(event) => {
                event.preventDefault()
                go({ from: look.from, mail })
              }}
            >
              {time(at)}
            </Link>
          ),
        },
        { id: 'to', header: words.to, isRowHeader: true, cell: to },
        {
          id: 'campaign',
          header: words.campaign,
          cell: ({ campaign }) => <LinkTo href={`/campaigns/${campaign}`}>{nameOf(campaign)}</LinkTo>,
        },
        look.list === 'sent'
          ? { id: 'became', header: words.became, cell: (mail) => <Became mail={mail} /> }
          : { id: 'why', header: words.why, cell: ({ why }) => why ?? '–' },
      ]}
      footer={<Turn look={look} go={go} page={page} />}
    />
  )
}

/** The last that was heard of it. */
function Became({ mail }: { mail: Mail }) {
  const { mails: words } = useWords()
  const time = useTime()
  const { type, text } = lastOf(mail, words, time)
  return <StatusIndicator type={type}>{text}</StatusIndicator>
}

function lastOf(
  { bouncedAt, clickedAt, openedAt, deliveredAt }: Mail,
  words: ConsoleTexts['mails'],
  time: (iso: string) => string,
): { type: StatusIndicatorProps.Type; text: string } {
  if (bouncedAt) return { type: 'error', text: words.bouncedOn(time(bouncedAt)) }
  if (clickedAt) return { type: 'success', text: words.clickedOn(time(clickedAt)) }
  if (openedAt) return { type: 'success', text: words.openedOn(time(openedAt)) }
  if (deliveredAt) return { type: 'success', text: words.deliveredOn(time(deliveredAt)) }
  return { type: 'pending', text: words.taken }
}

function Turn({ look, go, page: { cursor, looked, backTo } }: Shown & { page: Page }) {
  const { mails: words, shell } = useWords()
  const time = useTime()
  if (!cursor && !look.from) return null
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      {look.from && <Button onClick={() => go({})}>{words.newest}</Button>}
      {cursor && <Button onClick={() => go({ from: cursor })}>{look.campaign ? words.lookFurther : shell.more}</Button>}
      {look.campaign && backTo && <Box color="text-body-secondary">{words.looked(count(looked), time(backTo))}</Box>}
    </SpaceBetween>
  )
}
