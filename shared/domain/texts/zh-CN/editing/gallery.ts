import type { gallery as en } from '../../en/editing/gallery.ts'

export const gallery: typeof en = {
  title: '新建活动',
  about: '针对常见场景，每个都附有中英文邮件和示例，可随意修改。',
  toGallery: '返回全部范例',
  brings: ({ emails, examples, spends }) =>
    [`${emails} 封邮件`, `${examples} 个示例`, ...(spends ? ['自带预算'] : [])].join(' · '),
  does: '做什么',
  why: '为什么有效',
  way: '活动流程',
  emails: '邮件主题',
  examples: '示例说明了什么',
  begin: '以此为起点',
  beginAbout: '规则、邮件和示例会放入一份新草稿。批准并发布之前，不会触达任何会员。',
  goesInto: (draft) => `规则、邮件和示例会放入草稿“${draft}”。`,
  fromGallery: '从范例库新建',
  missing: '邮件用到的以下词语，设置中还没有。未填写的会显示为草稿中的问题，发布前须补齐。',
  airlineWords: {
    nameZh: '航空公司中文名称',
    programme: '常旅客计划的英文名称',
    programmeZh: '常旅客计划的中文名称',
    helpUrl: '会员获取帮助的网址：https://…',
    bookUrl: '会员订票的网址：https://…',
  },
  holidays: {
    choose: '添加公共假日',
    country: '国家或地区',
    year: '年份',
    days: '假日',
    all: '全部选择',
    none: '该年份没有数据。',
    check: '按各国法定节日推算，请核对。中国的调休安排以每年秋季公布的通知为准。',
  },
}
