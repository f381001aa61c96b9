import { isMail } from '../../../member/notes.ts'
import { messageFields } from '../../fields/received.ts'
import { type Fact, filtersOf } from '../types.ts'
import { sinceLast } from './since-last.ts'

export const lastMessage: Fact = {
  name: 'lastMessage',
  family: 'mails',
  type: { kind: 'duration' },
  description: {
    en: 'the time since the last message to the member over one of the airline’s own channels',
    'zh-CN': '距最近一次通过自有渠道向会员发送消息的时间',
  },
  absent: { en: 'no message is known: satisfies only present: false', 'zh-CN': '没有已知消息：仅满足 present: false' },
  example: 'lastMessage: { channel: wechat, atLeast: 3d }',
  params: filtersOf(messageFields),
  measure: ({ filters }) => sinceLast((note) => !isMail(note), filters, messageFields),
}
