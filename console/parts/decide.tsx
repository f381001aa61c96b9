import FormField from '@cloudscape-design/components/form-field'
import Textarea from '@cloudscape-design/components/textarea'
import { type ReactNode, useState } from 'react'
import { useWords } from '../shell/words.tsx'
import { AskModal } from './ask.tsx'

interface DecideProps {
  title: string
  children?: ReactNode
  needsReason: boolean
  error: Error | null
  isPending: boolean
  onDecide(why: string): void
  onClose(): void
}

/** Asks once more before something is decided, and for the reason where one is needed. */
export function DecideModal({ title, children, needsReason, error, isPending, onDecide, onClose }: DecideProps) {
  const { shell } = useWords()
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const missing = needsReason && why.trim() === ''
  const decide = () => {
    setTried(true)
    if (!missing) onDecide(why.trim())
  }
  return (
    <AskModal title={title} error={error} isPending={isPending} onDo={decide} onClose={onClose}>
      {children}
      <FormField
        label={needsReason ? shell.reason : shell.reasonOptional}
        errorText={tried && missing ? shell.errors['missing-reason'] : undefined}
      >
        <Textarea value={why} rows={2} onChange={({ detail }) => setWhy(detail.value)} />
      </FormField>
    </AskModal>
  )
}
