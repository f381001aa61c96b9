import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type Operator, operatorsOf, type ValueType } from '../../../shared/domain/audience/matcher.ts'
import { PERIODS } from '../../../shared/domain/audience/period.ts'
import { valueAt, withValue } from '../../../shared/domain/document/plain.ts'
import type { Path } from '../../../shared/domain/problem.ts'
import { textsIn } from '../../../shared/domain/texts/index.ts'
import { useLanguage } from '../../shell/words.tsx'
import { useDocument } from '../document.ts'
import { useEditingWords } from '../words.ts'
import type { Askable, Narrowing } from './asked.ts'
import { type AskedOf, askedIn, operandFor, written } from './comparisons.ts'
import { Duration, Operand } from './operand.tsx'

interface MatcherProps {
  path: Path
  asked: Askable
  /** What it is of, in words. */
  label: string
}

/** What is asked of a value: its comparisons, and what narrows down what counts. */
export function Matcher({ path, asked, label }: MatcherProps) {
  const { at, set, readOnly } = useDocument()
  const { conditions: words } = useEditingWords()
  const { type } = asked
  const now = askedIn(at(path), type)
  const put = (next: Partial<AskedOf>) => set(path, written({ ...now, ...next }, type))
  const said = asked.narrowing.filter((each) => valueAt(now.narrowed, each.path) !== undefined)
  const unsaid = asked.narrowing.filter((each) => !said.includes(each))
  const narrow = (each: Narrowing, value: unknown) =>
    put({ narrowed: withValue(now.narrowed, each.path, value) as Record<string, unknown> })
  return (
    <SpaceBetween size="xs">
      <Comparisons
        now={now}
        type={type}
        label={label}
        disabled={readOnly}
        onChange={(comparisons) => put({ comparisons })}
      />
      {said.map((each) => (
        <FormField
          key={each.name}
          label={<NarrowingName of={each} onRemove={readOnly ? undefined : () => narrow(each, undefined)} />}
          description={each.description}
        >
          {each.kind === 'filter' ? (
            <Matcher
              path={[...path, ...each.path]}
              asked={{ type: each.type!, description: '', narrowing: [] }}
              label={`${label}: ${each.name}`}
            />
          ) : (
            <Time of={each} value={valueAt(now.narrowed, each.path)} onChange={(value) => narrow(each, value)} />
          )}
        </FormField>
      ))}
      {!readOnly && unsaid.length > 0 && (
        <ButtonDropdown
          expandToViewport
          variant="normal"
          ariaLabel={words.narrowOne(label)}
          items={unsaid.map((each) => ({
            id: each.name,
            text: nameIn(words.narrowings, each.name),
            secondaryText: each.description,
          }))}
          onItemClick={({ detail }) => {
            const each = unsaid.find(({ name }) => name === detail.id)!
            narrow(each, usualOf(each))
          }}
        >
          {words.narrow}
        </ButtonDropdown>
      )}
    </SpaceBetween>
  )
}

function NarrowingName({ of: { name }, onRemove }: { of: Narrowing; onRemove: (() => void) | undefined }) {
  const { conditions: words, drafts } = useEditingWords()
  const shown = nameIn(words.narrowings, name)
  return (
    <>
      {shown}{' '}
      {onRemove && (
        <Button variant="inline-icon" iconName="close" ariaLabel={drafts.removeOne(shown)} onClick={onRemove} />
      )}
    </>
  )
}

interface ComparisonsProps {
  now: AskedOf
  type: ValueType
  label: string
  disabled: boolean
  onChange(comparisons: AskedOf['comparisons']): void
}

function Comparisons({ now: { comparisons }, type, label, disabled, onChange }: ComparisonsProps) {
  const { conditions: words, drafts } = useEditingWords()
  // Nothing is compared: it is there.
  const shown: AskedOf['comparisons'] = comparisons.length > 0 ? comparisons : [['present', true]]
  const options = operatorsOf(type).map((value) => ({ value: value as string, label: words.operators[value] }))
  const replace = (index: number, next: [Operator, unknown] | undefined) =>
    onChange(shown.flatMap((each, i) => (i !== index ? [each] : next ? [next] : [])))
  const unused = operatorsOf(type).filter((each) => !shown.some(([used]) => used === each))
  const mayHaveMore = shown.every(([operator]) =>
    ['atLeast', 'atMost', 'above', 'below', 'before', 'after'].includes(operator),
  )
  return (
    <SpaceBetween size="xs">
      {shown.map(([operator, value], index) => (
        <div key={operator} className="wb-comparison">
          <Select
            ariaLabel={`${label} ${words.comparison}`}
            disabled={disabled}
            expandToViewport
            options={options}
            selectedOption={options.find((each) => each.value === operator) ?? null}
            onChange={({ detail }) => {
              const next = detail.selectedOption.value as Operator
              replace(index, [next, operandFor(next, type, value)])
            }}
          />
          <Operand
            type={type}
            operator={operator}
            value={value}
            label={label}
            disabled={disabled}
            onChange={(next) => replace(index, [operator, next])}
          />
          {!disabled && shown.length > 1 && (
            <Button
              variant="inline-icon"
              iconName="close"
              ariaLabel={drafts.removeOne(words.operators[operator])}
              onClick={() => replace(index, undefined)}
            />
          )}
        </div>
      ))}
      {!disabled && mayHaveMore && unused.includes('below') && shown.length < 2 && (
        <Button
          variant="inline-link"
          ariaLabel={`${words.secondBound}: ${label}`}
          onClick={() => onChange([...shown, [...bound(shown[0]!, type)]])}
        >
          {words.secondBound}
        </Button>
      )}
    </SpaceBetween>
  )
}

/** The other end: below, where it is at least; at least, where it is below. */
function bound([operator, value]: [Operator, unknown], type: ValueType): [Operator, unknown] {
  const isLower = operator === 'atLeast' || operator === 'above'
  const other: Operator = isLower ? 'below' : 'atLeast'
  return [other, operandFor(other, type, value)]
}

interface TimeProps {
  of: Narrowing
  value: unknown
  onChange(value: unknown): void
}

/** A window of time, or a currency. */
function Time({ of: { kind, name }, value, onChange }: TimeProps) {
  const { readOnly } = useDocument()
  const { conditions: words } = useEditingWords()
  const say = textsIn(useLanguage()).diff
  const label = nameIn(words.narrowings, name)
  if (kind === 'inLast' || kind === 'within')
    return <Duration label={label} value={value} disabled={readOnly} onChange={onChange} />
  if (kind === 'during' || kind === 'duringAhead') {
    const options = ['this', kind === 'during' ? 'last' : 'next'].flatMap((which) =>
      PERIODS.map((period) => ({ value: `${which} ${period}`, label: say.rule.windows.during(`${which} ${period}`) })),
    )
    return (
      <Select
        ariaLabel={label}
        disabled={readOnly}
        options={options}
        selectedOption={options.find((each) => each.value === value) ?? null}
        onChange={({ detail }) => onChange(detail.selectedOption.value)}
      />
    )
  }
  if (kind === 'currency')
    return (
      <Input
        ariaLabel={label}
        disabled={readOnly}
        value={String(value)}
        onChange={({ detail }) => onChange(detail.value)}
      />
    )
  const ends = (Array.isArray(value) ? value : []).map(String)
  return (
    <div className="wb-amount">
      {[0, 1].map((end) => (
        <Input
          key={end}
          ariaLabel={`${label} ${end === 0 ? words.from : words.to}`}
          placeholder={end === 0 ? '2026-01-01 / 90d' : '2026-06-30 / 30d'}
          disabled={readOnly}
          value={ends[end] ?? ''}
          onChange={({ detail }) => onChange(ends.with(end, detail.value))}
        />
      ))}
    </div>
  )
}

function usualOf({ kind, type }: Narrowing): unknown {
  if (kind === 'filter') return operandFor('is', type!, undefined)
  if (kind === 'inLast' || kind === 'within') return kind === 'inLast' ? '365d' : '30d'
  if (kind === 'currency') return 'CNY'
  if (kind === 'during') return 'last month'
  return kind === 'duringAhead' ? 'next month' : kind === 'between' ? ['90d', '30d'] : ['7d', '30d']
}

/** A fact that is added later may have no word here yet: it is shown as it is written. */
function nameIn(words: Readonly<Record<string, string>>, name: string): string {
  return words[name] ?? name
}
