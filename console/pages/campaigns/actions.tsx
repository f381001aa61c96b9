import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { Answer } from '../../api/client.ts'
import { useAct } from '../../api/use.ts'
import { AskModal } from '../../parts/ask.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useMay } from '../../shell/person.tsx'
import { useWords } from '../../shell/words.tsx'

type Shown = Answer<'GET /v1/campaigns/{campaign}'>

/** Pause, resume, stop, and a test email: what their rights let people do. */
export function Actions({ campaign }: { campaign: Shown }) {
  const { campaigns: words } = useWords()
  const { campaign: id, state, emailSteps } = campaign
  const mayPause = useMay('pause')
  const mayTest = useMay('personalData')
  const pause = useAct('POST /v1/pauses')
  const resume = useAct('DELETE /v1/pauses/{campaign}')
  const stop = useAct('POST /v1/stops')
  const [asking, setAsking] = useState<'pause' | 'stop' | 'test'>()
  const close = () => setAsking(undefined)
  return (
    <>
      <SpaceBetween direction="horizontal" size="xs">
        {mayTest && emailSteps.length > 0 && <Button onClick={() => setAsking('test')}>{words.test.open}</Button>}
        {mayPause && state !== 'running' && (
          <Button variant="primary" loading={resume.isPending} onClick={() => resume.mutate({ campaign: id })}>
            {words.resume}
          </Button>
        )}
        {mayPause && state === 'running' && <Button onClick={() => setAsking('pause')}>{words.pause}</Button>}
        {mayPause && state !== 'stopped' && <Button onClick={() => setAsking('stop')}>{words.stop}</Button>}
      </SpaceBetween>
      {resume.error && <Problem error={resume.error} />}
      {asking === 'pause' && (
        <AskModal
          title={words.pause}
          error={pause.error}
          isPending={pause.isPending}
          onClose={close}
          onDo={() => pause.mutate({ campaign: id }, { onSuccess: close })}
        >
          {words.pauseAbout}
        </AskModal>
      )}
      {asking === 'stop' && (
        <AskModal
          title={words.stop}
          error={stop.error}
          isPending={stop.isPending}
          onClose={close}
          onDo={() => stop.mutate({ campaign: id }, { onSuccess: close })}
        >
          {words.stopAbout}
        </AskModal>
      )}
      {asking === 'test' && <TestSend campaign={campaign} onClose={close} />}
    </>
  )
}

function TestSend({ campaign: { campaign, emailSteps }, onClose }: { campaign: Shown; onClose(): void }) {
  const { campaigns: words, shell } = useWords()
  const { test } = words
  const [step, setStep] = useState(emailSteps[0]!)
  const [member, setMember] = useState('')
  const [to, setTo] = useState('')
  const send = useAct('POST /v1/test-sends')
  const options = emailSteps.map((value) => ({ value, label: value }))
  return (
    <Modal
      visible
      header={test.open}
      onDismiss={onClose}
      closeAriaLabel={shell.close}
      footer={
        <Box float="right">
          <Button
            variant="primary"
            loading={send.isPending}
            disabled={member.trim() === '' || to.trim() === ''}
            onClick={() => send.mutate({ campaign, step, member: member.trim().toUpperCase(), to: to.trim() })}
          >
            {test.send}
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box color="text-body-secondary">{test.about}</Box>
        <FormField label={test.step}>
          <Select
            selectedOption={options.find(({ value }) => value === step) ?? null}
            options={options}
            onChange={({ detail }) => setStep(detail.selectedOption.value!)}
          />
        </FormField>
        <FormField label={test.member}>
          <Input value={member} placeholder="CW100001" onChange={({ detail }) => setMember(detail.value)} />
        </FormField>
        <FormField label={test.to}>
          <Input
            type="email"
            value={to}
            placeholder="name@example.com"
            onChange={({ detail }) => setTo(detail.value)}
          />
        </FormField>
        {send.error && <Problem error={send.error} />}
        {send.data && (
          <Alert type="success">
            {'subject' in send.data ? test.sent(send.data.to, send.data.subject) : `${test.shown} ${send.data.text}`}
          </Alert>
        )}
      </SpaceBetween>
    </Modal>
  )
}
