import type { OwnTaskTexts } from '../../actions/service-task/own.ts'
import { moneySaid } from '../../units.ts'
import { found } from './law.ts'

const TOPICS: Readonly<Record<string, string>> = {
  crew: '乘务服务',
  food: '餐食',
  meal: '餐食',
  seat: '座椅',
  cabin: '客舱',
  cleanliness: '清洁',
  entertainment: '机上娱乐',
  checkIn: '值机',
  boarding: '登机',
  punctuality: '准点',
  lounge: '贵宾室',
  baggage: '行李',
  booking: '订票',
  value: '性价比',
  staff: '工作人员',
}

export const ownTasks: OwnTaskTexts = {
  owed: ({ leg, asks }) => ({
    title: `${leg} 的法定补偿须人工处理`,
    ...(asks && { detail: found(asks) }),
  }),
  paymentsStopped: ({ perHourMinor, currency, resume }) => ({
    title: '自动支付已停止',
    detail: `一小时内将支付的金额超过 ${moneySaid(perHourMinor, currency)}。请先核实航班不正常情况属实，再运行：wingback resume ${resume}`,
  }),
  otherProgrammes: ({ people, flight, event }) => ({
    title: `${flight} 上有 ${people} 名其他常旅客计划的旅客`,
    detail: `${flight}（${event}）上有 ${people} 名旅客没有本公司会员卡。依法应提供的餐食、住宿、退款或现金补偿由承运航空公司负责，请在旅客名单中查找。`,
  }),
  dropped: ({ topic, place, week, answers, mean, before, weeksBefore, answersBefore }) => {
    const about = TOPICS[topic] ?? topic
    return {
      title: `${week} 当周 ${place} 的“${about}”评分下降`,
      detail: `${answers} 份问卷对“${about}”的平均评分为 ${mean}（满分 5），此前 ${weeksBefore} 周为 ${before}（${answersBefore} 份），降幅超出偶然。请查明原因，办结时写明处理情况。`,
    }
  },
}
