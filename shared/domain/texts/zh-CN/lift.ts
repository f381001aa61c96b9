import type { lift as en } from '../en/lift.ts'

function levels(of: Parameters<typeof en.notCompared>[0]): string {
  const mean = of.isShare ? '' : '人均'
  return `${of.arm}：${of.treated} 名会员${mean} ${of.treatedMean}，对照组 ${of.control} 名${mean} ${of.controlMean}`
}

function meantOr(meant: string | undefined, others: string): string {
  return meant === undefined ? others : `是否指“${meant}”？${others}`
}

export const lift: typeof en = {
  title: ({ file, members, control, held }) => `${file}：共 ${members} 名会员，对照组为“${control}”（${held} 名）`,
  leftOut: ({ rows }) => `${rows} 行缺少数值，未计入。`,
  takenForZero: ({ values }) => `${values} 个缺失值按 0 计算。`,
  ratioFine: ({ sizes, told }) =>
    `各组人数${told ? '与设定比例相符' : '与平均分组相符（未注明 --share 时按各组相等）'}：${sizes}。`,
  ratioAlarm: ({ sizes, told, p }) =>
    `警报：各组人数与${told ? '设定比例' : '平均分组'}不符：${sizes}（p ${p}）。此时任何对比都不可信，因此不予显示。${
      told ? '' : '如各组比例本来就不同，请注明：--share 组名=90 --share 另一组=10。'
    }`,
  and: '，',
  ratioCauses: [
    '  常见原因：某一组的部分会员不在文件里（如邮件退回、未导入）；同一会员出现两次；',
    '  中途重新分组；筛选条件用到了活动本身会改变的数据。',
  ],
  netTitle: ({ of }) => `净收益（${of} 的价值减去成本，人均）`,
  compared: (of) => `${levels(of)}，相差 ${of.difference}（区间 ${of.low} 至 ${of.high}）。`,
  notCompared: (of) => `${levels(of)}。`,
  noFigures: ({ arm, treated, control, areAlike }) =>
    `${arm}：${treated} 名会员，对照组 ${control} 名，${areAlike ? '所有数值都相同，' : ''}无法计算。`,
  points: (value) => `${value} 个百分点`,
  verdicts: {
    better: '高于对照组，并非偶然。',
    worse: '低于对照组，并非偶然。',
    noDifferenceSeen: '未见差异。',
  },
  notAgreed: '区间虽不含 0，但仍不足以下结论：多组同时比较时每组要求更严，且“无效果”检验也须一致。',
  together: (sentences) => sentences.join(''),
  tooSmall: ({ enough }) =>
    `样本量不足，暂无法判断：每组至少需要 ${enough} 名有该结果的会员（是/否类结果还需同样多没有该结果的会员）。`,
  missing: {
    control: ({ count, more }) => `对照组目前 ${count} 名${more === undefined ? '。' : `，约还需 ${more} 名会员。`}`,
    treated: ({ count, more }) => `本组目前 ${count} 名${more === undefined ? '。' : `，约还需 ${more} 名会员。`}`,
  },
  best: '并且高于其他各组。',
  total: ({ members, difference, low, high }) => `本组 ${members} 名会员合计：${difference}（区间 ${low} 至 ${high}）`,
  cuped: ({ difference, low, high, narrower }) =>
    `按活动前数据校正后：${difference}（区间 ${low} 至 ${high}），区间收窄 ${narrower} %`,
  cautious: ({ low, high }) => `按两组共同方差计算（结论以此为准）：区间 ${low} 至 ${high}`,
  relative: ({ difference, low, high }) =>
    `相对变化（仅供参考，不作判断依据）：${difference}（区间 ${low} 至 ${high}）`,
  foot: '区间均为 95 %，按每组单独计算，无论查看多少次都成立。计算方法及何时不可信：docs/results.zh-CN.md。',
  netIsOf: ({ outcome }) => `净收益按第一个结果“${outcome}”计算；如需按其他结果，请用 --value 列名=金额`,
  noMembers: '没有会员数据',
  noColumn: ({ name }) => `没有“${name}”这一列`,
  columns: ({ meant, names }) => meantOr(meant, `现有的列：${names.join('、')}`),
  columnTwice: ({ name }) => `有两列都叫“${name}”`,
  tooManyArms: ({ column, most }) => `“${column}”列有超过 ${most} 种取值：这一列是分组吗？`,
  noArm: ({ name, column }) => `“${column}”列中没有会员属于“${name}”`,
  arms: ({ meant, names }) => meantOr(meant, `现有的组：${names.join('、')}`),
  onlyControl: ({ control }) => `所有会员都在“${control}”组，没有可对比的组`,
  noOutcome: ({ name }) => `--value 中的“${name}”不在 --outcome 之列`,
  outcomes: ({ names }) => `现有的结果：${names.join('、')}`,
  noShare: ({ arm }) => `--share 没有说明“${arm}”组应占多少`,
  badCell: ({ where, column, cell, problem }) =>
    `${where}：“${column}”列${problem === 'empty' ? '没有数值' : `的“${cell}”既不是数字，也不是“是/否”`}`,
  emptyArmHint: '请填写分组，或加 --missing leave-out 排除这些行：没有分组的会员无法计入',
  alike: ({ names }) => `是否为同一组的不同写法？此处按不同组计算：${names.map((name) => `“${name}”`).join('、')}。`,
  cellHints: {
    empty:
      '如缺失即为 0，请加 --missing zero；如要排除这些行，请加 --missing leave-out（仅当各组缺失情况相同时才合理）',
    thousands: '数字请勿使用千分位分隔符：1234.50',
    comma: '小数点请用“.”：12.5',
    currency: '金额请勿带货币符号',
    percent: '比例请写成数字：0.12',
    word: '文字可用：是/否、有/无、yes/no、true/false、y/n',
  },
  unevenRow: ({ where, fields }) => `${where}：有 ${fields} 个字段，与首行的字段数不同`,
  unevenHint: '含有分隔符的字段请用引号括起来',
  badQuotes: ({ where }) => `${where}：引号位置不对，或没有闭合`,
  quotesHint: '请将整个字段用引号括起来，字段内的引号写两个',
  summary: {
    caseNumber: ({ number }) => `第 ${number} 例`,
    noVariance: ({ name }) => `${name}：方差为零或为负：sum 与 sum_squares 不匹配，或所有数值都相同`,
    notCountable: ({ name }) => `${name}：会员太少，无法计算方差；或有该结果的会员多于会员总数；或数字过长`,
    noRelative: 'a 的均值为 0，无法计算相对变化',
    form: '格式应为 {"cases": [{id, test, a, b, diff}]}',
    answered: ({ answered, all }) => `已计算 ${answered} 例，共 ${all} 例。`,
    line: ({ id, difference, low, high, p }) => `${id}：${difference}（区间 ${low} 至 ${high}），p ${p}`,
  },
}
