import { useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { useMay } from '../person.tsx'
import { useWords } from '../words.tsx'
import { type Found, useFound } from './found.ts'
import './search.css'

/** Finds everything from everywhere: a list that is chosen from by keys, and leads to a page. */
export default function Search({ onClose }: { onClose(): void }) {
  const { search: words } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => void dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="wb-search" aria-label={words.title} onClose={onClose}>
      <Finder onChosen={() => dialog.current?.close()} />
    </dialog>
  )
}

function Finder({ onChosen }: { onChosen(): void }) {
  const { search: words } = useWords()
  const router = useRouter()
  const sees = useMay('personalData')
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const found = useFound(useDeferredValue(text))
  const place = Math.min(at, found.length - 1)
  const go = ({ href }: Found) => {
    onChosen()
    void router.navigate({ href })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && found.length > 0) setAt((place + step + found.length) % found.length)
    else if (event.key === 'Enter' && found[place]) go(found[place])
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        className="wb-search-text"
        type="text"
        role="combobox"
        aria-label={words.label}
        aria-describedby={`${id}-how`}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={found[place] ? `${id}-${place}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: a dialog that was opened to type into.
        autoFocus
        value={text}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
      />
      <Listed id={id} found={found} place={place} onChoose={go} onPoint={setAt} />
      <p role="status" className="wb-search-quiet">
        {text.trim() === '' ? '' : found.length === 0 ? words.none(text.trim()) : words.found(found.length)}
      </p>
      <p id={`${id}-how`} className="wb-search-quiet">
        {words.how} {sees ? words.bounds : words.onlyRead}
      </p>
    </>
  )
}

interface ListedProps {
  id: string
  found: Found[]
  place: number
  onChoose(found: Found): void
  onPoint(place: number): void
}

/** What was found, each kind under its name. The field above has the keys: the list itself takes no focus. */
function Listed({ id, found, place, onChoose, onPoint }: ListedProps) {
  const { search: words } = useWords()
  const chosen = useRef<HTMLDivElement>(null)
  useEffect(() => void chosen.current?.scrollIntoView({ block: 'nearest' }))
  return (
    <div id={`${id}-list`} role="listbox" tabIndex={-1} aria-label={words.title} className="wb-search-list">
      {found.map((each, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys.
        <div
          key={`${each.group} ${each.href} ${each.label}`}
          id={`${id}-${i}`}
          ref={i === place ? chosen : undefined}
          role="option"
          tabIndex={-1}
          aria-selected={i === place}
          onClick={() => onChoose(each)}
          onMouseMove={() => onPoint(i)}
        >
          <span className="wb-search-group">{words.groups[each.group]}</span>
          <span>{each.label}</span>
          {each.detail && each.detail !== each.label && <span className="wb-search-detail">{each.detail}</span>}
        </div>
      ))}
    </div>
  )
}
