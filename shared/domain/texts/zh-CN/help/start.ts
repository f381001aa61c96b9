import type { Help } from '../../en/help/index.ts'

export const start: Help['start'] = {
  description: '在本机运行 Wingback：只需要 Node，所有服务只监听 127.0.0.1。',
  options: {
    empty: '不载入示例数据',
    rulebook: '启动时发布的规则集',
    port: 'API 的端口；事件入口和邮件查看页依次占用其后两个；0 表示自动选择空闲端口',
    data: '把全部数据保存在此文件夹，再次启动时继续使用',
    identity: '发件人不属于此域名时拒绝规则集，与 AWS 中配置了该 SES 域名的环境一致',
    json: '就绪后输出一行 {"console", "api", "events", "mail"}',
  },
}
