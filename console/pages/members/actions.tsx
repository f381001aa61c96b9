import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Problem } from '../../parts/problem.tsx'
import { saveAsFile } from '../../parts/save.ts'
import { useWords } from '../../shell/words.tsx'
import { EraseModal } from './erase.tsx'
import { MergeModal } from './merge.tsx'

interface ActionsProps {
  memberId: string
  /** Somebody who goes on: neither merged into another card nor erased. */
  isLiving: boolean
}

/** What can be done for a member beside granting: everything that is kept of them as a file, merge a card, erase. */
export function MemberActions({ memberId, isLiving }: ActionsProps) {
  const { memberActions: words } = useWords()
  const [opened, setOpened] = useState<'merge' | 'erase'>()
  const exported = useMutation({
    meta: { work: words.exporting(memberId) },
    mutationFn: () => call('GET /v1/members/{memberId}/export', { memberId }),
    onSuccess: (everything) => saveAsFile(`${memberId}.json`, JSON.stringify(everything, null, 2)),
  })
  const close = () => setOpened(undefined)
  return (
    <>
      <ButtonDropdown
        loading={exported.isPending}
        items={[
          { id: 'export', text: words.export },
          { id: 'merge', text: words.merge, disabled: !isLiving },
          { id: 'erase', text: words.erase, disabled: !isLiving },
        ]}
        onItemClick={({ detail: { id } }) =>
          id === 'export' ? exported.mutate() : setOpened(id === 'merge' ? 'merge' : 'erase')
        }
      >
        {words.actions}
      </ButtonDropdown>
      {exported.error && <Problem error={exported.error} />}
      {opened === 'merge' && <MergeModal memberId={memberId} onClose={close} />}
      {opened === 'erase' && <EraseModal memberId={memberId} onClose={close} />}
    </>
  )
}
