import type { Help } from '../../en/help/index.ts'

export const member: Help['member'] = {
  summary: '一位会员的全部已知信息',
  description:
    '显示事实、人群、旅程和时间线，最新的在前。写 --export：关于此人的全部存储内容（JSON），用于答复个人信息查询，包括并入此卡的其他卡。',
  arguments: { id: '会员号' },
  options: { export: '关于此人的全部存储内容', cursor: '接着上一页继续显示时间线' },
}

export const exportAll: Help['exportAll'] = {
  summary: '以 JSON 行导出全部会员',
  description:
    '每行一名会员，一个 JSON 对象：memberId、facts（来自航空公司的事件，与到达顺序无关）和 wingback（Wingback 所做的）。会员的先后顺序不固定。',
}

export const explain: Help['explain'] = {
  summary: '会员为什么得到，或没有得到',
  description:
    '对每个活动：已获得、未获得、对照组或等待；每项检查的结果和原因；当时的事实；以及能改变结果的最小变化。活动没有任何决策时：会员为什么没有进入。',
  arguments: { id: '会员号' },
  options: { campaign: '只看此活动', at: '此时刻的情况，例如 2026-10-01T15:00+08:00' },
}
