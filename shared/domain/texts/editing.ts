import { conditions } from './en/editing/conditions.ts'
import { drafts } from './en/editing/drafts.ts'
import { examples } from './en/editing/examples.ts'
import { fields } from './en/editing/fields.ts'
import { gallery } from './en/editing/gallery.ts'
import { mails } from './en/editing/mails.ts'
import { rehearsal } from './en/editing/rehearsal.ts'
import type { Language } from './language.ts'
import { conditions as conditionsZh } from './zh-CN/editing/conditions.ts'
import { drafts as draftsZh } from './zh-CN/editing/drafts.ts'
import { examples as examplesZh } from './zh-CN/editing/examples.ts'
import { fields as fieldsZh } from './zh-CN/editing/fields.ts'
import { gallery as galleryZh } from './zh-CN/editing/gallery.ts'
import { mails as mailsZh } from './zh-CN/editing/mails.ts'
import { rehearsal as rehearsalZh } from './zh-CN/editing/rehearsal.ts'

const en = { conditions, drafts, examples, fields, gallery, mails, rehearsal }

/** What the console says where rules are changed. Loaded with those pages, so that the first page stays small. */
export type EditingTexts = typeof en

const catalogue: Record<Language, EditingTexts> = {
  en,
  'zh-CN': {
    conditions: conditionsZh,
    drafts: draftsZh,
    examples: examplesZh,
    fields: fieldsZh,
    gallery: galleryZh,
    mails: mailsZh,
    rehearsal: rehearsalZh,
  },
}

export function editingTextsIn(language: Language): EditingTexts {
  return catalogue[language]
}
