import type { Help } from '../../en/help/index.ts'

export const pause: Help['pause'] = {
  summary: '暂停一个活动，或全部活动',
  description: '立即生效：该活动不再发送任何内容，待发送的等待。`payments` 指法定补偿的自动支付。',
  arguments: { campaign: '活动编号、`all` 或 `payments`' },
}

export const stop: Help['stop'] = {
  summary: '对所有会员结束一个活动',
  description:
    '不再有会员进入，进行中的会员离开。尚未提交邮件服务的邮件收回；处理中的补偿、升舱优惠和工单照常完成。' +
    '不能撤销：`resume` 只让新会员进入。只想暂停请用 `pause`。',
  arguments: { campaign: '活动编号' },
}

export const resume: Help['resume'] = {
  summary: '继续已暂停或已停止的活动',
  description:
    '等待中的内容在发送前全部重新检查。已停止的活动只接受新会员。`resume all` 只撤销 `pause all`。' +
    '发信被自动暂停时，请用 `resume sender:bounces` 或 `resume sender:complaints`。`resume payments` 再放行一个每小时限额的自动支付。',
  arguments: { campaign: '活动编号、`all`、`payments`、`sender:bounces` 或 `sender:complaints`' },
}

export const testSend: Help['testSend'] = {
  summary: '以会员身份把活动的邮件发给同事，或显示活动的消息',
  description:
    '发送活动第一个邮件或消息步骤的真实邮件，按该会员生成，并标明为测试。不计入统计，链接不起作用。' +
    '会员尚无的内容用示例代替。其他渠道的消息只显示不发送，因为网关只触达会员本人。',
  arguments: { campaign: '活动编号' },
  options: { to: '发到哪个邮箱', as: '按哪位会员生成（会员号）', step: '用此邮件或消息步骤，而不是第一个' },
}

export const clock: Help['clock'] = {
  summary: '做决策所依据的时间（本机）',
  description: '回放移动本机的时钟之后，时钟停在该时刻，直到再次移动。',
}
