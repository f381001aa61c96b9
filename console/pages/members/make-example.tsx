import Button from '@cloudscape-design/components/button'
import { lazy, Suspense, useState } from 'react'
import type { MakeExampleProps } from '../../editing/examples/make-example.tsx'
import { useTime } from '../../parts/times.ts'
import { useMay } from '../../shell/person.tsx'
import { useWords } from '../../shell/words.tsx'

/** What changes rules is loaded when somebody does. */
const MakeExample = lazy(() => import('../../editing/examples/make-example.tsx'))

interface ButtonProps extends Pick<MakeExampleProps, 'memberId' | 'campaigns' | 'of'> {
  /** When it was decided. */
  at: string
}

/** For who may write drafts: what a campaign did for this member, as an example of the campaign. */
export function MakeExampleButton({ at, ...what }: ButtonProps) {
  const { timeline } = useWords().members
  const mayEdit = useMay('edit')
  const time = useTime()
  const [isOpen, setOpen] = useState(false)
  if (!mayEdit) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{timeline.makeExample}</Button>
      {isOpen && (
        <Suspense>
          <MakeExample {...what} day={time(at).slice(0, 10)} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
