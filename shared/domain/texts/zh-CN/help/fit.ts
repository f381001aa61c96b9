import type { fit as en } from '../../en/help/fit.ts'

export const fit: typeof en = {
  summary: '用自有数据拟合评分模型',
  description:
    '用文件拟合模型。--summary：根据每名客户一行的汇总，估计其复购频率、是否仍活跃（BG/NBD，并以 Pareto/NBD 核对）以及每次消费' +
    '金额（Gamma-Gamma）。--clusters：按 LRFMC 把相似的会员分组。--companies：评定哪些协议企业是大客户。--upgrades：谁会接受升舱优惠。--complaints：从人工分类的文本学习如何归类投诉，在另外的文本上与词表对比测试，并写出模型。--score：根据会员在某一日期之后的行为拟合评分。--scheduled：查看 Wingback 每月自动拟合的结果。其余用法无需运行 Wingback；各数值含义见 docs/scores.zh-CN.md。',
  options: {
    summary: '.csv 或 .csv.gz 文件，含列 x、t_x、T，可另有 id 和 zbar',
    complaints: '.csv 或 .jsonl 文件（也可为 .gz），每条含文本和类别',
    text: '与 --complaints 同用：文本所在列',
    category: '与 --complaints 同用：类别所在列',
    letters: '与 --complaints 同用：模型保留多少个字母组合；500 个约 10 kB，4,000 个约 77 kB',
    map: '与 --complaints 同用：您的名称对应哪一类，每个名称写一次："Late flight=delay"',
    out: '模型写到哪里（默认：models/ 下同名文件）',
    score: '拟合哪个评分，依据 --members、--events 和 --cutoff，并报告其在未参与学习的会员上有多准',
    clusters: '.csv 或 .csv.gz 文件，含列 L_months、R_days、F_flights、M_km、C_discount',
    companies:
      '.csv 或 .csv.gz 文件，一年一行，含列 companyId、centralPurchase（集中采购占比，0 至 1）、trips（航班数）、distanceKm',
    upgrades: '.csv 或 .csv.gz 文件，每次优惠一行，含列 memberId、issuedAt、accepted（1 或 0）',
    groups: '与 --clusters 同用：分成几组',
    scheduled: '查看每月自动拟合的结果；需有运行中的 Wingback',
    ahead: '同时给出每名客户未来这段时间的预期，单位与 T 相同',
  },
  notPositive: '须为大于 0 的数字。',
  needs: 'fit 需要 --summary、--clusters、--companies、--upgrades、--complaints、--score 或 --scheduled',
  scoreNeeds: 'fit --score 需要 --members、--events 和 --cutoff',
}
