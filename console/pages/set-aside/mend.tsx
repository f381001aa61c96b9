import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { type Answer, Refused } from '../../api/client.ts'
import { useAct } from '../../api/use.ts'
import { Problem } from '../../parts/problem.tsx'
import { useWords } from '../../shell/words.tsx'

export type Entry = Answer<'GET /v1/set-asides'>['entries'][number]

/** The event as it came, to be put right and sent once more. What would be set aside again is said before it is sent. */
export function Mend({ entry, onMended }: { entry: Entry; onMended(): void }) {
  const { setAside: words } = useWords()
  const before = String(entry.envelope['detail-type'])
  const [type, setType] = useState(before)
  const [text, setText] = useState(() => JSON.stringify(entry.envelope.detail, null, 2))
  const mend = useAct('POST /v1/set-asides/mend')
  const detail = objectIn(text)
  const stillWrong = mend.error instanceof Refused && mend.error.code === 'still-wrong' ? mend.error : undefined
  const send = () =>
    detail && mend.mutate({ key: entry.key, detail, ...(type !== before && { type }) }, { onSuccess: onMended })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <SpaceBetween size="m">
        <FormField label={words.type}>
          <Input value={type} onChange={({ detail: { value } }) => setType(value)} />
        </FormField>
        <FormField
          label={words.detail}
          description={words.detailHow}
          errorText={
            detail === undefined
              ? words.notJson
              : stillWrong &&
                `${words.stillWrong} ${stillWrong.message}${stillWrong.hint ? ` (${stillWrong.hint})` : ''}`
          }
        >
          <Textarea value={text} rows={12} spellcheck={false} onChange={({ detail: { value } }) => setText(value)} />
        </FormField>
        {mend.error && !stillWrong && <Problem error={mend.error} />}
        <Button variant="primary" formAction="submit" loading={mend.isPending} disabled={detail === undefined}>
          {words.send}
        </Button>
      </SpaceBetween>
    </form>
  )
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
