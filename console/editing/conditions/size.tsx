import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useEffect, useRef, useState } from 'react'
import type { Size } from '../../../shared/app/rehearsal/sample/size.ts'
import type { Path } from '../../../shared/domain/problem.ts'
import { useAnswer } from '../../api/use.ts'
import { useMay } from '../../shell/person.tsx'
import { useDocument } from '../document.ts'
import { estimateText } from '../rehearsal/estimates.ts'
import type { FromRehearser, ToRehearser } from '../rehearsal/rehearse.worker.ts'
import { useEditingWords } from '../words.ts'
import { bundleFor, COUNTED } from './bundle-for.ts'

const PAUSE_MS = 300

/** How many are in it as it is written, told by the sample of history, anew with each change; for those who may see the sample. */
export function SizeByNow({ path }: { path: Path }) {
  return useMay('rehearse') ? <Sized path={path} /> : null
}

function Sized({ path }: { path: Path }) {
  const { conditions: words } = useEditingWords()
  const { size, isStale } = useSize(path)
  if (!size) return null
  return (
    <span role="status">
      <StatusIndicator type={isStale ? 'in-progress' : 'info'}>
        {words.sized(estimateText(size.members), estimateText(size.agreed))}
      </StatusIndicator>
    </span>
  )
}

/** The last size that was told; a condition with problems has none. */
function useSize(path: Path): { size: Size | undefined; isStale: boolean } {
  const { at, files } = useDocument()
  const packed = useAnswer('GET /v1/sample', {}).data?.sample
  const worker = useRef<Worker>(undefined)
  const asked = useRef(0)
  const [answer, setAnswer] = useState<FromRehearser>()
  const [awaited, setAwaited] = useState(0)

  useEffect(() => {
    if (packed === undefined) return undefined
    const made = new Worker(new URL('../rehearsal/rehearse.worker.ts', import.meta.url), { type: 'module' })
    made.addEventListener('message', ({ data }: MessageEvent<FromRehearser>) => {
      if (data.id === asked.current) setAnswer(data)
    })
    made.postMessage({ kind: 'beginSizes', sample: packed } satisfies ToRehearser)
    worker.current = made
    return () => made.terminate()
  }, [packed])

  const key = JSON.stringify(bundleFor(files, at(path)))
  useEffect(() => {
    if (packed === undefined) return undefined
    const id = ++asked.current
    setAwaited(id)
    const waiting = setTimeout(() => {
      const message: ToRehearser = { kind: 'size', id, bundle: JSON.parse(key), audience: COUNTED }
      worker.current?.postMessage(message)
    }, PAUSE_MS)
    return () => clearTimeout(waiting)
  }, [packed, key])

  return { size: answer?.is === 'size' ? answer.size : undefined, isStale: answer?.id !== awaited }
}
