import ExpandableSection from '@cloudscape-design/components/expandable-section'
import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { parse, stringify } from 'yaml'
import { isMapping } from '../../shared/domain/cursor.ts'
import type { Path } from '../../shared/domain/problem.ts'
import { conditionLines, type Say } from '../../shared/domain/rulebook/diff/words.ts'
import { CountCondition } from './conditions/count.tsx'
import { ConditionGroupField } from './conditions/group.tsx'
import { SizeByNow } from './conditions/size.tsx'
import { useDocument } from './document.ts'
import { useRuleWords } from './rule-words.ts'
import { useEditingWords } from './words.ts'

/** A condition in sentences, put together by hand, and as text. How many satisfy it is counted when somebody asks. */
export function ConditionField({ path }: { path: Path }) {
  const { at, set, readOnly } = useDocument()
  const { drafts } = useEditingWords()
  const value = at(path)
  const said = sentences(value, useRuleWords())
  const [draft, setDraft] = useState<string>()
  const text = draft ?? (value === undefined ? '' : stringify(value, { lineWidth: 0 }))
  const isWrong = draft !== undefined && read(draft) === undefined
  return (
    <SpaceBetween size="xs">
      {said.length === 0 ? (
        drafts.everybody
      ) : (
        <ul className="wb-lines">
          {said.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      <ConditionGroupField root={path} way={[]} value={value} path={path} />
      {!speaksOfAJourney(value) && (
        <>
          <SizeByNow path={path} />
          <CountCondition path={path} />
        </>
      )}
      <ExpandableSection headerText={drafts.asText}>
        <FormField stretch errorText={isWrong ? drafts.asTextWrong : undefined}>
          <Textarea
            ariaLabel={drafts.condition}
            disabled={readOnly}
            spellcheck={false}
            rows={Math.min(16, text.split('\n').length + 1)}
            value={text}
            onChange={({ detail }) => {
              setDraft(detail.value)
              const next = read(detail.value)
              if (next !== undefined) set(path, next)
            }}
            onBlur={() => {
              if (!isWrong) setDraft(undefined)
            }}
          />
        </FormField>
      </ExpandableSection>
    </SpaceBetween>
  )
}

/** What the event said, and what happened since, is of one journey: nobody can be counted by it. */
function speaksOfAJourney(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(speaksOfAJourney)
  if (!isMapping(value)) return false
  return 'event' in value || typeof value.happened === 'string' || Object.values(value).some(speaksOfAJourney)
}

/** Undefined while it cannot be read. */
function read(text: string): unknown {
  try {
    return (parse(text) as unknown) ?? undefined
  } catch {
    return undefined
  }
}

/** What is not valid yet may have no words. */
function sentences(value: unknown, say: Say): string[] {
  try {
    return conditionLines(value, say)
  } catch {
    return []
  }
}
