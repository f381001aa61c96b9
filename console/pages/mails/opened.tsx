import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import type { Answer } from '../../api/client.ts'
import { useAnswer } from '../../api/use.ts'
import { LinkTo } from '../../parts/link-to.tsx'
import { Awaited } from '../../parts/waiting.tsx'
import { useLanguage, useWords } from '../../shell/words.tsx'
import { MailFrame } from './mail-frame.tsx'

interface OpenedProps {
  mail: string
  onClose(): void
}

/** A mail as the member read it. */
export function OpenedMail({ mail, onClose }: OpenedProps) {
  const answer = useAnswer('GET /v1/mails/{mail}', { mail })
  return (
    <InModal title={answer.data?.made?.subject} onClose={onClose}>
      <Awaited answer={answer}>
        {({ memberId, made }) => <Made made={made} to={<LinkTo href={`/members/${memberId}`}>{memberId}</LinkTo>} />}
      </Awaited>
    </InModal>
  )
}

/** The same as it would read to a made-up member. */
export function MaskedMail({ mail, onClose }: OpenedProps) {
  const answer = useAnswer('GET /v1/masked-mails/{mail}', { mail })
  return (
    <InModal title={answer.data?.made?.subject} onClose={onClose}>
      <Awaited answer={answer}>{({ made }) => <Made made={made} />}</Awaited>
    </InModal>
  )
}

function InModal({ title, onClose, children }: { title: string | undefined; onClose(): void; children: ReactNode }) {
  const { mails: words, shell } = useWords()
  return (
    <Modal visible size="large" header={title ?? words.shown} onDismiss={onClose} closeAriaLabel={shell.close}>
      {children}
    </Modal>
  )
}

function Made({ made, to }: { made: Answer<'GET /v1/masked-mails/{mail}'>['made']; to?: ReactNode }) {
  const { mails: words } = useWords()
  const languages = new Intl.DisplayNames([useLanguage()], { type: 'language' })
  if (!made) return <Alert type="info">{words.notKept}</Alert>
  const whom = to && (
    <>
      {made.to} · {to}
    </>
  )
  return (
    <SpaceBetween size="m">
      <KeyValuePairs
        columns={2}
        items={[
          { label: words.from, value: made.from },
          ...(whom ? [{ label: words.address, value: whom }] : []),
          { label: words.template, value: made.template },
          { label: words.language, value: languages.of(made.locale) ?? made.locale },
        ]}
      />
      <MailFrame html={made.html} title={words.shown} />
      <Box color="text-body-secondary">{words.linksDead}</Box>
    </SpaceBetween>
  )
}
