/** What the schemas of a rulebook say of a key, by their English sentence: `test/domain/chinese.test.ts` finds what is missing. */
const SAID: Readonly<Record<string, string>> = {
  'the codes under which the airline flies: what "carrier: ours" means':
    '本公司使用的承运人代码，即“carrier: ours”所指',
  'channels of the airline’s own, by name: what its gateways take messages for': '自有渠道，按名称：网关为其发送消息',
  'as people call it': '给人看的名称',
  'by which consent members are asked of; its own name, if nothing is said': '按哪一项同意判断；不写则与渠道同名',
  'characters at most': '最多字数',
  'any, email, or a channel of wingback.yaml': 'any（所有渠道）、email（邮件），或 wingback.yaml 中的渠道',
  'the last day, included': '最后一天，当天也算在内',
  'held on these days too, beside all that reaches members': '除触达会员的内容之外，这些日子另行暂缓的操作',
  'how long each team has for a task about a member': '各团队办结会员工单的时限',
  'how long before departure the briefing of a flight is announced': '航班起飞前多久发布机组简报',
  'whether an operational suffix tells flights apart: 974D from 974': '航班号后缀是否区分航班：974D 与 974',
  'of all results': '所有效果数字折算成的币种',
  'at so many members of a campaign its intervals are tightest': '活动达到这个人数时区间最窄',
  'the effect worth seeing, in points of the goal': '值得发现的最小效果，以目标达成率的百分点计',
  'how long an outcome counts, where a campaign has no goal': '活动没有目标时，多久之内的结果计入',
  'of what revenue are the fares': '收入按预订还是按已飞航班的票款计算',
  'what one of another currency is worth, from a day on': '其他货币自某日起折合多少',
  'of miles that no budget has a value for': '预算没有写明里程价值时，一里程值多少',
  'what a mail or a message costs': '一封邮件或一条消息的成本',
  'what an upgrade costs that was accepted, by its cabin': '会员接受的升舱成本，按舱位',
  'from which share of those treated on it is too many': '触达的会员中，达到多大比例即为过多',
  'so many miles, such as 5000 miles': '里程数，例如 5000 miles',
  'whose figure it is': '由谁负责',
  'the name for readers of Chinese': '中文界面上的名称；不写则用上面的名称',
  'mails and messages in a minute': '每分钟的邮件和消息数',
  'members in all': '总会员数',
}

export function about(english: string): string {
  return SAID[english] ?? english
}
