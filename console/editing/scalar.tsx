import Autosuggest from '@cloudscape-design/components/autosuggest'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import Toggle from '@cloudscape-design/components/toggle'
import type { Path } from '../../shared/domain/problem.ts'
import type { Schema } from '../../shared/domain/rulebook/json-schema.ts'
import { eventText } from '../../shared/domain/texts/event-text.ts'
import { useLanguage, useWords } from '../shell/words.tsx'
import { useDocument } from './document.ts'
import { useEditingWords } from './words.ts'

/** What a key is called in forms; items of lists by their number. */
export function useLabel(): (key: string | number) => string {
  const { fields } = useEditingWords()
  return (key) => (typeof key === 'number' ? String(key + 1) : (fields.keys[key] ?? key))
}

interface ScalarProps {
  schema: Schema
  path: Path
  value: unknown
}

/** One plain value: by a switch, from a list, or typed. */
export function Scalar({ schema, path, value }: ScalarProps) {
  const { set, remove, names, readOnly } = useDocument()
  const { fields } = useEditingWords()
  const teams: Readonly<Record<string, string>> = useWords().tasks.teams
  const language = useLanguage()
  const label = useLabel()
  const key = String(path.findLast((part) => typeof part === 'string') ?? '')
  const text =
    value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
  if (schema.type === 'boolean')
    return (
      <Toggle
        checked={value === true}
        disabled={readOnly}
        ariaLabel={label(key)}
        onChange={({ detail }) => set(path, detail.checked)}
      />
    )
  if (Array.isArray(schema.enum)) {
    const options = schema.enum.map((each) => {
      const description = eventText(String(each), language)
      return {
        value: String(each),
        label: (key === 'team' ? teams[String(each)] : undefined) ?? fields.values[String(each)] ?? String(each),
        ...(description !== undefined && { description }),
      }
    })
    return (
      <Select
        ariaLabel={label(key)}
        disabled={readOnly}
        triggerVariant="option"
        filteringType={options.length > 8 ? 'auto' : 'none'}
        selectedOption={options.find((each) => each.value === text) ?? (text ? { value: text, label: text } : null)}
        options={options}
        onChange={({ detail }) =>
          set(
            path,
            (schema.enum as unknown[]).find((each) => String(each) === detail.selectedOption.value),
          )
        }
      />
    )
  }
  if ('const' in schema) return <Input readOnly value={String(schema.const)} ariaLabel={label(key)} />
  const write = (next: string) => {
    if (next === '') remove(path)
    else set(path, isNumber(schema) && /^-?\d+$/.test(next) ? Number(next) : next)
  }
  const known = names[key]
  if (known)
    return (
      <Autosuggest
        ariaLabel={label(key)}
        disabled={readOnly}
        value={text}
        options={known.map((each) => ({ value: each }))}
        enteredTextLabel={(entered) => entered}
        onChange={({ detail }) => write(detail.value)}
      />
    )
  return (
    <Input
      ariaLabel={label(key)}
      disabled={readOnly}
      value={text}
      inputMode={isNumber(schema) ? 'numeric' : 'text'}
      onChange={({ detail }) => write(detail.value)}
    />
  )
}

function isNumber(schema: Schema): boolean {
  return [schema.type].flat().some((type) => type === 'integer' || type === 'number')
}
