import type { hints as en } from '../en/hints.ts'

export const hints: typeof en = {
  meant: (name) => `您是想写“${name}”吗？`,
  write: (text) => `请写作 ${text}`,
  thereAre: (names) => `现有：${names || '暂无'}`,
}
