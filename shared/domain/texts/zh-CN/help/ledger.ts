import type { Help } from '../../en/help/index.ts'

const settling = {
  description: '这笔金额不再待付。用同一编号重复执行不会有任何改变。',
  arguments: { member: '会员号', grant: '补偿编号，见 `ledger entries`' },
  options: {
    key: '航空公司回报的编号，保证只计一次',
    amount: '里程，或以币种最小单位计的金额（默认：全部待付部分）',
  },
}

export const ledger: Help['ledger'] = {
  summary: '发放了什么补偿、由哪个预算支付、还有多少待付',
  description:
    '每条记录都在账户之间转移金额；只增加，不修改。预算以各自的币种计。里程另外计数，并按发放当天的价值折算。',
  balance: {
    summary: '各预算，以及各活动预留、待付、已兑付和已过期的金额',
    description: '法定补偿按币种单独记账，没有上限。',
  },
  entries: {
    summary: '一位会员的补偿，逐条记录',
    description: '包括并入此卡的其他卡。',
    arguments: { member: '会员号' },
  },
  pending: {
    summary: '待审批的补偿',
    description: '最先到期的在前。审批之前，金额在预算中预留，不通知会员。',
  },
  approve: {
    summary: '批准一笔补偿',
    description: '不能批准自己的申请。自动发放的补偿，视为由发布该活动的人申请。',
    arguments: { grant: '补偿编号，见 `ledger pending`' },
    options: { why: '原因，留作记录' },
  },
  refuse: {
    summary: '拒绝一笔补偿',
    description: '金额退回预算，旅程结束，不向会员提及。',
    arguments: { grant: '补偿编号，见 `ledger pending`' },
    options: { why: '原因，留作记录' },
  },
  grant: {
    summary: '人工发放补偿',
    description:
      '与活动使用相同的编号规则：同一原因只补偿一次，无论由谁发放。关怀补偿适用相同的预算和上限；会员当天的补偿合计超过预算的审批门槛时，须由另一人审批。' +
      '法定补偿计入每小时限额，始终须审批。重复执行同一命令不会有任何改变。',
    arguments: { member: '会员号' },
    options: {
      miles: '里程数',
      voucher: '代金券，例如 "100 CNY"',
      cash: '现金，例如 "100 CNY"',
      budget: '由当前规则集的哪个预算支付；不能与 --statutory 同用',
      statutory: '法定补偿：不占预算，没有年度上限，计入每小时限额；始终须审批',
      complaint: '原因：一件投诉，已知其航班时以航班为准',
      flight: (form) => `原因：一个航段，例如 ${form}`,
      unknownFlight: '航班无误，即使系统不知道该会员乘坐过',
      unknownComplaint: '投诉存在，即使 Wingback 没有收到',
      cause: '原因：其他情况，名称自定',
      reason: '原因，留作记录',
    },
  },
  reverse: {
    summary: '冲销一笔补偿',
    description: '增加一条新记录。尚未兑付的部分退回预算；同一原因不会再次补偿。',
    arguments: { member: '会员号', grant: '补偿编号，见 `ledger entries`' },
    options: { why: '原因，留作记录', keepBudget: '金额不退回预算' },
  },
  redeem: { summary: '登记一笔补偿（或其中一部分）已兑付', ...settling },
  expire: { summary: '登记一笔补偿（或其中一部分）已过期', ...settling },
  reconcile: {
    summary: '根据全部记录重新计算并核对',
    description:
      '核对预算、年度上限、同一人所有卡的补偿与原因、审批、对会员的通知，以及效果报告的合计。在 AWS 中每晚自动执行，有误即告警（效果报告由另一项每晚任务核对并告警）。发现问题时退出码为 1。',
  },
}
