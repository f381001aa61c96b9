import { happening, type WordsIn } from '../../texts/about.ts'

const en = {
  name: 'message',
  reasons: {
    message: happening({
      /** `channel`: its displayed name. */
      handed: ({ channel }: { channel: string }) => `handed to the gateway of ${channel}`,
      taken: ({ channel }: { channel: string }) => `the gateway of ${channel} has sent it`,
      /** `said`: the gateway's own words. */
      failed: ({ channel, said }: { channel: string; said: string }) =>
        `the gateway of ${channel} could not send it${said ? `: ${said}` : ''}`,
      unanswered: ({ channel }: { channel: string }) =>
        `the gateway of ${channel} did not answer in time; it is not sent again`,
      busUnanswered: ({ said }: { said: string }) => `the bus gave no clear answer: ${said}`,
      senderStopped: 'a sender stopped between its claim and its word on the message',
      tooLong: ({ characters, atMost }: { characters: number; atMost: number }) =>
        `it comes to ${characters} characters for this member, and the channel takes ${atMost}`,
    }),
  },
  step: {
    message: (template: string, channels: readonly string[]) => `message ${template} over ${channels.join(', else ')}`,
  },
  events: {
    'message.sent': 'Message sent',
    'message.delivered': 'Message delivered',
    'message.opened': 'Message opened',
    'message.replied': 'Replied to a message',
    'message.failed': 'Message failed',
    'message.handed': 'Message handed to the gateway',
    'message.unknown': 'Message may have been sent',
  },
}

const zhCN: WordsIn<typeof en> = {
  name: '消息',
  reasons: {
    message: {
      reasons: {
        handed: ({ channel }) => `已交给${channel}网关`,
        taken: ({ channel }) => `${channel}网关已发送`,
        failed: ({ channel, said }) => `${channel}网关未能发送${said ? `：${said}` : ''}`,
        unanswered: ({ channel }) => `${channel}网关逾期未答复，不再重发`,
        busUnanswered: ({ said }) => `总线未明确答复：${said}`,
        senderStopped: '发送程序在认领之后、报告结果之前停止',
        tooLong: ({ characters, atMost }) => `对该会员共 ${characters} 字，超过该渠道的 ${atMost} 字`,
      },
    },
  },
  step: {
    message: (template, channels) => `消息 ${template}，渠道：${channels.join('，否则 ')}`,
  },
  events: {
    'message.sent': '消息已发送',
    'message.delivered': '消息已送达',
    'message.opened': '消息已打开',
    'message.replied': '回复消息',
    'message.failed': '消息发送失败',
    'message.handed': '消息已交网关',
    'message.unknown': '消息发送结果未知',
  },
}

export const messageWords = { en, zhCN }
