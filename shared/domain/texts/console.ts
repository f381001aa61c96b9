import type { consoleEn } from './en/console/index.ts'
import type { Language } from './language.ts'

/** What the console says beside the rest of the catalogue: apart from it, so that no function carries it. */
export type ConsoleTexts = typeof consoleEn

/** Each language by itself: a browser fetches the one that is read. */
export const consoleTexts: Record<Language, () => Promise<ConsoleTexts>> = {
  en: async () => (await import('./en/console/index.ts')).consoleEn,
  'zh-CN': async () => (await import('./zh-CN/console/index.ts')).consoleZh,
}
