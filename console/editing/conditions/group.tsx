import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ButtonDropdown, { type ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useId } from 'react'
import { isMapping } from '../../../shared/domain/cursor.ts'
import {
  addCondition,
  type ConditionItem,
  groupAt,
  inGroup,
  innerOf,
  isNegated,
  type Joined,
  joinBy,
  moveCondition,
  negate,
  removeCondition,
} from '../../../shared/domain/document/conditions.ts'
import type { Path } from '../../../shared/domain/problem.ts'
import { useLanguage } from '../../shell/words.tsx'
import { useDocument } from '../document.ts'
import { useEditingWords } from '../words.ts'
import { askableEvents, askableFact, eventOf, factsByFamily, fieldsOfEvent, starterOfFact } from './asked.ts'
import { ConditionLine, useConditionName } from './line.tsx'

interface GroupProps {
  /** Of the outermost group. */
  root: Path
  /** The numbers of the items that lead to this one. */
  way: readonly number[]
  value: unknown
  path: Path
}

/** Conditions of which all hold, or any: each with its controls, and groups within. */
export function ConditionGroupField({ root, way, value, path }: GroupProps) {
  const { edit, readOnly } = useDocument()
  const { conditions: words } = useEditingWords()
  const { joined, items } = groupAt(value, path)
  const title = useId()
  return (
    <section className="wb-conditions" aria-labelledby={title}>
      <SpaceBetween size="s">
        <div id={title}>
          {readOnly || items.length < 2 ? (
            <Box variant="strong">{items.length === 0 ? words.everybody : words.joined[joined]}</Box>
          ) : (
            <SegmentedControl
              label={words.joining}
              selectedId={joined}
              options={(['all', 'any'] as const).map((id) => ({ id, text: words.joined[id] }))}
              onChange={({ detail }) =>
                edit(`join ${Date.now()}`, (text) => joinBy(text, root, way, detail.selectedId as Joined))
              }
            />
          )}
        </div>
        {items.map((item, index) => (
          <Item key={item.at.join('.')} item={item} index={index} items={items} root={root} way={way} />
        ))}
        {!readOnly && <Add root={root} way={way} />}
      </SpaceBetween>
    </section>
  )
}

interface ItemProps {
  item: ConditionItem
  index: number
  items: readonly ConditionItem[]
  root: Path
  way: readonly number[]
}

function Item({ item, index, items, root, way }: ItemProps) {
  const { edit, readOnly, problems } = useDocument()
  const { conditions: words, drafts } = useEditingWords()
  const nameOf = useConditionName()
  const negated = isNegated(item.value)
  const inner = innerOf(item)
  const single = negated && isMapping(item.value.not) ? item.value.not : item.value
  const [key = ''] = Object.keys(single)
  const base = negated ? [...item.within, 'not'] : item.within
  const name = inner ? words.group : nameOf(key)
  const found = problems(base.concat(inner ? [] : [key]), !inner)
  const act = (what: string, next: (text: string) => string | undefined) => edit(`${what} ${Date.now()}`, next)
  return (
    <div className={`wb-condition${negated ? ' wb-negated' : ''}`}>
      <div className="wb-condition-head">
        <Box variant="strong">{negated ? words.not(name) : name}</Box>
        {!readOnly && (
          <SpaceBetween direction="horizontal" size="xxs">
            <ButtonDropdown
              variant="inline-icon"
              expandToViewport
              ariaLabel={words.moveOne(name)}
              items={movesOf({ index, items, way, negated }, words)}
              onItemClick={({ detail: { id } }) =>
                act(id, (text) => {
                  if (id === 'negate') return negate(text, root, way, index)
                  if (id === 'group') return inGroup(text, root, way, index)
                  return moveCondition(text, root, way, [index, id as 'up' | 'down' | 'into' | 'out'])
                })
              }
            />
            <Button
              variant="inline-icon"
              iconName="close"
              ariaLabel={drafts.removeOne(name)}
              onClick={() => act('remove', (text) => removeCondition(text, root, way, index))}
            />
          </SpaceBetween>
        )}
      </div>
      {inner ? (
        <ConditionGroupField root={root} way={[...way, index]} value={inner.value} path={inner.path} />
      ) : (
        <ConditionLine name={key} path={[...base, key]} />
      )}
      {found.map(({ path, message, hint }) => (
        <Box key={path + message} color="text-status-error">
          {message} {hint}
        </Box>
      ))}
    </div>
  )
}

/** What can be done with an item, where it stands. */
function movesOf(
  { index, items, way, negated }: Omit<ItemProps, 'item' | 'root'> & { negated: boolean },
  words: ReturnType<typeof useEditingWords>['conditions'],
): ButtonDropdownProps.Items {
  const above = items[index - 1]
  return [
    { id: 'up', text: words.moves.up, disabled: index === 0 },
    { id: 'down', text: words.moves.down, disabled: index === items.length - 1 },
    { id: 'into', text: words.moves.into, disabled: !above || !innerOf(above) },
    { id: 'out', text: words.moves.out, disabled: way.length === 0 },
    { id: 'group', text: words.moves.group },
    { id: 'negate', text: negated ? words.moves.assert : words.moves.negate },
  ]
}

/** A new condition: any fact, an audience, a field of the event, what happened, chance, or a group. */
function Add({ root, way }: { root: Path; way: readonly number[] }) {
  const { edit, value: document, names } = useDocument()
  const { conditions: words } = useEditingWords()
  const language = useLanguage()
  const nameOf = useConditionName()
  const event = eventOf(document)
  const [field] = fieldsOfEvent(event)
  const own: Record<string, Record<string, unknown>> = {
    audience: { audience: names.audience?.[0] ?? 'an-audience' },
    ...(field && { event: { event: { [field]: true } } }),
    happened: { happened: 'booking.created' },
    chance: { chance: '10%' },
  }
  const happenings = askableEvents(language).map(([type, label]) => ({
    value: HAPPENED + type,
    label,
    filteringTags: [type],
  }))
  const options = [
    { label: words.others, options: Object.keys(own).map((value) => ({ value, label: nameOf(value) })) },
    ...factsByFamily().map(([family, facts]) => ({
      label: words.families[family] ?? family,
      options: facts.map((value) => ({
        value,
        label: nameOf(value),
        description: askableFact(value, language)?.description ?? '',
        filteringTags: [value],
      })),
    })),
    { label: nameOf('happened'), options: happenings },
  ]
  return (
    <Select
      ariaLabel={way.length === 0 ? words.add : words.addInGroup}
      placeholder={way.length === 0 ? words.add : words.addInGroup}
      filteringType="auto"
      filteringPlaceholder={words.find}
      expandToViewport
      selectedOption={null}
      options={options}
      onChange={({ detail }) => {
        const asked = detail.selectedOption.value!
        const condition = asked.startsWith(HAPPENED)
          ? oftenOf(asked.slice(HAPPENED.length))
          : (own[asked] ?? starterOfFact(asked))
        if (condition) edit(`add ${Date.now()}`, (text) => addCondition(text, root, way, condition))
      }}
    />
  )
}

const HAPPENED = 'happened '

/** That an event happened lately, to begin with. */
function oftenOf(event: string): Record<string, unknown> {
  return { happened: { event, inLast: '90d', atLeast: 1 } }
}
