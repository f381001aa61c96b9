import type { Help } from '../../en/help/index.ts'

export const audience: Help['audience'] = {
  summary: '各人群的人数，以及某个人群的会员',
  description:
    '不写编号：当前生效规则集的全部人群及人数。写编号：该人群的人数，以及一页会员和进入时间（数据来自索引，片刻之内更新）。' +
    '写 --csv：全部会员，UTF-8 格式，Excel 可直接打开。对照组的会员不列入，以免外呼影响对比。',
  arguments: { id: '人群编号' },
  options: {
    limit: '最多列出多少名会员，不超过 1000',
    cursor: '接着上一页继续',
    csv: '把全部会员写入表格文件，例如外呼名单',
    columns: '与 --csv 同用：各列及其顺序；事实的名称与 `export` 相同',
    consent: '与 --csv 同用：只列出同意以此方式接收营销的会员，例如 phone',
    campaign: '与 --csv 同用：除总对照组外，该活动的对照组也不列入',
    heldOut: '与 --csv 同用：列入对照组的会员，并在 arm 列标明',
  },
}
