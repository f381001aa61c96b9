import Alert from '@cloudscape-design/components/alert'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import RadioGroup from '@cloudscape-design/components/radio-group'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { fullNameOf } from '../../../shared/domain/message/name.ts'
import { useAct, useAnswer } from '../../api/use.ts'
import { AskModal } from '../../parts/ask.tsx'
import { Awaited } from '../../parts/waiting.tsx'
import { useWords } from '../../shell/words.tsx'

type GoesOn = 'this' | 'other'

/** Two cards of one person become one member: both are seen, and which of them goes on is said. */
export function MergeModal({ memberId, onClose }: { memberId: string; onClose(): void }) {
  const { memberActions: words } = useWords()
  const [typed, setTyped] = useState('')
  const [goesOn, setGoesOn] = useState<GoesOn>('this')
  const [tried, setTried] = useState(false)
  const merge = useAct('POST /v1/members/{memberId}/merge')
  const navigate = useNavigate()
  const other = typed.trim().toUpperCase()
  const shown = useDeferredValue(other)
  const isMissing = other === '' || other === memberId
  const [from, into] = goesOn === 'this' ? [other, memberId] : [memberId, other]
  const does = () => {
    setTried(true)
    if (isMissing) return
    const show = () => {
      onClose()
      void navigate({ to: '/members/$memberId', params: { memberId: into }, search: { tab: 'facts' } })
    }
    merge.mutate({ memberId: from, into }, { onSuccess: show })
  }
  return (
    <AskModal title={words.merge} error={merge.error} isPending={merge.isPending} onDo={does} onClose={onClose}>
      <FormField label={words.otherCard} errorText={tried && isMissing ? words.otherCardMissing : undefined}>
        <Input value={typed} placeholder="CW100003" onChange={({ detail }) => setTyped(detail.value)} />
      </FormField>
      <KeyValuePairs
        columns={2}
        items={[
          { label: memberId, value: <Who memberId={memberId} /> },
          { label: shown || words.otherCard, value: shown.length >= CARD_CHARS ? <Who memberId={shown} /> : '–' },
        ]}
      />
      <FormField label={words.whichGoesOn}>
        <RadioGroup
          value={goesOn}
          items={[
            { value: 'this', label: words.goesOn(memberId) },
            { value: 'other', label: words.goesOn(other || words.otherCard), disabled: isMissing },
          ]}
          onChange={({ detail }) => setGoesOn(detail.value as GoesOn)}
        />
      </FormField>
      <Alert type="warning">{words.mergeWarning(from || words.otherCard, into || words.otherCard)}</Alert>
    </AskModal>
  )
}

/** Nobody is looked for by less. */
const CARD_CHARS = 5

function Who({ memberId }: { memberId: string }) {
  const { memberActions: words, members, fields } = useWords()
  const answer = useAnswer('GET /v1/members/{memberId}', { memberId })
  return (
    <Awaited answer={answer}>
      {({ facts, wingback }) =>
        [
          fullNameOf(facts) || '–',
          facts.tier ? fields.value('tier', facts.tier) : members.noTier,
          facts.birthDate,
          facts.email,
          words.journeys(wingback.journeys.filter(({ endedAt }) => endedAt === null).length),
        ]
          .filter(Boolean)
          .join(' · ')
      }
    </Awaited>
  )
}
