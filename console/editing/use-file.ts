import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { canonicalText } from '../../shared/domain/document/edit.ts'
import { beginHistory, changed, type History, redone, undone } from '../../shared/domain/document/history.ts'
import { call, Refused, Unreachable } from '../api/client.ts'
import { forget, keep, takeKept } from './kept.ts'

/** A text as it is on the server; its name is null where there is none. */
export interface Stored {
  text: string
  name: string | null
  /** The version of the draft in which it was seen: an answer that was asked for before a save tells nothing new. */
  version: number
}

/** What somebody else saved meanwhile. */
export interface Theirs extends Omit<Stored, 'version'> {
  by: string | null
}

export type SaveState = 'saved' | 'saving' | 'unsaved' | 'offline' | 'conflict' | 'locked'

const SAVE_AFTER_MS = 600
const TRY_AGAIN_MS = 3000

type Change =
  | { do: 'change'; text: string; what: string; at: number }
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'begin'; text: string }

function reduce(history: History, change: Change): History {
  if (change.do === 'undo') return undone(history)
  if (change.do === 'redo') return redone(history)
  if (change.do === 'begin') return beginHistory(change.text)
  return changed(history, change.text, change.what, change.at)
}

/**
 * One file of a draft while it is edited: with undo and redo, saved as one goes, kept in the browser until it is. What somebody
 * else saves is taken over where nothing of one's own is unsaved; else both are shown and one is chosen.
 */
export function useFile({
  draft,
  path,
  stored,
  canEdit,
}: {
  draft: string
  path: string
  stored: Stored
  canEdit: boolean
}) {
  const [history, dispatch] = useReducer(reduce, stored.text, beginHistory)
  const [state, setState] = useState<SaveState>('saved')
  const [theirs, setTheirs] = useState<Theirs>()
  const [wasKept, setWasKept] = useState(false)
  const [isReady, setReady] = useState(false)
  const saved = useRef<Stored>(stored)
  const isSaving = useRef(false)
  const latest = useRef(history.now)
  latest.current = history.now
  const isUnsaved = useCallback(() => canonicalText(latest.current) !== canonicalText(saved.current.text), [])

  // What was typed and not saved comes back, over the text that it was written over.
  useEffect(() => {
    void takeKept(draft, path).then((kept) => {
      if (kept && canonicalText(kept.text) !== canonicalText(saved.current.text)) {
        saved.current = { ...saved.current, name: kept.rests }
        dispatch({ do: 'change', text: kept.text, what: 'kept', at: 0 })
        setWasKept(true)
      }
      setReady(true)
    })
  }, [draft, path])

  const save = useCallback(async () => {
    if (isSaving.current) return
    if (!isUnsaved()) return setState('saved')
    isSaving.current = true
    setState('saving')
    const text = latest.current
    try {
      const answer = await call('PUT /v1/drafts/{draft}/files', { draft, path, text, rests: saved.current.name })
      if (answer.saved) {
        saved.current = { text, name: answer.name, version: answer.draft.version }
        setState(isUnsaved() ? 'unsaved' : 'saved')
        if (!isUnsaved()) await forget(draft, path)
      } else {
        const { text: other, name, by } = answer.theirs
        setTheirs({ text: other ?? '', name, by })
        setState('conflict')
      }
    } catch (error) {
      if (error instanceof Unreachable) setState('offline')
      else setState(error instanceof Refused && error.code === 'draft-locked' ? 'locked' : 'offline')
    } finally {
      isSaving.current = false
    }
  }, [draft, path, isUnsaved])

  // Kept at once, saved after a pause.
  useEffect(() => {
    if (!isReady || !canEdit || theirs) return undefined
    if (!isUnsaved()) {
      setState('saved')
      void forget(draft, path)
      return undefined
    }
    setState((before) => (before === 'offline' ? before : 'unsaved'))
    void keep(draft, path, { text: history.now, rests: saved.current.name, at: Date.now() })
    const waiting = setTimeout(() => void save(), SAVE_AFTER_MS)
    return () => clearTimeout(waiting)
  }, [history.now, isReady, canEdit, theirs, draft, path, save, isUnsaved])

  // What was typed while a save was under way, or while nobody answered.
  useEffect(() => {
    if (state !== 'offline' && state !== 'unsaved') return undefined
    const again = setInterval(() => void save(), TRY_AGAIN_MS)
    const atOnce = () => void save()
    addEventListener('online', atOnce)
    return () => {
      clearInterval(again)
      removeEventListener('online', atOnce)
    }
  }, [state, save])

  // Somebody else saved, and nothing of ours is in the way.
  useEffect(() => {
    const isNews = stored.version > saved.current.version && stored.name !== saved.current.name
    if (!isReady || isSaving.current || theirs || !isNews || isUnsaved()) return
    // A file that was only just begun was never empty: nobody undoes into that.
    const wasThere = saved.current.name !== null || latest.current !== ''
    saved.current = stored
    if (wasThere) dispatch({ do: 'change', text: stored.text, what: 'theirs', at: Date.now() })
    else dispatch({ do: 'begin', text: stored.text })
  }, [stored, isReady, theirs, isUnsaved])

  return {
    text: history.now,
    state,
    wasKept,
    theirs,
    change: (text: string, what: string) => dispatch({ do: 'change', text, what, at: Date.now() }),
    undo: () => dispatch({ do: 'undo' }),
    redo: () => dispatch({ do: 'redo' }),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    choose(which: 'mine' | 'theirs') {
      if (!theirs) return
      saved.current = { ...saved.current, text: theirs.text, name: theirs.name }
      setTheirs(undefined)
      if (which === 'theirs') dispatch({ do: 'change', text: theirs.text, what: 'choice', at: Date.now() })
      else void save()
    },
  }
}

export type FileEditing = ReturnType<typeof useFile>
