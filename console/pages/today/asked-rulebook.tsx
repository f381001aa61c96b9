import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useAct, useAnswer } from '../../api/use.ts'
import { DecideModal } from '../../parts/decide.tsx'
import { useTime } from '../../parts/times.ts'
import { useMay } from '../../shell/person.tsx'
import { useWords } from '../../shell/words.tsx'

/** A rulebook that loosens what keeps money together, and waits for a second person. */
export function AskedRulebook() {
  const { today: words, money } = useWords()
  const time = useTime()
  const answer = useAnswer('GET /v1/rulebooks/approvals', {})
  const decide = useAct('POST /v1/rulebooks/approvals/{version}')
  const mayApprove = useMay('approve')
  const [asking, setAsking] = useState<'approve' | 'refuse'>()
  const asked = answer.data?.pending[0]
  if (!asked) return null
  const { version, askedBy, askedAt, loosens } = asked
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={words.askedBy(askedBy, time(askedAt))}
          actions={
            mayApprove && (
              <SpaceBetween direction="horizontal" size="xs">
                <Button onClick={() => setAsking('refuse')}>{money.refuse}</Button>
                <Button variant="primary" onClick={() => setAsking('approve')}>
                  {money.approve}
                </Button>
              </SpaceBetween>
            )
          }
        >
          {words.rulebook(version.slice(0, 12))}
        </Header>
      }
    >
      <Box variant="h4">{words.loosens}</Box>
      <ul className="wb-lines">
        {loosens.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {asking && (
        <DecideModal
          title={asking === 'approve' ? money.approve : money.refuse}
          needsReason={asking === 'refuse'}
          error={decide.error}
          isPending={decide.isPending}
          onClose={() => setAsking(undefined)}
          onDecide={(why) =>
            decide.mutate({ version, decision: asking, ...(why && { why }) }, { onSuccess: () => setAsking(undefined) })
          }
        />
      )}
    </Container>
  )
}
