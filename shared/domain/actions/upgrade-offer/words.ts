import { happening, type WordsIn } from '../../texts/about.ts'
import { cabinText, spelled } from '../../texts/en/amounts.ts'
import { cabinText as cabinTextZh, spelled as spelledZh } from '../../texts/zh-CN/amounts.ts'

const en = {
  name: 'upgrade offer',
  reasons: {
    offer: happening({
      issued: ({ cabin }: { cabin: string }) => `upgrade to ${cabinText(cabin)} offered`,
    }),
  },
  step: {
    offer: (cabin: string, validFor: string) => `upgrade offer to ${cabinText(cabin)}, valid for ${spelled(validFor)}`,
  },
  events: {
    'offer.accepted': 'Accepted an offer',
    'offer.declined': 'Declined an offer',
    'offer.issued': 'Upgrade offer issued',
  },
}

const zhCN: WordsIn<typeof en> = {
  name: '升舱优惠',
  reasons: {
    offer: {
      reasons: {
        issued: ({ cabin }) => `已发放${cabinTextZh(cabin)}升舱优惠`,
      },
    },
  },
  step: {
    offer: (cabin, validFor) => `升舱优惠 ${cabinTextZh(cabin)}，有效期 ${spelledZh(validFor)}`,
  },
  events: {
    'offer.accepted': '接受升舱优惠',
    'offer.declined': '婉拒升舱优惠',
    'offer.issued': '升舱优惠已发放',
  },
}

export const upgradeOfferWords = { en, zhCN }
