import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo, useState } from 'react'
import { copyItem } from '../../shared/domain/document/edit.ts'
import { type Moved, moveStep, moveStepTo } from '../../shared/domain/document/moves.ts'
import type { Path } from '../../shared/domain/problem.ts'
import { Picture } from '../pages/campaigns/journey.tsx'
import { useDocument } from './document.ts'
import { Group } from './form.tsx'
import { graphOf } from './graph.ts'
import { useRuleWords } from './rule-words.ts'
import { resolved, starterOf, variantOf, variantsOf } from './schema.ts'
import { useEditingWords } from './words.ts'

type Kind = keyof ReturnType<typeof useEditingWords>['drafts']['steps']['kinds']

/** Branches and arms begin with something that is whole, so that the way through stays a way. */
const STARTERS: Partial<Record<Kind, unknown>> = {
  wait: { wait: '2d' },
  // biome-ignore lint/suspicious/noThenProperty: a key of the rules, no promise
  if: { if: { happened: 'booking.created' }, then: [{ wait: '1d' }] },
  split: {
    split: 'letter',
    arms: [
      { arm: 'a', share: '50%', steps: [{ wait: '1d' }] },
      { arm: 'b', steps: [{ wait: '1d' }] },
    ],
  },
  compensation: { compensation: { miles: 1000, reason: 'win-back' } },
}

/** With Alt: up and down among the steps, as they are read. */
const MOVES: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 }

const INNER = ['then', 'else', 'ifRefused'] as const

/** The steps as a picture: chosen, added, moved (dragged, or with Alt and an arrow), copied and removed in it, by mouse and by keyboard; the one that is chosen as a form. */
export function Steps() {
  const { at, readOnly, value } = useDocument()
  const { drafts } = useEditingWords()
  const say = useRuleWords()
  const [chosenAt, setChosenAt] = useState<Path>()
  const graph = useMemo(() => graphOf(value, say), [value, say])
  const chosen = graph.steps.find(({ path }) => path && same(path, chosenAt))
  const steps = useSteps(setChosenAt)
  const isEmpty = !Array.isArray(at(['steps'])) || (at(['steps']) as unknown[]).length === 0
  return (
    <ColumnLayout columns={2} minColumnWidth={380}>
      <SpaceBetween size="s">
        <Box color="text-body-secondary">{drafts.steps.select}</Box>
        <Picture
          graph={graph}
          chosen={chosen?.id}
          onChoose={(step) => setChosenAt(step.path)}
          onKey={({ key, altKey }, { path }) => {
            if (!path || readOnly) return false
            const by = altKey && key in MOVES ? MOVES[key] : undefined
            if (by !== undefined) steps.move(path, by)
            else if (key === 'Delete' || key === 'Backspace') steps.remove(path)
            else return false
            return true
          }}
          {...(!readOnly && {
            onDrop: (step, beside, where) => step.path && beside.path && steps.moveTo(step.path, beside.path, where),
          })}
        />
      </SpaceBetween>
      <Container header={<Header variant="h3">{chosen ? chosen.text : drafts.steps.chosen}</Header>}>
        <SpaceBetween size="m">
          {!readOnly && isEmpty && (
            <AddStep label={drafts.steps.addFirst} onAdd={(kind) => steps.add(['steps'], 0, kind)} />
          )}
          {chosen?.path ? (
            <Chosen key={chosen.path.join('.')} path={chosen.path} steps={steps} />
          ) : (
            !isEmpty && <Box>{drafts.steps.none}</Box>
          )}
        </SpaceBetween>
      </Container>
    </ColumnLayout>
  )
}

type StepEdits = ReturnType<typeof useSteps>

/** What can be done with steps; what was done is chosen afterwards. */
function useSteps(choose: (path: Path | undefined) => void) {
  const { insert, remove, edit, schema } = useDocument()
  function moved(of: (text: string) => Moved | undefined) {
    edit(`move ${Date.now()}`, (text) => {
      const next = of(text)
      if (next) choose(next.path)
      return next?.text
    })
  }
  const all = variantsOf(resolved({ $ref: '#/definitions/step' }, schema))
  return {
    add(list: Path, index: number, kind: Kind) {
      const written = all.find(({ required }) => Array.isArray(required) && required.includes(kind))
      insert(list, index, STARTERS[kind] ?? (written ? starterOf(written, schema) : { [kind]: '' }))
      choose([...list, index])
    },
    move: (path: Path, by: -1 | 1) => moved((text) => moveStep(text, path, by)),
    moveTo: (path: Path, beside: Path, where: 'before' | 'behind') =>
      moved((text) => moveStepTo(text, path, beside, where)),
    copy(path: Path) {
      const [list, index] = split(path)
      edit(`copy ${Date.now()}`, (text) => copyItem(text, list, index))
      choose([...list, index + 1])
    },
    remove(path: Path) {
      remove(path)
      choose(undefined)
    },
  }
}

function Chosen({ path, steps }: { path: Path; steps: StepEdits }) {
  const { at, schema: root, readOnly } = useDocument()
  const { drafts } = useEditingWords()
  const { steps: words } = drafts
  const value = at(path)
  const [list, index] = split(path)
  const top = (at(['steps']) as unknown[]).length - 1
  const isAt = (end: number) => path.length === 2 && index === end
  const variants = variantsOf(resolved({ $ref: '#/definitions/step' }, root))
  const schema = variants[variantOf(variants, value, root)]!
  const inner = INNER.filter((key) => key in ((schema.properties as object | undefined) ?? {}))
  return (
    <SpaceBetween size="m">
      {!readOnly && (
        <SpaceBetween direction="horizontal" size="xs">
          <AddStep label={words.addAfter} onAdd={(kind) => steps.add(list, index + 1, kind)} />
          {inner.map((key) => (
            <AddStep
              key={key}
              label={words.addIn[key]}
              onAdd={(kind) => steps.add([...path, key], lengthOf(at([...path, key])), kind)}
            />
          ))}
          <Button disabled={isAt(0)} onClick={() => steps.move(path, -1)}>
            {words.earlier}
          </Button>
          <Button disabled={isAt(top)} onClick={() => steps.move(path, 1)}>
            {words.later}
          </Button>
          <Button onClick={() => steps.copy(path)}>{words.copy}</Button>
          <Button onClick={() => steps.remove(path)}>{words.remove}</Button>
        </SpaceBetween>
      )}
      <Group schema={schema} path={path} />
    </SpaceBetween>
  )
}

function AddStep({ label, onAdd }: { label: string; onAdd(kind: Kind): void }) {
  const { drafts } = useEditingWords()
  const items = Object.entries(drafts.steps.kinds).map(([id, text]) => ({ id, text }))
  return (
    <ButtonDropdown items={items} expandToViewport onItemClick={({ detail }) => onAdd(detail.id as Kind)}>
      {label}
    </ButtonDropdown>
  )
}

function split(path: Path): [list: Path, index: number] {
  return [path.slice(0, -1), Number(path.at(-1))]
}

function same(one: Path, other: Path | undefined): boolean {
  return other !== undefined && one.join('.') === other.join('.')
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0
}
