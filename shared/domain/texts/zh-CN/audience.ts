import type { audience as en } from '../en/audience.ts'

export const audience: typeof en = {
  listed: ({ file, members, leftOut, unheardOf }) => [
    `已将 ${members} 名会员写入 ${file}`,
    ...(leftOut.heldOut > 0 ? [`未列入 ${leftOut.heldOut} 名：对照组，不触达`] : []),
    ...(leftOut.noConsent > 0 ? [`未列入 ${leftOut.noConsent} 名：未同意`] : []),
    ...(unheardOf === undefined ? [] : [`没有任何会员的资料中有“${unheardOf}”这项同意：名称写对了吗？`]),
  ],
}
