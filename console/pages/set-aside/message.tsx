import Alert from '@cloudscape-design/components/alert'
import FormField from '@cloudscape-design/components/form-field'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Answer } from '../../api/client.ts'
import { useAnswer } from '../../api/use.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useWords } from '../../shell/words.tsx'

type Shown = Answer<'GET /v1/set-asides/message'>

/** The message of which a part was set aside: where it is, by which mapping it was read, and what it says. */
export function Message({ of: key }: { of: string }) {
  const { setAside: words } = useWords()
  const answer = useAnswer('GET /v1/set-asides/message', { key })
  return (
    <Awaited answer={answer}>
      {(shown) => (
        <SpaceBetween size="m">
          <KeyValuePairs
            columns={2}
            items={[
              { label: words.place, value: shown.place || '–' },
              { label: words.mapping, value: shown.mapping ?? words.noMapping },
            ]}
          />
          <Text shown={shown} />
        </SpaceBetween>
      )}
    </Awaited>
  )
}

function Text({ shown }: { shown: Shown }) {
  const { setAside: words } = useWords()
  if (!('text' in shown)) {
    const isGone = shown.why === 'gone'
    return (
      <Alert type="warning">{isGone ? words.messageGone(shown.keptDays) : words.messageTooLarge(shown.rawKey)}</Alert>
    )
  }
  return (
    <FormField
      label={words.messageText}
      description={words.messageHow}
      constraintText={shown.isCut ? words.messageCut(shown.rawKey) : undefined}
      stretch
    >
      <pre className="wb-mono wb-wrap">{shown.text}</pre>
    </FormField>
  )
}
