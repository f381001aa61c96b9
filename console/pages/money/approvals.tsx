import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { useState } from 'react'
import { textsIn } from '../../../shared/domain/texts/index.ts'
import type { Answer } from '../../api/client.ts'
import { useAct, useAnswer } from '../../api/use.ts'
import { money } from '../../parts/amounts.ts'
import { CampaignName } from '../../parts/campaign-name.tsx'
import { DecideModal } from '../../parts/decide.tsx'
import { LinkTo } from '../../parts/link-to.tsx'
import { useTime } from '../../parts/times.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useLanguage, useWords } from '../../shell/words.tsx'
import { bookName } from './books.ts'

type Pending = Answer<'GET /v1/ledger/approvals'>['pending'][number]
type Grant = Pending['grant']

const LOOK_AGAIN_MS = 15_000

/** What waits for a second person: who it is for, what for, and the two answers. */
export function Approvals() {
  const { money: words, members } = useWords()
  const { amounts } = textsIn(useLanguage())
  const time = useTime()
  const answer = useAnswer('GET /v1/ledger/approvals', {}, { everyMs: LOOK_AGAIN_MS })
  const [asked, setAsked] = useState<{ pending: Pending; decision: 'approve' | 'refuse' }>()
  return (
    <Awaited answer={answer}>
      {({ pending }) => (
        <>
          <Table
            header={
              <Header variant="h2" counter={`(${pending.length})`} description={words.approvalsAbout}>
                {words.approvals}
              </Header>
            }
            items={pending}
            trackBy={({ grant }) => grant.grantId}
            wrapLines
            empty={<Box color="text-body-secondary">{words.noApprovals}</Box>}
            columnDefinitions={[
              {
                id: 'who',
                header: members.fields.number,
                isRowHeader: true,
                cell: ({ memberId, grant }) =>
                  memberId === null ? (
                    <span className="wb-mono">{grant.person}</span>
                  ) : (
                    <LinkTo href={`/members/${memberId}`}>{memberId}</LinkTo>
                  ),
              },
              {
                id: 'what',
                header: members.grant.what,
                cell: ({ grant }) => amounts.grant(grant.amount, grant.currency ?? grant.kind),
              },
              { id: 'basis', header: members.grant.basis, cell: ({ grant }) => members.basis[grant.basis] },
              { id: 'why', header: members.grant.why, cell: ({ grant }) => grant.reason || '–' },
              { id: 'by', header: words.askedBy, cell: ({ grant }) => grant.requestedBy },
              { id: 'until', header: words.until, cell: ({ grant }) => time(grant.until) },
              {
                id: 'decide',
                header: words.decide,
                minWidth: 280,
                cell: (each) => (
                  <SpaceBetween direction="horizontal" size="xs">
                    <Button onClick={() => setAsked({ pending: each, decision: 'approve' })}>{words.approve}</Button>
                    <Button onClick={() => setAsked({ pending: each, decision: 'refuse' })}>{words.refuse}</Button>
                  </SpaceBetween>
                ),
              },
            ]}
          />
          {asked && <Decide {...asked} onClose={() => setAsked(undefined)} />}
        </>
      )}
    </Awaited>
  )
}

/** The case before the answer: what it is for, what it costs, what the member has been granted before. */
function Decide({
  pending: { memberId, grant, perMemberYearMinor },
  decision,
  onClose,
}: {
  pending: Pending
  decision: 'approve' | 'refuse'
  onClose(): void
}) {
  const { money: words, members } = useWords()
  const { amounts } = textsIn(useLanguage())
  const time = useTime()
  const decide = useAct('POST /v1/ledger/approvals/{grantId}')
  const { grantId, campaign, costCurrency, costMinor, book, key } = grant
  return (
    <DecideModal
      title={decision === 'approve' ? words.approve : words.refuse}
      needsReason={decision === 'refuse'}
      error={decide.error}
      isPending={decide.isPending}
      onClose={onClose}
      onDecide={(why) => decide.mutate({ grantId, decision, ...(why && { why }) }, { onSuccess: onClose })}
    >
      <KeyValuePairs
        columns={2}
        items={[
          { label: members.grant.what, value: amounts.grant(grant.amount, grant.currency ?? grant.kind) },
          { label: words.cost, value: money(costMinor, costCurrency) },
          { label: words.rule, value: <CampaignName campaign={campaign} /> },
          { label: words.book, value: bookName(book, words) },
          { label: words.threshold, value: <Threshold grant={grant} /> },
          {
            label: words.perYear,
            value: perMemberYearMinor === null ? words.noYearly : money(perMemberYearMinor, costCurrency),
          },
          { label: words.cause, value: key || '–' },
          { label: words.askedBy, value: `${grant.requestedBy} · ${time(grant.at)}` },
        ]}
      />
      {memberId !== null && <Before memberId={memberId} asked={grant} />}
    </DecideModal>
  )
}

/** Why it takes a second person: the threshold, and what the member's day comes to. */
function Threshold({ grant: { over, costCurrency, basis } }: { grant: Grant }) {
  const { money: words } = useWords()
  if (!over) return '–'
  if (over.aboveMinor === 0) return basis === 'statutory' ? words.alwaysByLaw : words.always
  return words.over(money(over.aboveMinor, costCurrency), money(over.dayMinor, costCurrency))
}

/** What the member was granted before, and what that comes to in the year the budget counts. */
function Before({ memberId, asked }: { memberId: string; asked: Grant }) {
  const { money: words, members } = useWords()
  const { amounts } = textsIn(useLanguage())
  const time = useTime()
  const answer = useAnswer('GET /v1/ledger/entries/{memberId}', { memberId })
  return (
    <div>
      <Box variant="h4">{words.before}</Box>
      <Awaited answer={answer}>
        {({ grants }) => {
          const others = grants.filter((grant) => grant.grantId !== asked.grantId)
          if (others.length === 0) return <Box color="text-body-secondary">{members.noGrants}</Box>
          return (
            <>
              {asked.capYear !== undefined && (
                <Box>{words.yearSoFar(asked.capYear, money(yearOf(others, asked), asked.costCurrency))}</Box>
              )}
              <ul className="wb-lines">
                {others.map((grant) => (
                  <li key={grant.grantId}>
                    {time(grant.at)} · {amounts.grant(grant.amount, grant.currency ?? grant.kind)} ·{' '}
                    {members.basis[grant.basis]} · {words.states[grant.state]}
                  </li>
                ))}
              </ul>
            </>
          )
        }}
      </Awaited>
    </div>
  )
}

const COUNTS: readonly Grant['state'][] = ['granted', 'pending']

function yearOf(grants: readonly Grant[], { book, capYear }: Grant): number {
  const counted = grants.filter((each) => each.book === book && each.capYear === capYear && COUNTS.includes(each.state))
  return counted.reduce((sum, { costMinor }) => sum + costMinor, 0)
}
