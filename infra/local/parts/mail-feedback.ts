import { mail as wiring } from '../../../shared/pipeline.ts'

/** SES's events about an email with a configuration set, as its SNS topic delivers them (raw). */

export interface TakenMail {
  messageId: string
  from: string
  to: readonly string[]
  subject: string
  headers: readonly { name: string; value: string }[]
  tags: Readonly<Record<string, readonly string[]>>
  configurationSet: string
  /** Epoch ms. */
  at: number
}

/** What happens to an email, by the addresses of SES's own mailbox simulator; there a label (`bounce+42@`) changes nothing. */
type Fate = 'delivered' | 'bounced' | 'suppressed' | 'complained' | 'opened' | 'clicked'
const simulated: Record<string, Fate> = {
  bounce: 'bounced',
  suppressionlist: 'suppressed',
  complaint: 'complained',
}
/** Here alone: whoever has an address such as `anna+clicks@example.com` opens each email, and clicks in it. */
const readers: Record<string, Fate> = { opens: 'opened', clicks: 'clicked' }
const SIMULATOR = 'simulator.amazonses.com'

/** The events of one email, each as JSON, as far as the configuration set publishes them. */
export function feedbackOf(mail: TakenMail): string[] {
  const published: readonly string[] = wiring.events
  const events = [...Map.groupBy(mail.to, fateOf)].flatMap(([fate, addresses]) => reports[fate](mail, addresses))
  return events
    .filter((event) => published.includes(event.eventType.toUpperCase()))
    .map((event) => JSON.stringify({ ...event, mail: described(mail) }))
}

const reports: Record<Fate, (mail: TakenMail, addresses: readonly string[]) => { eventType: string }[]> = {
  delivered: (mail, addresses) => [delivery(mail, addresses)],
  bounced: (mail, addresses) => [bounce(mail, addresses, 'General')],
  suppressed: (mail, addresses) => [bounce(mail, addresses, 'Suppressed')],
  complained: (mail, addresses) => [delivery(mail, addresses), complaint(mail, addresses)],
  opened: (mail, addresses) => [delivery(mail, addresses), opening(mail)],
  clicked: (mail, addresses) => [delivery(mail, addresses), opening(mail), click(mail)],
}

/** An address alone, or `Name <address>`. */
function bareAddress(address: string): string {
  return /<([^<>]*)>\s*$/.exec(address)?.[1] ?? address.trim()
}

function fateOf(address: string): Fate {
  const [local = '', domain] = bareAddress(address).toLowerCase().split('@')
  const [name = '', label = ''] = local.split('+')
  return (domain === SIMULATOR ? simulated[name] : readers[label]) ?? 'delivered'
}

function delivery(mail: TakenMail, addresses: readonly string[]) {
  const smtpResponse = '250 2.6.0 Message received'
  const recipients = addresses.map(bareAddress)
  return {
    eventType: 'Delivery',
    delivery: { timestamp: iso(mail.at), processingTimeMillis: 1, recipients, smtpResponse, reportingMTA: 'localhost' },
  }
}

const READER = { ipAddress: '127.0.0.1', userAgent: 'a made-up reader' }

function opening(mail: TakenMail) {
  return { eventType: 'Open', open: { ...READER, timestamp: iso(mail.at) } }
}

function click(mail: TakenMail) {
  return {
    eventType: 'Click',
    click: { ...READER, timestamp: iso(mail.at), link: 'https://example.com/', linkTags: null },
  }
}

function bounce(mail: TakenMail, addresses: readonly string[], subType: 'General' | 'Suppressed') {
  const bouncedRecipients = addresses.map((address) => ({
    emailAddress: bareAddress(address),
    action: 'failed',
    status: '5.1.1',
    diagnosticCode: 'smtp; 550 5.1.1 user unknown',
  }))
  const feedbackId = `${mail.messageId}-bounce`
  const about = { bounceType: 'Permanent', bounceSubType: subType, bouncedRecipients, feedbackId }
  return { eventType: 'Bounce', bounce: { ...about, timestamp: iso(mail.at), reportingMTA: 'dns; localhost' } }
}

function complaint(mail: TakenMail, addresses: readonly string[]) {
  const complainedRecipients = addresses.map((address) => ({ emailAddress: bareAddress(address) }))
  const about = { complainedRecipients, complaintSubType: null, complaintFeedbackType: 'abuse' }
  return {
    eventType: 'Complaint',
    complaint: { ...about, feedbackId: `${mail.messageId}-complaint`, timestamp: iso(mail.at) },
  }
}

function described(mail: TakenMail) {
  const destination = mail.to.map(bareAddress)
  return {
    timestamp: iso(mail.at),
    source: mail.from,
    sendingAccountId: '000000000000',
    messageId: mail.messageId,
    destination,
    headersTruncated: false,
    headers: mail.headers,
    commonHeaders: { from: [mail.from], to: destination, messageId: mail.messageId, subject: mail.subject },
    tags: { 'ses:configuration-set': [mail.configurationSet], ...mail.tags },
  }
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
