import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import { useAct } from '../../api/use.ts'
import { AskModal } from '../../parts/ask.tsx'
import { useMay } from '../../shell/person.tsx'
import { useEditingWords } from '../words.ts'
import type { Sample } from './samples.ts'

/** Sends the mail to a colleague as it is saved, marked as a test. */
export function TestSend({ draft, path, sample }: { draft: string; path: string; sample: Sample }) {
  const { mails: words } = useEditingWords()
  const send = useAct('POST /v1/drafts/{draft}/test-sends')
  const [isOpen, setOpen] = useState(false)
  const [to, setTo] = useState('')
  if (!useMay('edit')) return null
  return (
    <>
      <Button
        onClick={() => {
          send.reset()
          setOpen(true)
        }}
      >
        {words.testSend}
      </Button>
      {isOpen && (
        <AskModal
          title={words.testSend}
          error={send.error}
          isPending={send.isPending}
          onClose={() => setOpen(false)}
          onDo={() => send.mutate({ draft, path, sample, to })}
        >
          <Box color="text-body-secondary">{words.testSendAbout}</Box>
          <FormField label={words.to}>
            <Input type="email" value={to} onChange={({ detail }) => setTo(detail.value)} />
          </FormField>
          {send.data && <Alert type="success">{words.sentTo(send.data.to)}</Alert>}
        </AskModal>
      )}
    </>
  )
}
