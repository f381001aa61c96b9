import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { type Input as InputOf, Refused } from '../../api/client.ts'
import { useAct, useAnswer } from '../../api/use.ts'
import { Problem } from '../../parts/problem.tsx'
import { useWords } from '../../shell/words.tsx'

const BASES = ['goodwill', 'statutory'] as const
const KINDS = ['miles', 'voucher', 'cash'] as const
const CAUSES = ['complaint', 'flight', 'cause'] as const

interface Draft {
  basis: (typeof BASES)[number]
  kind: (typeof KINDS)[number]
  amount: string
  budget: string
  cause: (typeof CAUSES)[number]
  causeId: string
  reason: string
  /** The complaint or the flight that was named is right, although nothing is known of it. */
  isConfirmed: boolean
}

const EMPTY: Draft = {
  basis: 'goodwill',
  kind: 'miles',
  amount: '',
  budget: '',
  cause: 'complaint',
  causeId: '',
  reason: '',
  isConfirmed: false,
}

/** A grant by a person, under the same budgets and limits as a campaign's. */
export function GrantModal({ memberId, onClose }: { memberId: string; onClose(): void }) {
  const words = useWords()
  const { grant: say } = words.money
  const [draft, setDraft] = useState(EMPTY)
  const grant = useAct('POST /v1/ledger/grants')
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const unknown = unknownIn(grant.error)
  const isComplete = [draft.amount, draft.causeId, draft.reason].every((text) => text.trim() !== '')
  return (
    <Modal
      visible
      header={say.title}
      onDismiss={onClose}
      closeAriaLabel={words.shell.close}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {grant.data ? words.shell.close : words.shell.cancel}
            </Button>
            {!grant.data && (
              <Button
                variant="primary"
                disabled={!isComplete}
                loading={grant.isPending}
                onClick={() => grant.mutate(orderOf(memberId, draft))}
              >
                {say.grant}
              </Button>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      {grant.data ? (
        <Alert type="success">{grant.data.again ? say.again : grant.data.waits ? say.waits : say.granted}</Alert>
      ) : (
        <SpaceBetween size="m">
          <Box color="text-body-secondary">{say.about}</Box>
          <Fields draft={draft} set={set} />
          {grant.error && <Problem error={grant.error} />}
          {unknown && (
            <Checkbox checked={draft.isConfirmed} onChange={({ detail }) => set({ isConfirmed: detail.checked })}>
              {say.confirm[unknown]}
            </Checkbox>
          )}
        </SpaceBetween>
      )}
    </Modal>
  )
}

function Fields({ draft, set }: { draft: Draft; set(change: Partial<Draft>): void }) {
  const { money, members } = useWords()
  const { grant: say } = money
  return (
    <>
      <Choice
        label={members.grant.basis}
        value={draft.basis}
        of={BASES}
        names={members.basis}
        onChange={(basis) => set({ basis })}
      />
      <Choice label={say.kind} value={draft.kind} of={KINDS} names={say.kinds} onChange={(kind) => set({ kind })} />
      <FormField label={say.amount} description={say.amountHow}>
        <Input value={draft.amount} onChange={({ detail }) => set({ amount: detail.value })} />
      </FormField>
      {draft.basis === 'goodwill' && <BudgetField value={draft.budget} onChange={(budget) => set({ budget })} />}
      <Choice
        label={say.cause}
        value={draft.cause}
        of={CAUSES}
        names={say.causes}
        onChange={(cause) => set({ cause, isConfirmed: false })}
      />
      <FormField label={say.causeId} description={say.causeHow}>
        <Input value={draft.causeId} onChange={({ detail }) => set({ causeId: detail.value, isConfirmed: false })} />
      </FormField>
      <FormField label={say.reason}>
        <Input value={draft.reason} onChange={({ detail }) => set({ reason: detail.value })} />
      </FormField>
    </>
  )
}

function BudgetField({ value, onChange }: { value: string; onChange(value: string): void }) {
  const { money } = useWords()
  const { data } = useAnswer('GET /v1/ledger/balance', {})
  const options = (data?.books ?? [])
    .filter(({ limitMinor }) => limitMinor !== null)
    .map(({ book }) => ({ value: book, label: book }))
  return (
    <FormField label={money.grant.budget}>
      <Select
        selectedOption={options.find((option) => option.value === value) ?? null}
        options={options}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    </FormField>
  )
}

interface ChoiceProps<T extends string> {
  label: string
  value: T
  of: readonly T[]
  names: Readonly<Record<string, string>>
  onChange(value: T): void
}

function Choice<T extends string>({ label, value, of, names, onChange }: ChoiceProps<T>) {
  const options = of.map((each) => ({ value: each, label: names[each] ?? each }))
  return (
    <FormField label={label}>
      <Select
        selectedOption={options.find((option) => option.value === value) ?? null}
        options={options}
        onChange={({ detail }) => onChange(detail.selectedOption.value as T)}
      />
    </FormField>
  )
}

/** What somebody may confirm after it was refused: a typing error would pay a cause twice, so it is asked only then. */
function unknownIn(error: Error | null): 'unknown-complaint' | 'unknown-flight' | undefined {
  const code = error instanceof Refused ? error.code : undefined
  return code === 'unknown-complaint' || code === 'unknown-flight' ? code : undefined
}

/** What is asked of the API; an amount that is no number is refused there, with what was meant. */
function orderOf(memberId: string, draft: Draft): InputOf<'POST /v1/ledger/grants'> {
  const { basis, kind, amount, budget, cause, causeId, reason, isConfirmed } = draft
  const text = amount.trim()
  return {
    memberId,
    basis,
    ...(kind === 'miles' ? { miles: Number(text.replaceAll(',', '')) } : { [kind]: text }),
    ...(basis === 'goodwill' && budget !== '' && { budget }),
    [cause]: causeId.trim(),
    ...(isConfirmed && cause === 'complaint' && { unknownComplaint: true }),
    ...(isConfirmed && cause === 'flight' && { unknownFlight: true }),
    reason: reason.trim(),
  }
}
