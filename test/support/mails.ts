import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { readRulebookFolder } from '../../cli/rulebook/read.ts'
import { templateBuilder } from '../../shared/app/templates/build.ts'
import type { MessageData } from '../../shared/domain/message/data.ts'
import { render } from '../../shared/domain/message/render.ts'
import { SAMPLE_OWED, sampleData } from '../../shared/domain/message/sample.ts'
import type { Template } from '../../shared/domain/rulebook/rulebook.ts'
import { CABINS } from '../../shared/standards/cabin.ts'

/** The mails that the project ships, in every form they can take. */
export interface Shipped {
  /** `campaigns/we-are-sorry/en` */
  name: string
  locale: string
  template: Template
  airline: Readonly<Record<string, string>>
}

export interface Variant {
  data: MessageData
  subject: string
  html: string
  text: string
}

export async function shippedTemplates(): Promise<Shipped[]> {
  const shipped: Shipped[] = []
  for (const folder of ['campaigns', 'cli/starter']) {
    const { files } = await readRulebookFolder(fileURLToPath(new URL(`../../${folder}`, import.meta.url)))
    const { airline } = parse(files['wingback.yaml']!)
    const build = templateBuilder(files)
    for (const [path, source] of Object.entries(files)) {
      const [, id, locale] = /^templates\/([^/]+)\/([^/]+)\.mjml$/.exec(path) ?? []
      if (!id || !locale) continue
      const built = await build(source, path, locale)
      if (!built.ok) throw new Error(JSON.stringify(built.problems))
      shipped.push({ name: `${folder}/${id}/${locale}`, locale, template: built.template, airline })
    }
  }
  return shipped
}

/**
 * A mail with everything there is, and without, in every combination of what its template looks at of the journey; and to
 * somebody without a name, and of the other class. Each different mail once.
 */
export function variantsOf({ template, locale, airline }: Shipped): Variant[] {
  const sample = sampleData(locale, airline)
  const all: MessageData = { ...sample, member: { ...sample.member, name: NAMES[locale]! } }
  let datas = [all]
  for (const [group, forms] of Object.entries(formsOf(template, all)))
    datas = datas.flatMap((data) => forms.map((form) => ({ ...data, [group]: form })))
  const first = datas[0]!
  datas.push({ ...first, member: { ...first.member, name: '' } })
  datas.push({ ...first, campaign: { ...first.campaign, class: 'service' } })
  const variants = new Map<string, Variant>()
  for (const data of datas) {
    const { subject, html, text } = made(template, data)
    variants.set(html + subject, { data, subject, html, text })
  }
  return [...variants.values()]
}

const NAMES: Record<string, string> = { en: 'Anna', 'zh-CN': '林晓雨' }
const COMPLAINTS = ['delay', 'cancellation', 'baggage', 'crew', 'airport', 'booking', 'onboard', 'food']
const DISRUPTIONS = ['delay', 'cancellation', 'diversion', 'deniedBoarding', 'downgrade', 'baggageDelay']
const RIGHTS = ['EU261', 'UK261', 'CN', 'US-DOT', 'other']

/** For each group of words that a template names the forms that it can have there. */
function formsOf(template: Template, all: MessageData): Partial<Record<keyof MessageData, unknown[]>> {
  const source = `${template.subject}${template.html}${template.text}`
  const uses = (word: string) => source.includes(word)
  const asks = (group: string) => new RegExp(`\\{%-? *if ${group}\\b(?!\\.)`).test(source)
  const perhaps = (group: string, forms: unknown[]) => (asks(group) ? [...forms, undefined] : forms)
  const { compensation, disruption, offer, complaint } = all
  const money = { ...compensation!, currency: 'CNY', amount: 500_00 }
  const goodwill = [compensation, { ...money, kind: 'voucher' }, { ...money, kind: 'cash' }]
  const owed = [
    SAMPLE_OWED.compensation,
    { ...SAMPLE_OWED.compensation, law: 'CN', paragraphs: '《航班正常管理规定》' },
  ]
  const granted = uses('compensation.law') ? owed : uses('compensation.kind') ? goodwill : [compensation]
  const happened = DISRUPTIONS.flatMap((kind) =>
    [190, null].map((delayMinutes) => ({ ...disruption, kind, delayMinutes })),
  )
  const protectedBy = RIGHTS.flatMap((rights) =>
    [true, false].map((yes) => ({ ...disruption, rights, careDue: yes, refundRight: yes })),
  )
  const forms: Partial<Record<keyof MessageData, unknown[]>> = {
    flight: perhaps('flight', [all.flight]),
    complaint: COMPLAINTS.map((category) => ({ ...complaint, category })),
    disruption: [...happened, ...protectedBy],
    compensation: perhaps('compensation', granted),
    statutory: perhaps('statutory', [all.statutory, { amount: 600_00, currency: 'EUR' }]),
    offer: CABINS.map((cabin) => ({ ...offer, cabin })),
  }
  return Object.fromEntries(Object.entries(forms).filter(([group]) => uses(group)))
}

/** A few variants in which every branch of the template is taken; and the branches that none takes. */
export function everyBranch(shipped: Shipped): { variants: Variant[]; untaken: string[] } {
  const { marked, marks } = withMarks(shipped.template)
  const untaken = new Set(marks.keys())
  const takenBy = ({ data }: Variant) => {
    const { subject, html } = made(marked, data)
    return [...`${subject}${html}`.matchAll(/⟦(\d+)⟧/g)].map(([, mark]) => Number(mark))
  }
  const variants = variantsOf(shipped).filter((variant) => {
    const fresh = takenBy(variant).filter((mark) => untaken.delete(mark))
    return fresh.length > 0
  })
  return { variants, untaken: [...untaken].map((mark) => marks[mark]!) }
}

/** The template with a mark in each branch of its conditions, and the tags that begin them. */
function withMarks(template: Template): { marked: Template; marks: string[] } {
  const marks: string[] = []
  const mark = (source: string) =>
    source.replace(/\{%-? *(?:if|unless|elsif|else|when)\b[^%]*%\}/g, (tag) => `${tag}⟦${marks.push(tag) - 1}⟧`)
  return { marked: { ...template, subject: mark(template.subject), html: mark(template.html) }, marks }
}

function made(template: Template, data: MessageData): Omit<Variant, 'data'> {
  const rendered = render(template, data)
  if (rendered.ok) return rendered
  throw new Error(`${rendered.reason}: ${JSON.stringify(data)}`)
}
