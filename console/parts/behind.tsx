import Box from '@cloudscape-design/components/box'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ConsoleTexts } from '../../shared/domain/texts/console.ts'
import { useMay } from '../shell/person.tsx'
import { useWords } from '../shell/words.tsx'
import { count } from './amounts.ts'
import { LinkTo } from './link-to.tsx'
import { useTime } from './times.ts'
import { Awaited } from './waiting.tsx'

/** A number that leads to the members behind it, for who may see them. `what` says of what it is, where only it is read out. */
export function Figure({ of, what, href }: { of: number; what: string; href: string }) {
  const { flow: words } = useWords()
  const seesPeople = useMay('personalData')
  if (!seesPeople || of === 0) return count(of)
  return (
    <LinkTo href={href} ariaLabel={words.behind.open(count(of), what)}>
      {count(of)}
    </LinkTo>
  )
}

interface Behind {
  count: number
  remembered: number
  members: { memberId: string; name: string; at: string }[]
}

interface BehindProps {
  answer: UseQueryResult<Behind>
  /** Each is looked at again, whether they still are there. */
  isNow?: boolean
  /** The campaign whose decision a line leads to. */
  campaign?: string
  onClose(): void
}

/** The members behind a number, and how many of them these are. */
export function BehindModal({ answer, isNow = false, campaign, onClose }: BehindProps) {
  const { flow, shell } = useWords()
  const { behind: words } = flow
  return (
    <Modal
      visible
      size="large"
      header={words.title(answer.data ? count(answer.data.count) : '…')}
      onDismiss={onClose}
      closeAriaLabel={shell.close}
    >
      <Awaited answer={answer}>
        {(found) => (
          <SpaceBetween size="s">
            <Box color="text-body-secondary">
              <HowMany of={found} isNow={isNow} />
            </Box>
            <Members members={found.members} campaign={campaign} />
          </SpaceBetween>
        )}
      </Awaited>
    </Modal>
  )
}

function HowMany({ of, isNow }: { of: Behind; isNow: boolean }) {
  const { behind: words } = useWords().flow
  const [shown, all] = [count(of.members.length), count(of.count)]
  if (isNow) return of.members.length >= of.count ? words.all(shown, all) : words.now(shown, all)
  return of.remembered >= of.count ? words.all(shown, all) : words.some(shown, all)
}

function Members({ members, campaign }: Pick<Behind, 'members'> & { campaign: string | undefined }) {
  const { behind: words } = useWords().flow
  const time = useTime()
  return (
    <Table
      variant="embedded"
      items={members}
      trackBy="memberId"
      empty={<Box color="text-body-secondary">{words.none}</Box>}
      columnDefinitions={[
        {
          id: 'member',
          header: words.member,
          isRowHeader: true,
          cell: ({ memberId }) => <LinkTo href={`/members/${memberId}`}>{memberId}</LinkTo>,
        },
        { id: 'name', header: words.name, cell: ({ name }) => name },
        { id: 'at', header: words.at, cell: ({ at }) => time(at) },
        ...(campaign === undefined ? [] : [whyOf(campaign, words)]),
      ]}
    />
  )
}

type Words = ConsoleTexts['flow']['behind']

function whyOf(campaign: string, words: Words): TableProps.ColumnDefinition<Behind['members'][number]> {
  return {
    id: 'why',
    header: words.why,
    cell: ({ memberId }) => (
      <LinkTo href={`/members/${memberId}?why=${campaign}`} ariaLabel={words.whyOf(memberId)}>
        {words.why}
      </LinkTo>
    ),
  }
}
