import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { samePerson } from '../../../shared/domain/person.ts'
import { useAct } from '../../api/use.ts'
import { useEditingWords } from '../../editing/words.ts'
import { AskModal } from '../../parts/ask.tsx'
import { DecideModal } from '../../parts/decide.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useMay, usePerson } from '../../shell/person.tsx'
import { CheckResult } from './check-result.tsx'
import { instantIn } from './instant.ts'
import { Outlook } from './outlook.tsx'
import type { ShownDraft } from './state.tsx'

type Asked = 'ask' | 'withdraw' | 'approve' | 'refuse' | 'publish' | 'rollBack' | 'discard'

/** What can be done with a draft by whoever sits there, as it stands. */
export function DraftActions({ draft }: { draft: ShownDraft }) {
  const { drafts: words } = useEditingWords()
  const [asked, setAsked] = useState<Asked>()
  const step = useAct('POST /v1/drafts/{draft}/steps')
  const review = useAct('POST /v1/drafts/{draft}/reviews')
  const publication = useAct('POST /v1/drafts/{draft}/publications')
  const { can, isOwn } = useCan(draft)
  const close = () => setAsked(undefined)
  const done = { onSuccess: close }
  const { id } = draft
  const problem = step.error ?? publication.error
  const button = (name: Asked, isMain = false) => (
    <Button key={name} {...(isMain && { variant: 'primary' as const })} onClick={() => setAsked(name)}>
      {words.actions[name]}
    </Button>
  )
  return (
    <SpaceBetween size="xs">
      <SpaceBetween direction="horizontal" size="xs">
        {can.check && (
          <Button loading={step.isPending} onClick={() => step.mutate({ draft: id, step: 'check' })}>
            {words.actions.check}
          </Button>
        )}
        {can.discard && button('discard')}
        {can.withdraw && button('withdraw')}
        {can.unschedule && (
          <Button onClick={() => publication.mutate({ draft: id, how: 'notLater' })}>{words.actions.unschedule}</Button>
        )}
        {can.rollBack && button('rollBack')}
        {can.decide && button('refuse')}
        {can.check && button('ask', true)}
        {can.decide && button('approve', true)}
        {can.publish && button('publish', true)}
      </SpaceBetween>
      {can.review && isOwn && <Alert type="info">{words.ownDraft}</Alert>}
      {step.data && <CheckResult of={step.data} draft={draft} />}
      {!asked && problem && <Problem error={problem} />}
      {(asked === 'ask' || asked === 'withdraw' || asked === 'discard') && (
        <DecideModal
          title={words.actions[asked]}
          needsReason={false}
          error={step.error}
          isPending={step.isPending}
          onClose={close}
          onDecide={(comment) => step.mutate({ draft: id, step: asked, ...(comment && { comment }) }, done)}
        >
          {words[`${asked}About`]}
        </DecideModal>
      )}
      {(asked === 'approve' || asked === 'refuse') && (
        <DecideModal
          title={words.actions[asked]}
          needsReason={asked === 'refuse'}
          error={review.error}
          isPending={review.isPending}
          onClose={close}
          onDecide={(comment) => review.mutate({ draft: id, decision: asked, ...(comment && { comment }) }, done)}
        />
      )}
      {asked === 'rollBack' && (
        <DecideModal
          title={words.actions.rollBack}
          needsReason={false}
          error={publication.error}
          isPending={publication.isPending}
          onClose={close}
          onDecide={(comment) => publication.mutate({ draft: id, how: 'rollBack', ...(comment && { comment }) }, done)}
        >
          {words.rollBackAbout}
        </DecideModal>
      )}
      {asked === 'publish' && <Publish draft={draft} onClose={close} />}
    </SpaceBetween>
  )
}

function useCan(draft: ShownDraft) {
  const { name } = usePerson()
  const [mayEdit, mayApprove, mayPublish] = [useMay('edit'), useMay('approve'), useMay('publish')]
  const { state, isLive, editors, review } = draft
  const isOwn = [...editors, ...(review ? [review.by] : [])].some((each) => samePerson(each, name))
  const isOpen = state === 'open' || state === 'checked'
  const inReview = state === 'inReview' && mayApprove
  return {
    isOwn,
    can: {
      check: mayEdit && isOpen && Object.keys(draft.files).length > 0,
      discard: mayEdit && isOpen,
      withdraw: mayEdit && ['inReview', 'approved', 'scheduled'].includes(state),
      review: inReview,
      decide: inReview && !isOwn,
      publish: mayPublish && (state === 'approved' || state === 'scheduled'),
      unschedule: mayPublish && state === 'scheduled',
      rollBack: mayPublish && state === 'live' && isLive,
    },
  }
}

/** Now or later; what comes of it is said before. */
function Publish({ draft, onClose }: { draft: ShownDraft; onClose(): void }) {
  const { drafts: words } = useEditingWords()
  const { zone } = usePerson()
  const publish = useAct('POST /v1/drafts/{draft}/publications')
  const [how, setHow] = useState<'now' | 'later'>('now')
  const [at, setAt] = useState('')
  const [tried, setTried] = useState(false)
  const instant = instantIn(at, zone)
  const isWrong = how === 'later' && (instant === undefined || instant <= Date.now())
  const act = () => {
    setTried(true)
    if (how === 'now') publish.mutate({ draft: draft.id, how }, { onSuccess: onClose })
    else if (instant !== undefined) publish.mutate({ draft: draft.id, how, at: instant }, { onSuccess: onClose })
  }
  return (
    <AskModal
      title={how === 'now' ? words.actions.publish : words.actions.schedule}
      error={publish.error}
      isPending={publish.isPending}
      onDo={act}
      onClose={onClose}
    >
      <Outlook draft={draft} />
      <SegmentedControl
        label={words.from}
        selectedId={how}
        options={(['now', 'later'] as const).map((id) => ({ id, text: words[id] }))}
        onChange={({ detail }) => setHow(detail.selectedId as 'now' | 'later')}
      />
      {how === 'later' && (
        <FormField
          label={words.laterAt}
          description={words.laterAtAbout(zone)}
          errorText={tried && isWrong ? words.laterWrong : undefined}
        >
          <Input value={at} placeholder="2026-10-01 09:00" onChange={({ detail }) => setAt(detail.value)} />
        </FormField>
      )}
    </AskModal>
  )
}
