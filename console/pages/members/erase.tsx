import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import { useAct, useAnswer } from '../../api/use.ts'
import { count } from '../../parts/amounts.ts'
import { AskModal } from '../../parts/ask.tsx'
import { Awaited } from '../../parts/waiting.tsx'
import { useWords } from '../../shell/words.tsx'

/** Asks twice: what goes and what stays is read first, then the card number is typed. */
export function EraseModal({ memberId, onClose }: { memberId: string; onClose(): void }) {
  const { memberActions: words } = useWords()
  const [isSure, setIsSure] = useState(false)
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const erase = useAct('POST /v1/members/{memberId}/erasure')
  const isRight = typed.trim().toUpperCase() === memberId
  const next = () => {
    if (!isSure) return setIsSure(true)
    setTried(true)
    if (isRight) erase.mutate({ memberId }, { onSuccess: onClose })
  }
  return (
    <AskModal
      title={isSure ? words.eraseForGood : words.erase}
      error={erase.error}
      isPending={erase.isPending}
      onDo={next}
      onClose={onClose}
    >
      <Alert type="warning">{words.eraseWarning(memberId)}</Alert>
      <WhatStays memberId={memberId} />
      {isSure && (
        <FormField label={words.typeCard(memberId)} errorText={tried && !isRight ? words.notThisCard : undefined}>
          <Input value={typed} onChange={({ detail }) => setTyped(detail.value)} autoFocus />
        </FormField>
      )}
    </AskModal>
  )
}

function WhatStays({ memberId }: { memberId: string }) {
  const { memberActions: words } = useWords()
  const answer = useAnswer('GET /v1/members/{memberId}/erasure', { memberId })
  return (
    <Awaited answer={answer}>
      {({ cards, left, stays }) => (
        <SpaceBetween size="s">
          <div>
            <Box variant="h3">{words.goes}</Box>
            <ul className="wb-lines">
              <li>{words.goesProfile(cards)}</li>
              <li>{words.goesRecords(count(left.records))}</li>
              <li>{words.goesOther(count(left.offers), count(left.tasks), count(left.setAsides))}</li>
            </ul>
          </div>
          <Stays grants={stays.grants} />
        </SpaceBetween>
      )}
    </Awaited>
  )
}

function Stays({ grants }: { grants: number }) {
  const { memberActions: words } = useWords()
  return (
    <div>
      <Box variant="h3">{words.stays}</Box>
      <ul className="wb-lines">
        {[words.staysGrants(count(grants)), ...words.staysElse].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

const LOOK_AGAIN_MS = 2_000

/** Of somebody who was erased: how far it has come, until nothing is left, and what stays. */
export function ErasureProgress({ memberId }: { memberId: string }) {
  const { memberActions: words, members } = useWords()
  const answer = useAnswer('GET /v1/members/{memberId}/erasure', { memberId }, { everyMs: LOOK_AGAIN_MS })
  return (
    <Alert type="info" header={members.erased}>
      <Awaited answer={answer}>
        {({ left, isDone, stays }) => (
          <SpaceBetween size="s">
            <StatusIndicator type={isDone ? 'success' : 'in-progress'}>
              {isDone
                ? words.erasedWhole
                : words.erasing(count(Object.values(left).reduce((sum, each) => sum + each, 0)))}
            </StatusIndicator>
            <Stays grants={stays.grants} />
          </SpaceBetween>
        )}
      </Awaited>
    </Alert>
  )
}
