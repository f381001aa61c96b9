import Autosuggest from '@cloudscape-design/components/autosuggest'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { histories } from '../../../shared/domain/audience/history/index.ts'
import { isMapping } from '../../../shared/domain/cursor.ts'
import type { Path } from '../../../shared/domain/problem.ts'
import { textsIn } from '../../../shared/domain/texts/index.ts'
import { useLanguage } from '../../shell/words.tsx'
import { useDocument } from '../document.ts'
import { useEditingWords } from '../words.ts'
import { askableFact, askableField, askableHistory, eventOf, fieldsOfEvent } from './asked.ts'
import { Matcher } from './matcher.tsx'

/** What a fact or a keyword is called. */
export function useConditionName(): (key: string) => string {
  const { conditions } = useEditingWords()
  const { rule } = textsIn(useLanguage()).diff
  return (key) =>
    conditions.keywords[key] ?? rule.name(key).replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

/** One condition, with the controls that fit what it asks for. `path`: where its value stands. */
export function ConditionLine({ name, path }: { name: string; path: Path }) {
  const language = useLanguage()
  const label = useConditionName()(name)
  const own = OWN[name]
  if (own) return own({ path, label })
  const asked = askableFact(name, language)
  if (!asked) return <Box color="text-status-error">{name}</Box>
  return (
    <SpaceBetween size="xxs">
      <Box color="text-body-secondary" fontSize="body-s">
        {asked.description}
      </Box>
      <Matcher path={path} asked={asked} label={label} />
    </SpaceBetween>
  )
}

interface LineProps {
  path: Path
  label: string
}

const OWN: Readonly<Record<string, (props: LineProps) => React.ReactNode>> = {
  audience: (props) => <InAudience {...props} />,
  chance: (props) => <Chance {...props} />,
  event: (props) => <OfEvent {...props} />,
  happened: (props) => <Happened {...props} />,
}

function InAudience({ path, label }: LineProps) {
  const { at, set, names, readOnly } = useDocument()
  return (
    <Autosuggest
      ariaLabel={label}
      disabled={readOnly}
      value={String(at(path) ?? '')}
      options={(names.audience ?? []).map((value) => ({ value }))}
      enteredTextLabel={(entered) => entered}
      onChange={({ detail }) => set(path, detail.value)}
    />
  )
}

function Chance({ path, label }: LineProps) {
  const { at, set, readOnly } = useDocument()
  return (
    <Input
      ariaLabel={label}
      disabled={readOnly}
      placeholder="10%"
      value={String(at(path) ?? '')}
      onChange={({ detail }) => set(path, detail.value)}
    />
  )
}

/** Fields of the event that begins the campaign. */
function OfEvent({ path, label }: LineProps) {
  const { at, set, remove, value: document, readOnly } = useDocument()
  const { conditions: words, drafts } = useEditingWords()
  const nameOf = useConditionName()
  const event = eventOf(document)
  const value = at(path)
  const said = isMapping(value) ? Object.keys(value) : []
  const more = fieldsOfEvent(event).filter((field) => !said.includes(field))
  return (
    <SpaceBetween size="xs">
      {said.map((field) => (
        <div key={field}>
          <Box variant="strong">{nameOf(field)}</Box>{' '}
          {!readOnly && said.length > 1 && (
            <Button
              variant="inline-icon"
              iconName="close"
              ariaLabel={drafts.removeOne(nameOf(field))}
              onClick={() => remove([...path, field])}
            />
          )}
          <Matcher path={[...path, field]} asked={askableField(event, field)} label={`${label}: ${nameOf(field)}`} />
        </div>
      ))}
      {!readOnly && more.length > 0 && (
        <ButtonDropdown
          expandToViewport
          items={more.map((id) => ({ id, text: nameOf(id) }))}
          onItemClick={({ detail }) => set([...path, detail.id], true)}
        >
          {words.addField}
        </ButtonDropdown>
      )}
    </SpaceBetween>
  )
}

/** Since the journey began, or how often in a time. */
function Happened({ path, label }: LineProps) {
  const { at, set, readOnly } = useDocument()
  const { conditions: words } = useEditingWords()
  const language = useLanguage()
  const value = at(path)
  const event = isMapping(value) ? String(value.event ?? '') : String(value ?? '')
  const asked = askableHistory(event, language)
  return (
    <SpaceBetween size="xs">
      <Autosuggest
        ariaLabel={label}
        disabled={readOnly}
        value={event}
        options={Object.keys(histories).map((each) => ({ value: each }))}
        enteredTextLabel={(entered) => entered}
        onChange={({ detail }) => (isMapping(value) ? set([...path, 'event'], detail.value) : set(path, detail.value))}
      />
      {isMapping(value) && asked && <Matcher path={path} asked={asked} label={label} />}
      {!isMapping(value) && asked && !readOnly && (
        <Button variant="inline-link" onClick={() => set(path, { event, inLast: '90d', atLeast: 1 })}>
          {words.howOften}
        </Button>
      )}
    </SpaceBetween>
  )
}
