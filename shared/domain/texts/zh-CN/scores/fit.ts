import type { fit as en } from '../../en/scores/fit.ts'

export const fit: typeof en = {
  fault: {
    notWhole: 'x 不是整数',
    negative: 'x、t_x、T 不能小于 0',
    beyondAge: 't_x 大于 T：最近一次购买不能在将来',
    withoutRepeat: 'x 为 0 时，t_x 须为 0',
    zbar: 'zbar 不能小于 0',
  },
  faultHint: 'x：复购次数；t_x：首次至最近一次的时长；T：首次至今的时长',
  nobody: '没有会员复购，无法拟合',
  members: ({ members, repeating }) => `会员 ${members} 名，其中 ${repeating} 名有复购。`,
  models: { bgNbd: 'BG/NBD', paretoNbd: 'Pareto/NBD', gammaGamma: 'Gamma-Gamma' },
  logLikelihood: '对数似然',
  noSpend: '没有大于 0 的 zbar，未拟合 Gamma-Gamma 模型',
  notConverged: ({ model }) => `${model}：搜索未收敛。会员太少或过于相似，请勿使用这些数值。`,
  related: ({ correlation }) =>
    `复购次数与消费金额相关（相关系数 ${correlation}）。Gamma-Gamma 模型假定两者独立，其价值估计请谨慎使用。`,
  ahead: ({ ahead }) => `预计未来 ${ahead} 内：`,
  columns: ['编号', '活跃概率', '复购次数', '每次金额', '价值'],
  scheduled: {
    none: '尚未拟合过模型。规则生效后，每月拟合一次。',
    heads: ['月份', '模型', '会员', '未再飞', '效果', '结果'],
    scores: { churn: '流失', lifetime: '生命周期' },
    aucAndLoss: ({ auc, logLoss }) => `AUC ${auc}，对数损失 ${logLoss}`,
    deviance: ({ deviance }) => `偏差 ${deviance}`,
    verdicts: {
      'too-few': '会员太少，无法学习',
      'not-better-than-plain': '不优于简单基线，未提议',
      'not-better-than-live': '不优于在用模型，未提议',
      better: '优于在用模型，已提议为草稿',
    },
    withoutBalance: ({ members, cutoff }) => `${members} 名会员没有 ${cutoff} 之前的期初余额，本月未计入。`,
    draft: ({ name }) => `如要启用，请在控制台审核并发布草稿“${name}”。`,
  },
  more: ({ more }) => `……另有 ${more} 名，用 --json 可输出全部`,
}
