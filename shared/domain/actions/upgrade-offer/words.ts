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
}

export const upgradeOfferWords = { en, zhCN }
