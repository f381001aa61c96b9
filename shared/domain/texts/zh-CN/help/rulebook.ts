import type { Help } from '../../en/help/index.ts'

export const validate: Help['validate'] = {
  summary: '检查规则集，指出错误及其位置',
  description:
    '与发布时完全相同地检查并编译文件夹。每个问题显示为 文件:行:列、代码、说明，以及您可能想写的内容。无需运行 Wingback。',
  arguments: { dir: 'wingback.yaml 所在的文件夹' },
}

export const publish: Help['publish'] = {
  summary: '发布规则集，使其生效',
  description:
    '检查文件夹并整体发布，版本号由内容的哈希得出。先显示立即发生的变化：谁会进入、哪些邮件发出、哪些旅程转到新版本、结束或按原版本走完；' +
    '哪些活动会因同一原因写两封信；规则中的哪些取值没有任何会员符合。然后请您确认；不在终端中运行时必须写 --yes。' +
    '受改动影响的会员会重新评估。放宽审批、预算或上限的规则集等待审批：`rulebook pending`。',
  arguments: { dir: 'wingback.yaml 所在的文件夹' },
}

export const rollback: Help['rollback'] = {
  summary: '回到上一个规则集，或更早的一个',
  description:
    '再执行一次即撤销；--to 可回到任何曾经生效的版本，见 `history`。进行中的会员如何处理，由该规则集的 onNewVersion 决定；默认按开始时的版本走完。' +
    '如果放宽了审批、预算或上限，则与 `publish` 一样等待审批。',
  options: { to: '曾经生效的规则集，而不是上一个' },
}
