import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Modal from '@cloudscape-design/components/modal'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { TASK_OUTCOMES, type TaskOutcome } from '../../../shared/contract/task.ts'
import { type TaskDeed, taskState } from '../../../shared/domain/actions/service-task/task.ts'
import type { Answer } from '../../api/client.ts'
import { useAct } from '../../api/use.ts'
import { Problem } from '../../parts/problem.tsx'
import { useTime } from '../../parts/times.ts'
import { useWords } from '../../shell/words.tsx'

export type Task = Answer<'GET /v1/tasks'>['tasks'][number]

interface OpenedTaskProps {
  task: Task
  /** With the task as it is then. */
  onStep(task: Task): void
  onClose(): void
}

/** One task: what is to be done, what was done about it, and the next step. */
export function OpenedTask({ task, onStep, onClose }: OpenedTaskProps) {
  const { tasks: words, shell } = useWords()
  return (
    <Modal visible size="large" header={task.title} onDismiss={onClose} closeAriaLabel={shell.close}>
      <SpaceBetween size="m">
        {task.detail && <Box>{task.detail}</Box>}
        <Steps steps={task.steps} />
        {taskState(task) === 'closed' ? (
          <Box color="text-body-secondary">{words.isClosed}</Box>
        ) : (
          <NextStep task={task} onStep={onStep} />
        )}
      </SpaceBetween>
    </Modal>
  )
}

function Steps({ steps }: Pick<Task, 'steps'>) {
  const { tasks: words } = useWords()
  const time = useTime()
  if (steps.length === 0) return null
  return (
    <ul className="wb-lines">
      {steps.map((step) => (
        <li key={`${step.at} ${step.what} ${step.by}`}>
          {time(step.at)} · {step.by} · {words.did[step.what]}
          {step.what === 'closed' && ` · ${words.outcomes[step.outcome]}`}
          {step.what !== 'taken' && step.comment && ` · ${step.comment}`}
        </li>
      ))}
    </ul>
  )
}

function NextStep({ task, onStep }: Omit<OpenedTaskProps, 'onClose'>) {
  const { tasks: words } = useWords()
  const [text, setText] = useState('')
  const [outcome, setOutcome] = useState<TaskOutcome>('done')
  const act = useAct('POST /v1/tasks/steps')
  const options = TASK_OUTCOMES.map((value) => ({ value, label: words.outcomes[value] }))
  const comment = text.trim()
  const does = (deed: TaskDeed) => {
    const { memberId, taskId } = task
    act.mutate(
      { memberId, taskId, deed },
      {
        onSuccess: (answer) => {
          setText('')
          onStep(answer.task)
        },
      },
    )
  }
  return (
    <SpaceBetween size="m">
      <FormField label={words.comment} description={words.commentHow}>
        <Textarea value={text} rows={3} onChange={({ detail }) => setText(detail.value)} />
      </FormField>
      <FormField label={words.outcome}>
        <Select
          selectedOption={options.find(({ value }) => value === outcome) ?? null}
          options={options}
          onChange={({ detail }) => setOutcome(detail.selectedOption.value as TaskOutcome)}
        />
      </FormField>
      {act.error && <Problem error={act.error} />}
      <SpaceBetween direction="horizontal" size="xs">
        <Button loading={act.isPending} onClick={() => does({ what: 'taken' })}>
          {words.take}
        </Button>
        <Button disabled={comment === ''} loading={act.isPending} onClick={() => does({ what: 'noted', comment })}>
          {words.note}
        </Button>
        <Button
          variant="primary"
          loading={act.isPending}
          onClick={() => does({ what: 'closed', outcome, ...(comment && { comment }) })}
        >
          {words.close}
        </Button>
      </SpaceBetween>
    </SpaceBetween>
  )
}
