import type { ComplaintCategory } from './categories.ts'

/** Words that speak for a category. `strong` ones count twice. */
export interface Words {
  strong: RegExp
  weak: RegExp
}

type ByCategory = Record<Exclude<ComplaintCategory, 'other'>, Words>

/** Whole words; a star stands for any ending. */
function english(strong: string, weak: string): Words {
  return { strong: wholeWords(strong), weak: wholeWords(weak) }
}

function wholeWords(list: string): RegExp {
  const words = list.split('|').map((word) => word.trim().replaceAll('*', "[\\w']*").replaceAll(' ', '\\s+'))
  return new RegExp(`(?<![\\w'])(?:${words.join('|')})(?![\\w'])`, 'g')
}

/** Chinese has no blanks between words. */
function chinese(strong: string, weak: string): Words {
  return { strong: new RegExp(strong, 'g'), weak: new RegExp(weak, 'g') }
}

/** As passengers write in English, in small letters. */
export const ENGLISH: ByCategory = {
  delay: english(
    'delay*|late flight*|hour* late|min* late|running late|tarmac|runway|missed (?:my|our|the|her|his|their) connect*|missed connection*|miss (?:my|our|the) connect*',
    'late|waiting|hour*|hr*|stuck|sitting|on time|mechanical|maintenance|de-ic*|deic*|departure|take off|connect*',
  ),
  cancellation: english(
    'cancel*|cxl*|called off',
    'rebook*|rebooked|stranded|next flight|hotel|weather|reschedul*|tomorrow',
  ),
  baggage: english(
    'bag|bags|baggage|luggage|suitcase*|checked bag*|carry-on*|carryon*',
    'carousel|lost|claim|damage*|broke*|missing',
  ),
  crew: english(
    'flight attendant*|stewardess*|steward|cabin crew|rude|rudest|rudeness|attitude*|unprofessional',
    'crew|attendant*|staff|employee*|pilot*|captain|gate agent*|behavio*|disrespect*|yell*|mean',
  ),
  onboard: english(
    'legroom|leg room|wifi|wi-fi|entertainment|inflight|in-flight|meal*|snack*|movie*|seatback|tray|toilet*|lavator*|restroom*|air con*|old plane*|dirty|filthy',
    'seat|seats|food|drink*|water|tv|screen*|cabin|hot|cold|upgrade*|first class|business class|plane|uncomfortable|middle|window|aisle',
  ),
  airport: english(
    'line|lines|long line*|queue*|check-in|checkin|check in|counter|kiosk*|security|tsa|lounge*|terminal',
    'gate|boarding|airport|desk|customs|agents|baggage drop',
  ),
  booking: english(
    'book|booking*|booked|website|web site|reservation*|fare|fares|ticket*|log in|login|password|confirmation|checkout|app',
    'site|online|price*|paid|pay|charge*|credit card|error|purchase*|seat selection|select seat*|itinerary|change fee*|fee|fees|name|account',
  ),
  service: english(
    'customer service|on hold|hold|hung up|hang up|hangs up|hanging up|no response|no answer|no reply|call back|callback|phone|customer care|customer relations|wait time*',
    'call|calls|called|calling|respon*|reply|replied|answer*|help|agent|rep|reps|representative*|dm|email*|e-mail*|number|refund*|ignor*|speak|talk*|contact*|complain*|compensat*|voucher*|apolog*|poor service|service',
  ),
}

/** As passengers write in Chinese, simplified or traditional. */
export const CHINESE: ByCategory = {
  delay: chinese(
    '延误|延誤|晚点|晚點|误点|誤點|推迟|推遲|误机|迟迟|遲遲|(?:错过|没赶上|錯過).{0,6}(?:转机|联程|航班|轉機)',
    '小时|小時|等了|等待|滑行|起飞|起飛|准点|准时|準時|转机|轉機',
  ),
  cancellation: chinese('取消|停飞|停飛|停航|航班没了', '改签|改簽|滞留|滯留|住宿|酒店|备降|備降|天气|天氣'),
  baggage: chinese(
    '行李|托运|託運|箱子|拉杆箱|皮箱|旅行箱',
    '丢失|遗失|遺失|丢了|损坏|损毁|破损|損壞|摔坏|转盘|轉盤|背包',
  ),
  crew: chinese(
    '空姐|空少|空乘|乘务|乘務|机组|機組|态度|態度|没礼貌|不礼貌|傲慢',
    '机长|機長|服务员|工作人员|冷漠|骂|凶|不耐烦',
  ),
  onboard: chinese(
    '座椅|飞机餐|餐食|餐点|機上餐|毛毯|机上娱乐|娱乐系统|屏幕|厕所|廁所|卫生间|客舱|空调|耳机|机上.?wi-?fi',
    '座位|难吃|冷|热|吵|噪音|脏|髒|饮料|飲料|升舱|升艙|挤|过道|靠窗',
  ),
  airport: chinese(
    '值机|值機|柜台|櫃檯|安检|安檢|排队|排隊|贵宾室|貴賓室|休息室|摆渡车|擺渡車|登机口|登機口|地勤',
    '机场|機場|航站楼|登机|登機|廊桥|通道|边检',
  ),
  booking: chinese(
    '订票|訂票|购票|購票|订单|訂單|出票|官网|官網|网站|網站|付款|支付|选座|選座|票价|票價|退票|里程兑换|兑换',
    '机票|機票|手续费|手續費|(?<![a-z])app(?![a-z])|扣款|改名|姓名|价格|網上|网上|预订|預訂|积分',
  ),
  service: chinese(
    '客服|电话|電話|热线|熱線|打不通|没人接|无人接|无人回|没人回|不回复|推诿|推卸|踢皮球',
    '投诉|投訴|赔偿|賠償|退款|答复|答覆|处理|處理|回复|回覆|等回|解决|解決|邮件|郵件',
  ),
}

/** It is grave: somebody was hurt, treated as less than others, left alone at night, or goes to court. */
export const GRAVE = {
  en: wholeWords(
    'injur*|hurt|bleeding|hospital|ambulance|medical|medication*|wheelchair*|disab*|discriminat*|racis*|sexis*|harass*|assault*|lawyer*|attorney*|sue|suing|lawsuit|court|police|unsafe|danger*|fire|smoke|funeral|wedding|infant|stranded|overnight|(?:[4-9]|[1-9]\\d) ?(?:hour|hr)s?|sleep* (?:on|in|at)',
  ),
  zh: /受伤|受傷|流血|医院|醫院|急救|轮椅|輪椅|残疾|残障|歧视|歧視|骚扰|騷擾|律师|律師|起诉|起訴|法院|报警|報警|危险|危險|着火|冒烟|葬礼|婚礼|婴儿|孕妇|老人|过夜|過夜|通宵|滞留|滯留|(?:[4-9]|[1-9]\d|[四五六七八九十]+)个?多?小?[时時]|民航局|曝光/g,
} as const

/** They are angry, or have had enough. */
export const ANGRY = {
  en: wholeWords(
    'worst|never again|never fl*|last time|unacceptable|disgust*|ridiculous|outrag*|furious|pathetic|horrible|horrendous|terrible|awful|disgrace*|appalling|nightmare|refund*|compensat*',
  ),
  zh: /最差|再也不|太差|恶劣|惡劣|无法接受|不能接受|愤怒|气愤|氣憤|坑人|垃圾|欺骗|离谱|離譜|赔偿|賠償|投诉到底/g,
} as const

/** They say it kindly. */
export const MILD = {
  en: wholeWords('suggest*|feedback|thank*|please|minor|a little|a bit|would be nice|hope'),
  zh: /建议|建議|反馈|谢谢|謝謝|感谢|希望|稍微|有点|一点/g,
} as const
