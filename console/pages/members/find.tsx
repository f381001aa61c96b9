import Alert from '@cloudscape-design/components/alert'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { AskForm } from '../../parts/ask-form.tsx'
import { Page } from '../../parts/page.tsx'
import { useMay } from '../../shell/person.tsx'
import { useWords } from '../../shell/words.tsx'
import { Found } from './found.tsx'

const WAYS = ['number', 'name', 'mail', 'booking'] as const
type Way = (typeof WAYS)[number]

/** Search by what somebody has at hand. What was searched for is in the address. */
export function FindMember() {
  const { members: words } = useWords()
  const seesPeople = useMay('personalData')
  const search = useSearch({ from: '/members' })
  const navigate = useNavigate()
  const ways = seesPeople ? WAYS : WAYS.slice(0, 1)
  const asked = ways.find((way) => way === search.by) ?? 'number'
  const [by, setBy] = useState<Way>(asked)
  const [text, setText] = useState(search.for ?? '')
  const options = ways.map((value) => ({ value, label: words.by[value] }))
  const go = () => {
    const wanted = text.trim()
    if (wanted === '') return
    if (by === 'number') void navigate({ to: '/members/$memberId', params: { memberId: wanted.toUpperCase() } })
    else void navigate({ to: '/members', search: { by, for: wanted } })
  }
  return (
    <Page title={words.title} description={words.begin}>
      <SpaceBetween size="l">
        <AskForm first={3} submit={words.search} onAsk={go}>
          <FormField label={words.kind}>
            <Select
              selectedOption={options.find(({ value }) => value === by) ?? null}
              options={options}
              onChange={({ detail }) => setBy(detail.selectedOption.value as Way)}
            />
          </FormField>
          <FormField label={words.by[by]} constraintText={by === 'name' ? words.nameHow : undefined}>
            <Input
              type="search"
              value={text}
              placeholder={words.placeholder[by]}
              onChange={({ detail }) => setText(detail.value)}
            />
          </FormField>
        </AskForm>
        {!seesPeople && <Alert type="info">{words.onlyNumber}</Alert>}
        {seesPeople && search.for !== undefined && asked !== 'number' && (
          <Found key={search.for} by={asked} text={search.for} />
        )}
      </SpaceBetween>
    </Page>
  )
}
