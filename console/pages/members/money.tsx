import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import Table from '@cloudscape-design/components/table'
import { useState } from 'react'
import { textsIn } from '../../../shared/domain/texts/index.ts'
import type { Answer } from '../../api/client.ts'
import { useAct, useAnswer } from '../../api/use.ts'
import { DecideModal } from '../../parts/decide.tsx'
import { useTime } from '../../parts/times.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useMay } from '../../shell/person.tsx'
import { useLanguage, useWords } from '../../shell/words.tsx'
import { GrantModal } from './grant.tsx'

type Grant = Answer<'GET /v1/ledger/entries/{memberId}'>['grants'][number]

/** What a member was granted, as the ledger has it; who may pay grants by hand here, and takes back. */
export function MoneyTab({ memberId }: { memberId: string }) {
  const { members: words, money } = useWords()
  const { amounts } = textsIn(useLanguage())
  const time = useTime()
  const mayPay = useMay('pay')
  const [granting, setGranting] = useState(false)
  const [reversing, setReversing] = useState<Grant>()
  const answer = useAnswer('GET /v1/ledger/entries/{memberId}', { memberId })
  return (
    <Awaited answer={answer}>
      {({ grants }) => (
        <>
          <Table
            variant="embedded"
            header={
              <Header
                counter={`(${grants.length})`}
                actions={mayPay && <Button onClick={() => setGranting(true)}>{money.grant.title}</Button>}
              >
                {words.grants}
              </Header>
            }
            items={grants}
            trackBy="grantId"
            empty={<Box color="text-body-secondary">{words.noGrants}</Box>}
            wrapLines
            columnDefinitions={[
              {
                id: 'what',
                header: words.grant.what,
                cell: ({ amount, kind, currency }) => amounts.grant(amount, currency ?? kind),
                isRowHeader: true,
              },
              { id: 'basis', header: words.grant.basis, cell: ({ basis }) => words.basis[basis] },
              { id: 'state', header: words.grant.state, cell: ({ state }) => money.states[state] },
              { id: 'why', header: words.grant.why, cell: ({ reason }) => reason },
              { id: 'by', header: words.grant.by, cell: ({ requestedBy }) => requestedBy },
              { id: 'at', header: words.grant.at, cell: ({ at }) => time(at) },
              ...(mayPay
                ? [
                    {
                      id: 'reverse',
                      header: money.reverse,
                      cell: (grant: Grant) =>
                        grant.state === 'granted' && (
                          <Button onClick={() => setReversing(grant)}>{money.reverse}</Button>
                        ),
                    },
                  ]
                : []),
            ]}
          />
          {granting && <GrantModal memberId={memberId} onClose={() => setGranting(false)} />}
          {reversing && <Reverse memberId={memberId} grant={reversing} onClose={() => setReversing(undefined)} />}
        </>
      )}
    </Awaited>
  )
}

function Reverse({ memberId, grant, onClose }: { memberId: string; grant: Grant; onClose(): void }) {
  const { money } = useWords()
  const { amounts } = textsIn(useLanguage())
  const reverse = useAct('POST /v1/ledger/grants/{grantId}/reverse')
  const { grantId, amount, currency, kind, reason } = grant
  return (
    <DecideModal
      title={money.reverse}
      needsReason
      error={reverse.error}
      isPending={reverse.isPending}
      onClose={onClose}
      onDecide={(why) => reverse.mutate({ grantId, memberId, why }, { onSuccess: onClose })}
    >
      <Box>
        {money.reverseTitle}: {amounts.grant(amount, currency ?? kind)} · {reason}
      </Box>
    </DecideModal>
  )
}
