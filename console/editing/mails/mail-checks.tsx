import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { MailChecked } from '../../../shared/domain/message/mail-checks.ts'
import { useEditingWords } from '../words.ts'

/** What the mail was looked at for, by name. There is no score: each holds or does not. */
export function MailChecks({ checks }: { checks: readonly MailChecked[] }) {
  const { mails: words } = useEditingWords()
  const holding = checks.filter(({ holds }) => holds).length
  return (
    <Container header={<Header variant="h2">{words.checked(holding, checks.length)}</Header>}>
      <ul className="wb-plain-list">
        {checks.map(({ check, holds, found }) => (
          <li key={check}>
            <StatusIndicator type={holds ? 'success' : 'warning'}>
              {holds ? words.checks[check].holds : words.checks[check].not}
              {found.length > 0 && ` ${found.slice(0, 5).join(', ')}`}
            </StatusIndicator>
          </li>
        ))}
      </ul>
    </Container>
  )
}
