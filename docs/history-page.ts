import type { Words } from '../shared/domain/audience/facts/index.ts'
import { type History, histories } from '../shared/domain/audience/history/index.ts'
import { textsIn } from '../shared/domain/texts/index.ts'

const words: Record<keyof Words, Record<'title' | 'intro' | 'where' | 'sum' | 'kept' | 'further', string>> = {
  en: {
    title: 'History',
    intro: [
      'The events that `happened` can count. A member keeps the newest ones of each type. Generated from the registry',
      '(`shared/domain/audience/history`) by `npm run docs`.',
      '',
      '```yaml',
      'happened: { event: complaint.filed, where: { category: baggage }, inLast: 90d, atLeast: 2 }',
      'happened: { event: flight.completed, where: { cabin: Y, from: PEK }, sum: distanceKm, inLast: 180d, atLeast: 5000 }',
      'happened: { event: booking.created, where: { cabin: [F, C] }, since: entry }     # in steps',
      '```',
      '',
      'The lookback window of each event is limited. Within it, no more events are expected than are kept; if there',
      'are more, only the newest count ([why](../decisions/history.md)).',
    ].join('\n'),
    where: '`where`',
    sum: '`sum`',
    kept: 'Lookback window: at most {days} days; the newest {atMost} are kept',
    further: 'Further back',
  },
  'zh-CN': {
    title: '历史',
    intro: [
      '`happened` 可以统计的事件：会员档案保留其中最近的若干条。由 `npm run docs` 根据登记表（`shared/domain/audience/history`）生成。',
      '',
      '```yaml',
      'happened: { event: complaint.filed, where: { category: baggage }, inLast: 90d, atLeast: 2 }',
      'happened: { event: flight.completed, where: { cabin: Y, from: PEK }, sum: distanceKm, inLast: 180d, atLeast: 5000 }',
      'happened: { event: booking.created, where: { cabin: [F, C] }, since: entry }     # 在步骤中',
      '```',
      '',
      '窗口最多只能回溯下列天数。在此期间发生的事件预计不会超过保留的条数；万一超过，只统计最近的（[原因](../decisions/history.md)）。',
    ].join('\n'),
    where: '`where`',
    sum: '`sum`',
    kept: '窗口最多回溯 {days} 天；保留最近 {atMost} 条',
    further: '更早的',
  },
}

/** How far back a history reaches, and how much of it there is. */
export function keptText({ days, atMost }: History, language: keyof Words): string {
  return words[language].kept.replace('{days}', String(days)).replace('{atMost}', String(atMost))
}

/** The events that `happened` can count. */
export function historyPage(language: keyof Words): string {
  const { title, intro } = words[language]
  const sections = Object.entries(histories).map(([event, history]) => section(event, history, language))
  return `# ${title}\n\n${intro}\n\n${sections.join('\n')}`
}

function section(event: string, history: History, language: keyof Words): string {
  const say = words[language]
  const { colon } = textsIn(language).explain
  const named = (all: History['fields']) =>
    Object.entries(all).map(([name, { description }]) => `  - \`${name}\`${colon}${description[language]}`)
  const sums = named(history.sums)
  return [
    `## \`${event}\``,
    '',
    history.description[language],
    '',
    `- ${say.where}${colon.trimEnd()}`,
    ...named(history.fields),
    ...(sums.length > 0 ? [`- ${say.sum}${colon.trimEnd()}`, ...sums] : []),
    `- ${keptText(history, language)}`,
    ...(history.instead ? [`- ${say.further}${colon}${history.instead[language]}`] : []),
    '',
  ].join('\n')
}
