import type { upgrades as en } from '../../en/scores/upgrades.ts'

export const upgrades: typeof en = {
  noMember: 'memberId 为空',
  notATime: ({ cell }) => `issuedAt 为“${cell}”，不是时间（例如 2026-10-01T08:00:00Z）`,
  notTaken: ({ cell }) => `accepted 为“${cell}”，请写 1 或 0`,
  tooFew: ({ taken, again, takenLeast, againLeast }) =>
    `有 ${taken} 次优惠被接受，${again} 名会员收到过不止一次：至少需要 ${takenLeast} 次和 ${againLeast} 名`,
  learnt: ({ members, offers, accepted }) => `${members} 名会员共收到 ${offers} 次优惠，接受 ${accepted} 次。`,
  judged: ({ foreseen, logLoss, constant, range }) =>
    `用 ${foreseen} 名会员此前的答复和其他会员所教，预测其最近一次：对数损失 ${logLoss}；所有人概率相同为 ${constant}；降低 ${range}（95 %）。`,
  better: '该模型优于“所有人概率相同”。',
  noBetter: '该模型不优于“所有人概率相同”，请勿使用。',
  written: ({ out, version }) => `已写入 ${out}，版本 ${version}。`,
}
