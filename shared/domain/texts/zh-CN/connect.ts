import type { connect as en } from '../en/connect.ts'

export const connect: typeof en = {
  valid: (names) => `有效：${names}`,
  setAside: (place, code, message, hint) => `异常数据  ${place}：${code} ${message}${hint ? `（${hint}）` : ''}`,
  silent: (place, why) => `无事件    ${place}：${why}`,
  noEvents: '没有事件',
  noExamples: (name) => `${name}：connectors/examples/${name} 中没有示例`,
  passed: (name, file) => `通过    ${name}：${file}`,
  failed: (name, file) => `未通过  ${name}：${file}`,
  missing: (what) => `  - 应有但没有：${what}`,
  unexpected: (what) => `  + 多出：${what}`,
  isAbsent: (path) => `${path} 不存在`,
  noMapping: (path) => `${path} 不是映射文件`,
  noMappings: (dir) => `${dir} 中没有映射文件`,
  hint: '请给出映射文件，例如 campaigns/connectors/my-airport.yaml，或 wingback.yaml 所在的文件夹',
  notCsv: (path) => `${path} 不是 csv 类型的映射`,
  imported: (rows, sent, unchanged, setAside) =>
    `${rows} 行：发送 ${sent}，与以往文件相同 ${unchanged}，异常数据 ${setAside}`,
  hasProblems: (path) => `${path} 有错误`,
  listProblems: (path) => `用 \`npx wingback connect validate ${path}\` 查看`,
  unreadable: (path, why) => `无法读取 ${path}：${why}`,
  badKnown: (path, why) => `${path}：${why}`,
  notAnArray: (path) => `${path} 不是 JSON 数组`,
  arrayHint: '例如 [{ "Source": "airline.ops", "DetailType": "flight.disrupted", "Detail": { … } }]',
}
