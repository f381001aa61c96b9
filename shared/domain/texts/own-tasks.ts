import type { OwnMatters, OwnTask, OwnTaskSaid, OwnTaskTexts } from '../actions/service-task/own.ts'
import type { Task } from '../actions/service-task/task.ts'
import { ownTasks as en } from './en/own-tasks.ts'
import type { Language } from './language.ts'
import { ownTasks as zhCN } from './zh-CN/own-tasks.ts'

const catalogue: Record<Language, OwnTaskTexts> = { en, 'zh-CN': zhCN }

/** A task that Wingback opened by itself, in the reader's language. What a rule opened is in the airline's own words. */
export function taskIn<T extends Pick<Task, 'title' | 'detail' | 'own'>>(task: T, language: Language): T {
  return task.own ? { ...task, ...ownTaskIn(task.own, language) } : task
}

export function ownTaskIn<K extends keyof OwnMatters>(own: OwnTask<K>, language: Language): OwnTaskSaid {
  return catalogue[language][own.is](own)
}
