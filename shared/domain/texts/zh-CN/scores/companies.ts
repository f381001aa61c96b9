import type { companies as en } from '../../en/scores/companies.ts'

export const companies: typeof en = {
  heads: ['企业', '得分', '类别'],
  classes: { keyAccount: '大客户', smallAndMedium: '中小企业' },
  noId: 'companyId 为空',
  twice: ({ companyId }) => `${companyId} 出现两次：每家企业一年只占一行`,
  outside: ({ column, number, most }) =>
    Number.isFinite(most) ? `${column} 为 ${number}，应在 0 至 ${most} 之间` : `${column} 为 ${number}，不能小于 0`,
  nobody: '文件中没有企业',
  tooMany: ({ atMost }) => `企业超过 ${atMost} 家，请去掉最小的`,
  written: ({ out, version }) => `已写入 ${out}，版本 ${version}。规则集发布后生效。`,
}
