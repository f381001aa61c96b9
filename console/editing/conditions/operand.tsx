import DatePicker from '@cloudscape-design/components/date-picker'
import Input from '@cloudscape-design/components/input'
import Multiselect from '@cloudscape-design/components/multiselect'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Operator, ValueType } from '../../../shared/domain/audience/matcher.ts'
import { useEditingWords } from '../words.ts'

interface OperandProps {
  type: ValueType
  operator: Operator
  value: unknown
  label: string
  disabled: boolean
  onChange(value: unknown): void
}

/** With what a value is compared: one, several, or the two ends. */
export function Operand(props: OperandProps) {
  const { operator, value, label, onChange } = props
  const { conditions } = useEditingWords()
  if (operator === 'present') return <YesNo {...props} />
  if (operator === 'in' || operator === 'notIn') return <Several {...props} />
  if (operator !== 'between') return <One {...props} />
  const ends = Array.isArray(value) ? value : [value, value]
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <One
        {...props}
        value={ends[0]}
        label={`${label} ${conditions.from}`}
        onChange={(next) => onChange([next, ends[1]])}
      />
      {conditions.and}
      <One
        {...props}
        value={ends[1]}
        label={`${label} ${conditions.to}`}
        onChange={(next) => onChange([ends[0], next])}
      />
    </SpaceBetween>
  )
}

function Several({ type, value, label, disabled, onChange }: OperandProps) {
  const { conditions, fields } = useEditingWords()
  const items = (Array.isArray(value) ? value : [value]).map(String)
  const known = type.kind === 'text' ? type.values : undefined
  if (known) {
    const options = known.map((each) => ({
      value: each,
      label: fields.values[each] ?? conditions.values[each] ?? each,
    }))
    return (
      <Multiselect
        ariaLabel={label}
        disabled={disabled}
        options={options}
        selectedOptions={options.filter((each) => items.includes(each.value))}
        onChange={({ detail }) => onChange(detail.selectedOptions.map((each) => each.value))}
      />
    )
  }
  const read = (text: string) => {
    const parts = text.split(/[,，、]\s*/)
    return type.kind === 'number' ? parts.map(asNumber) : parts
  }
  return (
    <Input
      ariaLabel={label}
      placeholder={conditions.several}
      disabled={disabled}
      value={items.join(', ')}
      onChange={({ detail }) => onChange(read(detail.value))}
    />
  )
}

function One(props: OperandProps) {
  const { type, value, label, disabled, onChange } = props
  const { conditions, fields } = useEditingWords()
  const text = value === undefined || value === null ? '' : String(value)
  if (type.kind === 'boolean') return <YesNo {...props} />
  if (type.kind === 'duration' || type.kind === 'anniversary') return <Duration {...props} />
  if (type.kind === 'money') return <Money {...props} />
  if (type.kind === 'date')
    return (
      <DatePicker
        ariaLabel={label}
        disabled={disabled}
        value={text}
        placeholder="2026-10-01"
        openCalendarAriaLabel={() => `${conditions.calendar}: ${label}`}
        onChange={({ detail }) => onChange(detail.value)}
      />
    )
  if (type.kind === 'text' && type.values) {
    const options = type.values.map((each) => ({
      value: each,
      label: fields.values[each] ?? conditions.values[each] ?? each,
    }))
    return (
      <Select
        ariaLabel={label}
        disabled={disabled}
        options={options}
        selectedOption={options.find((each) => each.value === text) ?? null}
        onChange={({ detail }) => onChange(detail.selectedOption.value)}
      />
    )
  }
  return (
    <Input
      ariaLabel={label}
      disabled={disabled}
      value={text}
      inputMode={type.kind === 'number' ? 'decimal' : 'text'}
      {...(type.kind === 'text' && type.like && { placeholder: type.like })}
      onChange={({ detail }) => onChange(type.kind === 'number' ? asNumber(detail.value) : detail.value)}
    />
  )
}

function YesNo({ value, label, disabled, onChange }: OperandProps) {
  const { conditions } = useEditingWords()
  const options = [
    { value: 'true', label: conditions.yes },
    { value: 'false', label: conditions.no },
  ]
  return (
    <Select
      ariaLabel={label}
      disabled={disabled}
      options={options}
      selectedOption={options[value === false ? 1 : 0]!}
      onChange={({ detail }) => onChange(detail.selectedOption.value === 'true')}
    />
  )
}

const UNITS = ['d', 'w', 'h', 'm'] as const

/** A number and its unit: `180d`. */
export function Duration({ value, label, disabled, onChange }: Omit<OperandProps, 'type' | 'operator'>) {
  const { conditions } = useEditingWords()
  const [, number = '', unit = 'd'] = /^(\d*)\s*([mhdw])?$/.exec(String(value ?? '')) ?? [
    undefined,
    String(value ?? ''),
  ]
  const options = UNITS.map((each) => ({ value: each as string, label: conditions.units[each] }))
  return (
    <div className="wb-amount">
      <Input
        ariaLabel={label}
        disabled={disabled}
        inputMode="numeric"
        value={number}
        onChange={({ detail }) => onChange(`${detail.value.trim()}${unit}`)}
      />
      <Select
        ariaLabel={`${label} ${conditions.unit}`}
        disabled={disabled}
        options={options}
        selectedOption={options.find((each) => each.value === unit) ?? options[0]!}
        onChange={({ detail }) => onChange(`${number}${detail.selectedOption.value}`)}
      />
    </div>
  )
}

/** An amount and its currency: `500 CNY`. */
function Money({ value, label, disabled, onChange }: OperandProps) {
  const { conditions } = useEditingWords()
  const [amount = '', currency = 'CNY'] = String(value ?? '').split(' ')
  return (
    <div className="wb-amount">
      <Input
        ariaLabel={label}
        disabled={disabled}
        inputMode="decimal"
        value={amount}
        onChange={({ detail }) => onChange(`${detail.value.trim()} ${currency}`)}
      />
      <Input
        ariaLabel={`${label} ${conditions.currency}`}
        disabled={disabled}
        value={currency}
        onChange={({ detail }) => onChange(`${amount} ${detail.value.trim().toUpperCase()}`)}
      />
    </div>
  )
}

/** What is no number yet stays as it was typed: the check says what is wrong with it. */
function asNumber(text: string): number | string {
  return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text
}
