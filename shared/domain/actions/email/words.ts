import type { BounceCode, ComplaintCode } from '../../../contract/wingback.ts'
import { happening, type WordsIn } from '../../texts/about.ts'

const bouncesEn: Record<BounceCode, string> = {
  noSuchMailbox: 'there is no such mailbox',
  suppressedBySes: 'SES did not try: mails to this address have bounced lately',
  onSuppressionList: 'SES did not try: the address is on the account’s suppression list',
  passing: 'the mailbox did not take it for now, or answered by itself',
  mailboxFull: 'the mailbox is full',
  messageTooLarge: 'the email is too large for the mailbox',
  contentRejected: 'the receiving server rejected the content',
  attachmentRejected: 'the receiving server rejected an attachment',
  timedOut: 'the receiving server did not answer in time',
  notKnown: 'the receiving server gave no clear reason',
}

const complaintsEn: Record<ComplaintCode, string> = {
  abuse: 'reported as unwanted email',
  fraud: 'reported as fraud',
  other: 'reported for another reason',
  notSaid: 'reported as spam, without a reason',
  onSuppressionList: 'SES did not try: the address reported spam before',
}

const en = {
  name: 'email',
  reasons: {
    mail: happening({
      taken: 'SES accepted the email',
      reported: 'the email service confirmed it',
      refused: ({ said }: { said: string }) => `SES rejected the email: ${said}`,
      unanswered: ({ said }: { said: string }) => `SES gave no clear answer: ${said}`,
      senderStopped: 'the sending function stopped before it could report the result',
      noAddress: 'there is no address to write to',
      noTemplate: ({ template, locale }: { template: string; locale: string }) =>
        `template ${template} has no text in ${locale}`,
      offerExpired: 'the offer it would have told of has expired',
      unrenderable: ({ said }: { said: string }) => `the email could not be rendered: ${said}`,
      bounced: ({ code }: { code: BounceCode }) => bouncesEn[code],
      complained: ({ code }: { code: ComplaintCode }) => complaintsEn[code],
    }),
  },
  step: {
    email: (template: string) => `email ${template}`,
  },
  events: {
    'email.sent': 'Email sent',
    'email.unknown': 'Email may have been sent',
    'email.delivered': 'Email delivered',
    'email.opened': 'Email opened',
    'email.clicked': 'Link in an email followed',
    'email.unsubscribed': 'Unsubscribed',
    'email.bounced': 'Email bounced',
    'email.complained': 'Email reported as spam',
    'email.suppressed': 'Email not sent: address is suppressed',
    'email.noted': 'Email service reported',
  },
}

const bouncesZh: Record<BounceCode, string> = {
  noSuchMailbox: '邮箱不存在',
  suppressedBySes: 'SES 未尝试发送：发往该地址的邮件近期曾被退回',
  onSuppressionList: 'SES 未尝试发送：该地址在账号的禁发名单中',
  passing: '对方邮箱暂时未接收，或为自动回复',
  mailboxFull: '对方邮箱已满',
  messageTooLarge: '邮件过大，对方邮箱不接收',
  contentRejected: '对方服务器拒收邮件内容',
  attachmentRejected: '对方服务器拒收附件',
  timedOut: '对方服务器超时未响应',
  notKnown: '对方服务器未说明原因',
}

const complaintsZh: Record<ComplaintCode, string> = {
  abuse: '被举报为不想收到的邮件',
  fraud: '被举报为欺诈邮件',
  other: '因其他原因被举报',
  notSaid: '被举报为垃圾邮件，未说明原因',
  onSuppressionList: 'SES 未尝试发送：该地址此前举报过垃圾邮件',
}

const zhCN: WordsIn<typeof en> = {
  name: '邮件',
  reasons: {
    mail: {
      reasons: {
        taken: '邮件已提交发送',
        reported: '邮件服务已确认发出',
        refused: ({ said }) => `SES 拒收邮件：${said}`,
        unanswered: ({ said }) => `SES 未明确答复：${said}`,
        senderStopped: '发信程序在报告结果之前停止',
        noAddress: '没有可发送的地址',
        noTemplate: ({ template, locale }) => `模板 ${template} 没有 ${locale} 版本`,
        offerExpired: '邮件要告知的升舱优惠已过期',
        unrenderable: ({ said }) => `邮件无法生成：${said}`,
        bounced: ({ code }) => bouncesZh[code],
        complained: ({ code }) => complaintsZh[code],
      },
    },
  },
  step: {
    email: (template) => `邮件 ${template}`,
  },
  events: {
    'email.sent': '邮件已发送',
    'email.unknown': '邮件发送结果未知',
    'email.delivered': '邮件已送达',
    'email.opened': '邮件已打开',
    'email.clicked': '点击邮件链接',
    'email.unsubscribed': '退订',
    'email.bounced': '邮件退信',
    'email.complained': '邮件被举报为垃圾邮件',
    'email.suppressed': '地址被屏蔽，邮件未发送',
    'email.noted': '邮件服务回执',
  },
}

export const emailWords = { en, zhCN }
