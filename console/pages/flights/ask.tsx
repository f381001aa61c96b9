import Alert from '@cloudscape-design/components/alert'
import DatePicker from '@cloudscape-design/components/date-picker'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { AskForm } from '../../parts/ask-form.tsx'
import { Page } from '../../parts/page.tsx'
import { useMay } from '../../shell/person.tsx'
import { useWords } from '../../shell/words.tsx'

/** For which flight somebody wants a briefing. Announcements lead to it without this page. */
export function AskForBriefing() {
  const { briefing: words } = useWords()
  const seesPeople = useMay('personalData')
  const navigate = useNavigate()
  const [flight, setFlight] = useState('')
  const [date, setDate] = useState('')
  const go = () => {
    const wanted = flight.replaceAll(/\s/g, '').toUpperCase()
    if (wanted !== '' && date !== '')
      void navigate({ to: '/flights/$flight/$date/briefing', params: { flight: wanted, date } })
  }
  return (
    <Page title={words.title} description={words.begin}>
      {!seesPeople && <Alert type="info">{words.noRight}</Alert>}
      {seesPeople && (
        <AskForm first={4} submit={words.show} onAsk={go}>
          <FormField label={words.flight}>
            <Input value={flight} placeholder="CA123" onChange={({ detail }) => setFlight(detail.value)} />
          </FormField>
          <FormField label={words.date}>
            <DatePicker value={date} placeholder="2026-10-20" onChange={({ detail }) => setDate(detail.value)} />
          </FormField>
        </AskForm>
      )}
    </Page>
  )
}
