import type { Template } from '../../../shared/domain/rulebook/rulebook.ts'

/** Mails whose subject and text says what promises are checked against: that something was granted, offered, and to whom. */
export const templates: Record<string, Record<string, Template>> = {
  news: { en: mailOf('News', '') },
  sorry: {
    en: mailOf('Sorry', '{% if compensation %}granted {{ compensation.amount }} {{ compensation.kind }}{% endif %}\n'),
  },
  owed: { en: mailOf('Owed', '') },
  offer: { en: mailOf('Offer', 'offered {{ offer.cabin }}\n') },
}

function mailOf(subject: string, says: string): Template {
  const text = `${says}{{ unsubscribeUrl }}`
  return { subject, html: `<p>${text}</p>`, text }
}
