import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useAnswer } from '../../api/use.ts'
import { count } from '../../parts/amounts.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useLanguage, useWords } from '../../shell/words.tsx'

/** How many of the smaller of two audiences are in the other, and of how many that is known. */
export function Overlap({ audience }: { audience: string }) {
  const { audiences: words } = useWords()
  const lang = useLanguage()
  const [other, setOther] = useState<string>()
  const { data } = useAnswer('GET /v1/audiences', { lang })
  const options = (data?.audiences ?? [])
    .filter((each) => each.audience !== audience)
    .map((each) => ({ value: each.audience, label: each.name }))
  return (
    <Container header={<Header variant="h2">{words.overlap}</Header>}>
      <SpaceBetween size="m">
        <FormField label={words.overlapWith}>
          <Select
            selectedOption={options.find(({ value }) => value === other) ?? null}
            options={options}
            onChange={({ detail }) => setOther(detail.selectedOption.value)}
          />
        </FormField>
        {other !== undefined && <Compared one={audience} two={other} nameOf={nameIn(data?.audiences ?? [])} />}
      </SpaceBetween>
    </Container>
  )
}

function nameIn(audiences: readonly { audience: string; name: string }[]) {
  return (id: string) => audiences.find((each) => each.audience === id)?.name ?? id
}

function Compared({ one, two, nameOf }: { one: string; two: string; nameOf(id: string): string }) {
  const { audiences: words } = useWords()
  const answer = useAnswer('GET /v1/audience-overlaps/{audience}', { audience: one, with: two })
  return (
    <Awaited answer={answer}>
      {({ smaller, other, members, looked, both, isAll }) => {
        const said = [count(both), count(looked), nameOf(smaller), nameOf(other)] as const
        return <p role="status">{isAll ? words.overlapAll(...said) : words.overlapSome(...said, count(members))}</p>
      }}
    </Awaited>
  )
}
