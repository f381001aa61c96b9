import type { SetAsideCode } from '../../../contract/index.ts'
import { zhCN as actions } from '../../actions/words.ts'
import { BY_HAND } from '../../ledger/grant.ts'
import type { outputs as en } from '../en/outputs.ts'
import { cabinText, spelled } from './amounts.ts'
import { causeText } from './causes.ts'
import { gates } from './gates.ts'

const CODES: Readonly<Record<SetAsideCode, string>> = {
  'unknown-source': '未知来源',
  'not-json': '不是 JSON',
  'not-utf8': '不是 UTF-8',
  'too-large': '超出大小上限',
  'unknown-type': '未知事件类型',
  'missing-id': '缺少事件编号',
  'bad-id': '事件编号无效',
  'missing-member': '缺少会员号',
  'bad-member': '会员号无效',
  'missing-time': '缺少时间',
  'bad-time': '时间格式无效',
  'in-the-future': '时间在将来',
  'bad-field': '字段无效',
  'bad-passenger': '旅客信息无效',
  'id-conflict': '同一编号内容不同',
  'merged-in-a-circle': '会员卡循环合并',
  'too-many-cards': '会员卡过多',
  'too-late': '到达过晚',
  'not-our-card': '不是本公司的会员卡',
  'unknown-channel': '未知渠道',
  'unknown-message': '未知消息',
  'unknown-member': '找不到会员',
  'bad-xml': 'XML 无效',
  'bad-edifact': 'EDIFACT 无效',
  'bad-csv': '表格无效',
  'bad-json': 'JSON 无效',
  'not-this-kind': '不是此类报文',
  'bad-segment': '报文段无效',
  'unknown-code': '未知代码',
  'unknown-leg': '未知航段',
  'unknown-person': '找不到对应的会员',
  'unknown-connector': '没有该接入',
  'raw-is-gone': '原始报文已不再保留',
  unprocessable: '无法处理',
}

const ACCOUNTS: Readonly<Record<string, string>> = {
  budget: '预算',
  reserved: '预留',
  owed: '待付',
  redeemed: '已兑付',
  expired: '已过期',
  kept: '冲销未退回',
}
const GRANTS: Readonly<Record<string, string>> = { miles: '里程', voucher: '代金券', cash: '现金' }
const named = (kind: string) => (actions.names as Readonly<Record<string, string>>)[kind] ?? kind
const gateStop = (gate: string) => (gates as Readonly<Record<string, { stop: string }>>)[gate]?.stop ?? gate
const campaign = (id: string) => (id === BY_HAND ? '人工发放' : id)
/** Who granted it, and why: a campaign's own reason is often its name. */
function granting({ campaign: id, reason }: Record<'campaign' | 'reason', string>): string {
  const by = id === BY_HAND ? '人工发放' : `活动 ${id}`
  return reason === '' || reason === id ? by : `${by}，原因：${reason}`
}

export const outputs: typeof en = {
  none: '无',
  member: {
    erased: (card) => `${card}：已删除`,
    merged: (card, into) => `${card}：已并入 ${into}，此后的内容都在该卡`,
    facts: '事实',
    audiences: '人群',
    journeys: '旅程',
    timeline: (zone) => `时间线（${zone}）`,
    entered: (audience) => `进入人群 ${audience}`,
    left: (audience) => `离开人群 ${audience}`,
  },
  history: {
    nothing: '尚无任何改动：`npx wingback publish DIR`',
    when: (zone) => `时间（${zone}）`,
    columns: ['操作人', '操作', '规则集'],
    noneLive: '无生效规则集',
  },
  setAside: {
    code: (code) => (Object.hasOwn(CODES, code) ? `${CODES[code as SetAsideCode]}（${code}）` : code),
    sent: (count) => `已重新发送 ${count} 条；被接受的会从 \`set-aside list\` 中移除`,
    unsendable: (count) => `${count} 条不是可发送的事件：请修正文件后重新回放`,
    nothing: '没有异常数据',
    more: (count) => `……另有 ${count} 条：--limit，或用 --json 查看全部`,
  },
  tasks: {
    none: '没有工单',
    due: (at, overdue) => `截止 ${at}${overdue ? '，已逾期' : ''}`,
    did: {
      taken: (title) => `已领取：${title}`,
      noted: (title) => `已备注：${title}`,
      closed: (title) => `已办结：${title}`,
    },
  },
  replay: {
    done: (is) =>
      `已发送 ${is.sent}：已接收 ${is.accepted}，重复 ${is.duplicates}，异常数据 ${is.setAside}；${is.seconds} 秒，每秒 ${is.speed} 个事件`,
    inPart: '部分事件已接收，但其中无法识别的字段或旅客被搁置：两处都计入。',
    why: '未被接受的原因见 `npx wingback set-aside list`。',
  },
  gallery: {
    next: '用 npx wingback new my-rules --from 名称 放入您的规则集',
    missing: (words) => `邮件用到的词语尚未写入 wingback.yaml 的 airline：${words}。补齐之前无法发布`,
    test: (dir) => `下一步：npx wingback test ${dir}`,
  },
  init: (dir) => `下一步：npx wingback test ${dir}，然后修改 ${dir}/wingback.yaml`,
  corrected: (count, was, is) => `已更正 ${count}：${was} -> ${is}`,
  examples: {
    passed: '通过    ',
    failed: '未通过  ',
    happened: (zone) => `实际发生（时间为 ${zone}）：`,
    nothing: '没有任何操作',
    waits: (until) => `示例到此结束；活动将等待到 ${until}`,
    missing: (expected, line) => `预期而未发生：${expected}（第 ${line} 行）`,
    unexpected: (happened) => `发生而未预期：${happened}`,
    did: ({ outcome, action = '', named }) =>
      [`${action}${named ? `“${named}”` : ''}`, outcome].filter(Boolean).join(' '),
    because: (what, why) => `${what}（${why}）`,
    count: (examples, failed) => `${examples} 个示例，${failed} 个未通过`,
    problems: (count) => `，${count} 处问题`,
    without: (campaigns) => `没有示例的活动：${campaigns}`,
    expected: {
      granted: (kind, amount = '') => {
        if (kind === undefined) return named('compensation')
        if (kind === 'miles') return `${named('compensation')} ${spelled(amount)} 里程`
        return `${named('compensation')} ${GRANTS[kind] ?? kind} ${spelled(amount)}`
      },
      entitled: (amount) => [named('entitlement'), amount && spelled(amount)].filter(Boolean).join(' '),
      entitledByHand: `${named('entitlement')}转人工`,
      mail: ({ template, subject, says }) =>
        [`${named('email')}“${template}”`, subject && `主题“${subject}”`, says && `正文含“${says}”`]
          .filter(Boolean)
          .join('，'),
      message: ({ template, channel, says }) =>
        [`${named('message')}“${template}”`, channel && `渠道 ${channel}`, says && `正文含“${says}”`]
          .filter(Boolean)
          .join('，'),
      known: (kind, by) => `${named(kind)}“${by}”`,
      upgrade: (cabin) => `${named('upgradeOffer')}：${cabinText(cabin)}`,
      stopped: (kind, how, gate) => `${named(kind)}${how === 'held' ? '暂缓' : '跳过'}（${gateStop(gate)}）`,
      fate: {
        heldOut: (kind) => `${named(kind)}因对照组不触达`,
        waiting: (kind) => `${named(kind)}待主管审批`,
        refused: (kind) => `${named(kind)}未发放`,
        failed: (kind) => `${named(kind)}失败`,
      },
      notEntered: (gate) => `未进入活动（${gateStop(gate)}）`,
      arm: (arm) => `分入 ${arm} 组`,
      entered: '进入活动',
      exited: '退出活动',
      goal: '达成目标',
      on: (what, day) => `${day}，${what}`,
      at: (what, _asWritten, time) => `${time}，${what}`,
    },
  },
  ledger: {
    campaign,
    noBooks: '尚无带预算的规则集生效',
    book: (book, spent) => `${book.replace(/^statutory:/, '法定补偿 ')}：已支出 ${spent}`,
    limit: (limit, left) => `，总额 ${limit}，剩余 ${left}`,
    reserved: (amount) => `，其中 ${amount} 待审批`,
    columns: ['活动', '种类', '预留', '待付', '已兑付', '已过期', '冲销未退回'],
    kinds: GRANTS,
    miles: (count) => `${count} 里程`,
    money: (kind, amount) => `${kind} ${amount}`,
    noGrants: '没有发放过补偿',
    grant: (is) => `${is.id}  ${is.state}：${is.amount}，事由 ${causeText(is.cause)}；${granting(is)}`,
    entry: (is) =>
      `${is.what} ${is.amount}，${ACCOUNTS[is.from] ?? is.from} → ${ACCOUNTS[is.to] ?? is.to}，${is.by}${is.why && `：${is.why}`}`,
    noneWaits: '没有待审批的补偿',
    waiting: (is) =>
      `${is.id}  截止 ${is.until}  ${is.member}：${is.amount}，成本 ${is.cost}，事由 ${causeText(is.cause)}；${granting(is)}；申请人 ${is.by}`,
    before: (line) => `此前已完成：${line}`,
    waits: (id, until, zone) => `${id} 待主管审批，截止 ${until}（${zone}）`,
    granted: (id) => `${id} 已发放`,
    wasGranted: (id) => `${id} 此前已发放`,
    words: {
      pending: '待审批',
      requested: '申请',
      reserved: '已预留',
      granted: '已发放',
      approved: '已批准',
      refused: '已拒绝',
      lapsed: '逾期失效',
      reversed: '已冲销',
      redeemed: '已兑付',
      expired: '已过期',
    },
    faults: (duplicates, orphans, differences) => `重复 ${duplicates}，无主 ${orphans}，不符 ${differences}`,
    checked: (entries, grants, members, complete) =>
      `${grants} 笔补偿的 ${entries} 条记录，${members} 名会员${complete ? '' : '；其余来不及核对'}`,
  },
  start: {
    recovered: '上次在此数据上的运行被强制结束。未完成的操作会重做，计数会更正。',
    waits: (version, dir) => `${dir} 的规则集 ${version} 待主管审批：npx wingback rulebook pending`,
    live: (version, dir) => `${dir} 的规则集 ${version} 已生效。`,
    month: '虚构的一个月（2026 年 9 月）正在通过整条流程：',
    events: (count, seconds) => `${count} 个事件，用时 ${seconds} 秒`,
    flight: '再看一个航班：9 月 29 日的 XW1001，由各系统发来报文（docs/connect）：',
    messagesRead: (count) => `${count} 条报文，从订座到抵达`,
    hasProblems: (dir, problems) => `${dir} 中的规则集有 ${problems}。`,
    noRulebook: (message) => `没有规则集：${message}`,
    stopping: '正在停止……',
    rows: {
      members: '会员',
      events: '事件',
      emails: '邮件',
      messages: '消息',
      offers: '升舱优惠',
      compensation: '补偿',
      owed: '法定补偿',
      skipped: '跳过原因',
    },
    emails: (sent, skipped, heldOut, waiting) =>
      `已发送 ${sent}，已跳过 ${skipped}，对照组 ${heldOut}，等待中 ${waiting}`,
    messages: (sent, skipped, heldOut, expired) =>
      `已发送 ${sent}，已跳过 ${skipped}，对照组 ${heldOut}，逾期未答复 ${expired}`,
    offers: (issued, accepted, heldOut) => `已发放 ${issued}，已接受 ${accepted}，对照组 ${heldOut}`,
    compensation: (granted, refused, heldOut) => `已发放 ${granted}，未发放 ${refused}，对照组 ${heldOut}`,
    owed: (granted, tasks, waiting) => `已发放 ${granted}，转人工 ${tasks}，等待中 ${waiting}`,
    nothing: '无',
    places: { console: '控制台', emails: '邮件', events: '事件入口', api: 'API', messages: '报文入口' },
    otherMessages: '（其他渠道的消息也在此）',
    bus: (bus) => `（总线 ${bus}：aws events put-events --endpoint-url …）`,
    messagesTo: (drop, api) => `${drop}/CONNECTOR/（文件），或 POST ${api}/in/CONNECTOR（需签名：docs/connect）`,
    next: (elsewhere) =>
      `在另一个终端中：${elsewhere === undefined ? '' : `export WINGBACK_URL=${elsewhere}; `}npx wingback status   npx wingback export   npx wingback explain 会员号`,
    running: '程序持续运行并接收事件。按 Ctrl-C 停止。',
  },
}
