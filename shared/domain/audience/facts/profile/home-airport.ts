import { AIRPORT } from '../../fields/travel.ts'
import { notSaid } from '../absences.ts'
import { profileIn } from '../known.ts'
import { type Fact, fixed } from '../types.ts'

export const homeAirport: Fact = {
  name: 'homeAirport',
  family: 'profile',
  type: AIRPORT,
  description: { en: 'the airport the member usually leaves from', 'zh-CN': '会员的常用出发机场' },
  absent: notSaid,
  example: 'homeAirport: [PEK, PKX]',
  params: {},
  measure: fixed((subject) => profileIn(subject).homeAirport),
}
