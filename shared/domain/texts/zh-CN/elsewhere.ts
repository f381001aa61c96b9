/**
 * What the standards and the event contract say. They know no languages, so their English sentences are the keys; what is not
 * among them stays as it is.
 */
const SENTENCES: readonly (readonly [english: RegExp, chinese: string])[] = [
  [/^did you mean "?([^"?]+)"?\?$/, '您是想写“$1”吗？'],
  [/^no currency of ISO 4217 is called "(.*)"$/, '没有代码为“$1”的币种'],
  [/^write a code such as CNY$/, '写作币种代码，例如 CNY'],
  [/^(\w{3}) ended on (\S+)$/, '$1 已于 $2 停用'],
  [/^it became (\w{3}): write the amount in that$/, '已改用 $1：请按 $1 写金额'],
  [/^(\w{3}) begins on (\S+)$/, '$1 自 $2 起启用'],
  [/^"(.*)" is not a cabin: F, C, W or Y$/, '“$1”不是舱位：应为 F、C、W 或 Y'],
  [/^did you mean "(\w)"\? Y is economy, .*$/, '您是想写“$1”吗？F 头等舱、C 公务舱、W 超级经济舱、Y 经济舱'],
  [/^Y is economy, .*$/, 'F 头等舱、C 公务舱、W 超级经济舱、Y 经济舱'],
  [/^"(.*)" is an abbreviation$/, '“$1”是时区缩写'],
  [/^no time zone is called "(.*)"$/, '没有名为“$1”的时区'],
  [/^write an area and a place, such as Asia\/Shanghai$/, '写作“洲/城市”，例如 Asia/Shanghai'],
  [/^an offset has no summer time: .*$/, '时差不含夏令时：写作“洲/城市”，例如 Asia/Shanghai'],
  [/^no language is called "(.*)"$/, '没有代码为“$1”的语言'],
  [/^"(.*)" is not a locale$/, '“$1”不是语言代码'],
  [/^write a tag such as zh-CN$/, '例如 zh-CN'],
  [/^"(.*)" is not an IATA airport code such as PEK$/, '“$1”不是机场三字码，例如 PEK'],
  [/^this looks like an ICAO code: .*$/, '像是四字码：请写三字码，例如 ZBAA 应写 PEK'],
  [/^"(.*)" is not a route such as PEK-SHA$/, '“$1”不是航线，例如 PEK-SHA'],
  [/^"(.*)" is not an airline code such as CA$/, '“$1”不是航空公司二字码，例如 CA'],
  [/^"(.*)" is not a known ICAO designator$/, '“$1”不是已知的航空公司三字码'],
  [/^write the IATA code, such as CA$/, '请写二字码，例如 CA'],
  [/^"(.*)" is not a flight number such as 1501 or 974D$/, '“$1”不是航班号，例如 1501 或 974D'],
  [/^"(.*)" is not a flight$/, '“$1”不是航班'],
  [/^a flight is written (\S+): .*$/, '航班写作 $1：航班号、出发地、目的地、始发地的计划日期'],
  [/^expected five fields: .*$/, '应有五项：分、时、日、月、星期'],
  [/^"(.*)" means nothing here$/, '“$1”在此处没有意义'],
  [/^what for: one of complaint, flight, cause$/, '请写明原因：--complaint、--flight、--cause 之一'],
  [/^one of miles, voucher, cash$/, '请写明金额：--miles、--voucher、--cash 之一'],
  [/^must be 1 to 128 letters, digits or (.*)$/, '应为 1 到 128 个英文字母、数字或 $1，不能用汉字和空格'],
  [/^must be a text$/, '应为文本'],
  [/^must be a date such as (\S+)$/, '应为日期，例如 $1'],
  [/^must be ISO 8601 with an offset, such as (\S+)$/, '应为带时差的时间，例如 $1'],
  [/^must lie between the years 1900 and 2200$/, '应在 1900 年与 2200 年之间'],
  [
    /^is missing, and so are email and pnr, by which the member could be found$/,
    '缺少，也没有可用来查找会员的 email 和 pnr',
  ],
  [/^is missing$/, '缺少'],
  [/^Unresolved tag: (.*)$/, '不能使用 YAML 标签 $1'],
  [/^"(.*)" is there twice$/, '“$1”重复出现'],
  [/^the file holds nothing$/, '文件为空'],
  [/^a key is a text$/, '键应为文本'],
  [/^expected a mapping, found a list$/, '应为映射（键: 值），实际为列表'],
  [/^is no telephone number$/, '不是电话号码'],
  [/^with its country, such as (.*)$/, '请写国家代码，例如 $1'],
  [/^(\S+) has no field "(.*)"$/, '$1 没有字段“$2”'],
  [/^there are (.*)$/, '可用：$1'],
  [/^has an invalid domain$/, '邮箱域名无效'],
]

/** A sentence of a standard or of the event contract in Chinese, with the field it is about. */
export function inChinese(text: string): string {
  const [, field, rest] = /^([\w.[\]]+): (.+)$/.exec(text) ?? []
  for (const [english, chinese] of SENTENCES) {
    if (english.test(text)) return text.replace(english, chinese)
    if (field !== undefined && english.test(rest!)) return `${field}：${rest!.replace(english, chinese)}`
  }
  return text
}
