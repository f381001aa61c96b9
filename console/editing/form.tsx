import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { isMapping } from '../../shared/domain/cursor.ts'
import type { Path } from '../../shared/domain/problem.ts'
import type { Schema } from '../../shared/domain/rulebook/json-schema.ts'
import { AddHolidays } from './add-holidays.tsx'
import { ConditionField } from './condition.tsx'
import { useDocument } from './document.ts'
import { Scalar, useLabel } from './scalar.tsx'
import {
  isCondition,
  isSteps,
  othersOf,
  propertiesOf,
  requiredOf,
  resolved,
  starterOf,
  variantName,
  variantOf,
  variantsOf,
} from './schema.ts'
import { useEditingWords } from './words.ts'

/**
 * A form made of the editors' schema, for any file of a rulebook: a field a key, bound to its place in the text. What has a
 * better editor of its own (conditions, steps) has it here: `Field` is where one is plugged in.
 */
interface Place {
  schema: Schema
  path: Path
}

function useErrors(path: Path, within = false): string | undefined {
  const found = useDocument().problems(path, within)
  return found.length > 0
    ? found.map(({ message, hint }) => (hint ? `${message} (${hint})` : message)).join(' ')
    : undefined
}

/** One value, whatever it is. */
function Field({ schema: given, path }: Place) {
  const { at, schema: root } = useDocument()
  const schema = resolved(given, root)
  if (isCondition(given)) return <ConditionField path={path} />
  const variants = variantsOf(schema)
  if (variants.length > 1) return <Variants variants={variants} path={path} />
  if (schema.type === 'object') return <Group schema={schema} path={path} />
  if (schema.type === 'array') return <Items schema={schema} path={path} />
  return <Scalar schema={schema} path={path} value={at(path)} />
}

/** One of several ways to write it. */
function Variants({ variants, path }: { variants: Schema[]; path: Path }) {
  const { at, set, schema: root, readOnly } = useDocument()
  const { drafts, fields } = useEditingWords()
  const chosen = Math.max(0, variantOf(variants, at(path), root))
  const options = variants.map((each, index) => {
    const name = variantName(each, root)
    return { value: String(index), label: fields.variants[name] ?? fields.keys[name] ?? name }
  })
  return (
    <SpaceBetween size="xs">
      <Select
        ariaLabel={`${fields.keys[String(path.at(-1))] ?? ''} ${drafts.form}`}
        disabled={readOnly}
        selectedOption={options[chosen]!}
        options={options}
        onChange={({ detail }) => set(path, starterOf(variants[Number(detail.selectedOption.value)]!, root))}
      />
      <Field schema={variants[chosen]!} path={path} />
    </SpaceBetween>
  )
}

/** A mapping: what it says, and what it could say beside. */
export function Group({ schema, path, leave = [] }: Place & { leave?: readonly string[] }) {
  const { at, set, schema: root, readOnly } = useDocument()
  const { drafts } = useEditingWords()
  const label = useLabel()
  const value = at(path)
  const said = isMapping(value) ? Object.keys(value) : []
  const properties = propertiesOf(schema)
  const others = othersOf(schema)
  const keys = Object.keys(properties).filter((key) => !leave.includes(key) && !isSteps(properties[key]!))
  const shown = [
    ...keys.filter((key) => said.includes(key) || requiredOf(schema).includes(key)),
    ...said.filter((key) => others && !(key in properties)),
  ]
  const absent = keys.filter((key) => !shown.includes(key))
  const own = useErrors(path)
  return (
    <SpaceBetween size="m">
      {shown.map((key) => (
        <Labelled
          key={key}
          schema={properties[key] ?? others!}
          path={[...path, key]}
          canGo={!requiredOf(schema).includes(key)}
        />
      ))}
      {own && path.length > 0 && <FormField errorText={own} />}
      {!readOnly && absent.length > 0 && (
        <ButtonDropdown
          items={absent.map((id) => ({ id, text: label(id) }))}
          onItemClick={({ detail }) => set([...path, detail.id], starterOf(properties[detail.id]!, root))}
          expandToViewport
          ariaLabel={path.length > 0 ? drafts.addTo(label(path.at(-1)!)) : drafts.add}
        >
          {drafts.add}
        </ButtonDropdown>
      )}
      {!readOnly && others && <NewKey onAdd={(key) => set([...path, key], starterOf(others, root))} />}
    </SpaceBetween>
  )
}

/** A value with its name, what is wrong with it, and the way to take it out. */
function Labelled({ schema: given, path, canGo }: Place & { canGo: boolean }) {
  const { at, remove, schema: root, readOnly } = useDocument()
  const { drafts, fields } = useEditingWords()
  const label = useLabel()
  const schema = resolved(given, root)
  const name = label(path.at(-1)!)
  const isLeaf = !isCondition(given) && !isMapping(at(path)) && !Array.isArray(at(path))
  const errors = useErrors(path, isLeaf)
  const button = canGo && !readOnly && (
    <Button variant="inline-icon" iconName="close" ariaLabel={drafts.removeOne(name)} onClick={() => remove(path)} />
  )
  return (
    <div className={isLeaf ? undefined : 'wb-group'}>
      <FormField
        stretch
        label={
          <>
            {name} {button}
          </>
        }
        description={typeof schema.description === 'string' ? fields.about(schema.description) : undefined}
        errorText={isLeaf ? errors : undefined}
        {...(Array.isArray(schema.examples) && isLeaf && { constraintText: drafts.suchAs(schema.examples) })}
      >
        <Field schema={given} path={path} />
      </FormField>
    </div>
  )
}

function NewKey({ onAdd }: { onAdd(key: string): void }) {
  const { drafts } = useEditingWords()
  const [key, setKey] = useState('')
  return (
    <FormField label={drafts.key}>
      <SpaceBetween direction="horizontal" size="xs">
        <Input value={key} onChange={({ detail }) => setKey(detail.value)} />
        <Button
          disabled={key.trim() === ''}
          onClick={() => {
            onAdd(key.trim())
            setKey('')
          }}
        >
          {drafts.addItem}
        </Button>
      </SpaceBetween>
    </FormField>
  )
}

/** A list: its items, in their order. */
function Items({ schema, path }: Place) {
  const { at, insert, remove, move, problems, schema: root, readOnly } = useDocument()
  const { drafts } = useEditingWords()
  const value = at(path)
  const items = Array.isArray(value) ? value : value === undefined ? [] : [value]
  const each = (schema.items ?? { type: 'string' }) as Schema
  return (
    <SpaceBetween size="xs">
      {items.map((_item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item is where it stands
        <div key={index} className="wb-item">
          <div className="wb-item-body">
            <FormField
              stretch
              errorText={problems([...path, index])
                .map(({ message }) => message)
                .join(' ')}
            >
              <Field schema={each} path={[...path, index]} />
            </FormField>
          </div>
          {!readOnly && (
            <SpaceBetween direction="horizontal" size="xxs">
              {index > 0 && (
                <Button
                  variant="inline-icon"
                  iconName="angle-up"
                  ariaLabel={drafts.moveUp(String(index + 1))}
                  onClick={() => move([...path, index], path, index - 1)}
                />
              )}
              <Button
                variant="inline-icon"
                iconName="close"
                ariaLabel={drafts.removeOne(String(index + 1))}
                onClick={() => remove([...path, index])}
              />
            </SpaceBetween>
          )}
        </div>
      ))}
      {!readOnly && (
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={() => insert(path, items.length, starterOf(each, root))}>{drafts.addItem}</Button>
          {path.at(-1) === 'blackouts' && <AddHolidays path={path} />}
        </SpaceBetween>
      )}
    </SpaceBetween>
  )
}
