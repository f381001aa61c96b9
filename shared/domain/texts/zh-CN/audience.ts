import type { audience as en } from '../en/audience.ts'

export const audience: typeof en = {
  listed: ({ file, members, leftOut }) => [
    `已将 ${members} 名会员写入 ${file}`,
    ...(leftOut.heldOut > 0 ? [`未列入 ${leftOut.heldOut} 名：对照组，不触达`] : []),
    ...(leftOut.noConsent > 0 ? [`未列入 ${leftOut.noConsent} 名：未同意`] : []),
  ],
}
