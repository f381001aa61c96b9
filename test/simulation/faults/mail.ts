import { type Fault, isMail } from './fault.ts'

/** SES has had enough for now, refuses the mail, or does not answer: then nobody knows whether it took it. */
export const mailThrottled: Fault = { concerns: isMail, effect: () => ({ is: 'mail', fate: 'throttled' }) }
export const mailRefused: Fault = { concerns: isMail, effect: () => ({ is: 'mail', fate: 'rejected' }) }
export const mailLost: Fault = { concerns: isMail, effect: () => ({ is: 'mail', fate: 'lost' }) }
export const mailAnswerLost: Fault = { concerns: isMail, effect: () => ({ is: 'mail', fate: 'answer-lost' }) }
