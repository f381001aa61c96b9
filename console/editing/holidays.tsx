import Box from '@cloudscape-design/components/box'
import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo, useState } from 'react'
import type { Language } from '../../shared/domain/texts/language.ts'
import { AskModal } from '../parts/ask.tsx'
import { useLanguage } from '../shell/words.tsx'
import { countriesIn, type Holiday, holidaysOf } from './public-holidays.ts'
import { useEditingWords } from './words.ts'

interface HolidaysProps {
  onChoose(holidays: readonly Holiday[]): void
  onClose(): void
}

/** Public holidays of a country and a year, to be chosen as days without sending. */
export function Holidays({ onChoose, onClose }: HolidaysProps) {
  const { gallery } = useEditingWords()
  const { holidays: words } = gallery
  const language: Language = useLanguage()
  const years = yearsAhead()
  const [country, setCountry] = useState('CN')
  const [year, setYear] = useState(years[0]!)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const countries = useMemo(() => countriesIn(language), [language])
  const holidays = useMemo(() => holidaysOf(country, Number(year), language), [country, year, language])
  const isChosen = ({ from }: Holiday) => chosen.includes(from)
  const areAll = holidays.length > 0 && holidays.every(isChosen)
  return (
    <AskModal
      title={words.choose}
      error={null}
      isPending={false}
      onClose={onClose}
      onDo={() => {
        onChoose(holidays.filter(isChosen))
        onClose()
      }}
    >
      <Box color="text-body-secondary">{words.check}</Box>
      <FormField label={words.country}>
        <Select
          filteringType="auto"
          options={countries}
          selectedOption={countries.find(({ value }) => value === country) ?? null}
          onChange={({ detail }) => {
            setCountry(detail.selectedOption.value!)
            setChosen([])
          }}
        />
      </FormField>
      <FormField label={words.year}>
        <Select
          options={years.map((value) => ({ value, label: value }))}
          selectedOption={{ value: year, label: year }}
          onChange={({ detail }) => {
            setYear(detail.selectedOption.value!)
            setChosen([])
          }}
        />
      </FormField>
      <FormField label={words.days}>
        {holidays.length === 0 ? (
          words.none
        ) : (
          <SpaceBetween size="xs">
            <Checkbox checked={areAll} onChange={() => setChosen(areAll ? [] : holidays.map(({ from }) => from))}>
              {words.all}
            </Checkbox>
            {holidays.map((each) => (
              <Checkbox
                key={each.from}
                checked={isChosen(each)}
                onChange={({ detail }) =>
                  setChosen(detail.checked ? [...chosen, each.from] : chosen.filter((from) => from !== each.from))
                }
              >
                {each.name} · {each.from === each.to ? each.from : `${each.from} – ${each.to}`}
              </Checkbox>
            ))}
          </SpaceBetween>
        )}
      </FormField>
    </AskModal>
  )
}

/** This year and the next two, as the browser's clock has it. */
function yearsAhead(): string[] {
  const now = new Date().getFullYear()
  return [now, now + 1, now + 2].map(String)
}
