import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Path } from '../../../shared/domain/problem.ts'
import type { Bundle } from '../../../shared/domain/rulebook/content.ts'
import { type Answer, callWith } from '../../api/client.ts'
import { Problem } from '../../parts/problem.tsx'
import { useDocument } from '../document.ts'
import { useEditingWords } from '../words.ts'
import { bundleFor, COUNTED } from './bundle-for.ts'

/** Members of one question. */
const PAGE = 1000
type Page = Answer<'POST /v1/rulebooks/count'>

/** How many members satisfy a condition as it is written now: all of them, page by page, when somebody asks. */
export function CountCondition({ path }: { path: Path }) {
  const { at, files } = useDocument()
  const { conditions: words } = useEditingWords()
  const [looked, setLooked] = useState({ looked: 0, members: 0 })
  const count = useMutation({ mutationFn: () => countAll(bundleFor(files, at(path)), setLooked) })
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      <Button loading={count.isPending} onClick={() => count.mutate()}>
        {words.count}
      </Button>
      <span role="status">
        {count.isPending && (
          <StatusIndicator type="in-progress">{words.counting(looked.looked, looked.members)}</StatusIndicator>
        )}
        {count.data && !count.isPending && words.counted(count.data)}
      </span>
      {count.error && <Problem error={count.error} />}
    </SpaceBetween>
  )
}

interface Looked {
  looked: number
  members: number
}

async function countAll(bundle: Bundle, tell: (so: Looked) => void) {
  const body = await packed(bundle)
  const sum = { members: 0, agreed: 0, looked: 0 }
  let cursor: string | null | undefined
  do {
    const page: Page = await callWith('POST /v1/rulebooks/count', { limit: PAGE, ...(cursor && { cursor }) }, body)
    const { members = 0, agreed = 0 } = page.audiences[COUNTED] ?? {}
    sum.members += members
    sum.agreed += agreed
    sum.looked += page.looked
    tell({ looked: sum.looked, members: Math.max(page.members, sum.looked) })
    cursor = page.cursor
  } while (cursor)
  return sum
}

async function packed(bundle: Bundle): Promise<Blob> {
  const stream = new Blob([JSON.stringify(bundle)]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Response(stream).blob()
}
