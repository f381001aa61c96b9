import type { faultWords as faults, silentWords as silents } from '../../../connectors/words.ts'

/** What connectors say of other systems' messages. */

const RESEND_WITH_CARD = '请对方在报文中带上会员卡号'
const CUT_OFF = '报文应以 UNZ 和结束符收尾：可能被截断，或后面还有其他内容'

export const faultWords: typeof faults = {
  bytesTooMany: ({ bytes, most }) => ({ message: `报文有 ${bytes} 字节，最多读取 ${most} 字节` }),
  unpackedTooLarge: ({ most }) => ({ message: `报文解压后超过 ${most} 字节` }),
  notUnpacked: () => ({ message: '报文是 gzip 压缩的，但无法解压', hint: '可能被截断' }),

  connectorUnknown: ({ name }) => ({
    message: `当前规则集中没有名为“${name}”的接入`,
    hint: '请在 connectors/ 中加入其映射并发布，然后重新提交异常数据',
  }),
  rawGone: ({ days }) => ({ message: `报文已不在存储中：只保留 ${days} 天`, hint: '请对方重新发送' }),
  tooLarge: ({ most }) => ({ message: `报文超过 ${most} 字节` }),

  otherEncoding: ({ probably }) => ({
    message: '报文的编码与其声明不符',
    hint: probably === '' ? '可能是其他编码' : `可能是 ${probably}`,
  }),
  documentType: () => ({ message: '报文带有文档类型声明（DOCTYPE）', hint: '正常报文都不需要，因此不予读取' }),
  tagsTooMany: ({ most }) => ({ message: `报文的标签超过 ${most} 个`, hint: '请分成几条报文发送' }),
  badXml: ({ line, said }) => ({ message: `第 ${line} 行：${said}`, hint: '被截断的报文会在中途结束' }),
  xmlParser: ({ said }) => ({ message: `XML 无法解析：${said}` }),
  noElement: () => ({ message: '报文中没有任何元素' }),
  otherRoot: ({ name, root }) => ({ message: `报文是 ${name}`, hint: `AIDX 航班报文以 ${root} 开头` }),
  legsTooMany: ({ count, most }) => ({ message: `一条报文有 ${count} 个航段，最多读取 ${most} 个` }),
  notATime: ({ field, said, like }) => ({ message: `${field}：“${said}”不是时间（例如 ${like}）` }),
  notADate: ({ field, said, like }) => ({ message: `${field}：“${said}”不是日期（例如 ${like}）` }),
  fieldMissing: ({ field }) => ({ message: `缺少 ${field}` }),
  unknownStatus: ({ code, like }) => ({
    message: `OperationalStatus：映射没有说明“${code}”的含义`,
    hint: `请在 statuses 中加上 “${code}: …”${like === '' ? '' : `；已有 ${like}`}`,
  }),
  legUnknown: ({ leg }) => ({
    message: `不知道航段 ${leg} 的计划离港时间`,
    hint: '请导入航班计划，或接入报告其离港的系统，然后重新提交异常数据',
  }),

  segmentsTooMany: ({ most }) => ({ message: `报文超过 ${most} 个段` }),
  notEdifact: () => ({ message: '报文不以 UNA 或 UNB 开头', hint: 'EDIFACT 报文都这样开头' }),
  endsWithSegment: ({ tag }) => ({ message: `报文结束于 ${tag} 段`, hint: CUT_OFF }),
  endsWithout: ({ rest }) => ({ message: `报文结束于“${rest}”，没有结束符`, hint: CUT_OFF }),
  zoneUnknown: ({ airport }) => ({ message: `始发站：不知道 ${airport} 的时区` }),
  cabinUnknown: ({ carrier, letter }) => ({
    message: `舱位：映射没有说明 ${carrier}.${letter} 属于哪个舱`,
    hint: `请在 cabins 中加上“${letter}”`,
  }),

  noColumn: ({ column, like, has }) => ({
    message: `文件中没有“${column}”列`,
    hint: like === '' ? `现有：${has}` : `您是想写“${like}”吗？`,
  }),
  quoteOpen: ({ said }) => ({ message: `表格无法解析：${said}`, hint: '引号须成对："…"' }),
  rowsTooMany: ({ count, most }) => ({
    message: `文件有 ${count} 行，放入文件夹的文件最多读取 ${most} 行`,
    hint: '`wingback import csv` 可导入任意大小的文件',
  }),
  wordUnknown: ({ field, said }) => ({
    message: `${field}：映射没有说明“${said}”的含义`,
    hint: '请在 codes 中补充',
  }),
  rounded: ({ field, said }) => ({
    message: `${field}：“${said}”被电子表格当作数字并取了近似值`,
    hint: '请把该列按文本导出',
  }),
  notANumber: ({ field, said }) => ({ message: `${field}：“${said}”不是数字` }),
  notWhole: ({ field, said }) => ({ message: `${field}：“${said}”不是整数` }),
  notYesOrNo: ({ field, said }) => ({ message: `${field}：“${said}”既不是“是”也不是“否”`, hint: '请在 codes 中说明' }),
  noSuchDay: ({ field, said }) => ({
    message: `${field}：“${said}”不是有效的日期`,
    hint: 'dates: [M/D/YYYY] 说明日期的写法',
  }),

  tooDeep: ({ most }) => ({ message: `报文嵌套超过 ${most} 层` }),
  notJson: () => ({ message: '报文不是 JSON', hint: '可能被截断' }),
  notAnObject: () => ({ message: '不是 JSON 对象' }),
  valuesTooMany: ({ most }) => ({ message: `超过 ${most} 个值` }),
  thingsTooMany: ({ count, most }) => ({
    message: `报文有 ${count} 项，最多读取 ${most} 项`,
    hint: '请分成几条报文发送',
  }),
  noList: ({ path }) => ({ message: `“${path}”处没有列表`, hint: 'things 说明列表的位置' }),

  notATicket: () => ({ message: '报文不是工单事件', hint: '请让 webhook 订阅工单事件' }),
  tagsUnknown: ({ tags, table }) => ({
    message: tags === '' ? '工单没有标签' : `映射中没有以下任何标签：${tags}`,
    hint: `请在 ${table} 中加上其中之一，或“*”`,
  }),
  noCardOrAddress: () => ({ message: '既没有会员卡号，也没有邮箱地址', hint: RESEND_WITH_CARD }),
  addressOfNobody: () => ({ message: '没有会员使用该邮箱地址', hint: RESEND_WITH_CARD }),
  addressOfSeveral: () => ({ message: '有多位会员使用该邮箱地址', hint: RESEND_WITH_CARD }),
}

export const silentWords: typeof silents = {
  leftOut: ({ what }) => `已略去：${what}`,
  statusIgnored: () => '该状态无需通知任何人',
  flightOfAnother: ({ carrier }) => `${carrier} 的航班`,
  olderThanLeg: () => '早于该航段的已知情况',
  cancellationTold: () => '取消的消息此前已有',
  isCancelled: () => '航班已取消',
  neither: () => '既没有延误，也没有取消',
  early: () => '提前',
  onTime: () => '正点',
  noOtherBand: ({ minutes }) => `延误 ${minutes} 分钟：与此前同一档`,
  belowBands: ({ minutes, least }) => `延误 ${minutes} 分钟：${least} 分钟起才算延误`,
  nobodyOfOurs: () => '其中没有本公司的会员',
  olderThanBooking: () => '早于该订座的已知情况',
  toldBefore: () => '此前已有',
  notLeft: () => '尚未起飞：旅客仍可能登机',
  nobodyCheckedIn: () => '报文中没有人值机',
  asInEarlierFile: () => '与以往文件相同',
  noEventHolds: ({ found }) => `不符合任何一种事件的条件：${found}`,
  nothingAt: ({ path, like }) => `${path} 处没有内容。您是想写 ${like} 吗？`,
  notAFlight: ({ number, date }) => `已略去航班：“${number}”“${date}”不是航班号和日期（例如 XW1061、2026-10-06）`,
  flightUnknown: ({ number, date }) => `已略去航班：没有 ${date} ${number} 的信息`,
  severalLegs: ({ number, date }) => `已略去航班：${date} ${number} 有多个航段`,
  noTag: ({ tag }) => `没有标签“${tag}”`,
  ticketEventIgnored: ({ type }) => `无需处理的工单事件：${type}`,
  noAnswer: () => '不是给会员的答复',
  statusTold: ({ status }) => (status === '' ? '没有说明状态' : `状态为 ${status}`),
  noOutcomes: () => '映射没有说明处理结果（outcomes）',
}
