import type { MessageTemplate, Template } from '../../../shared/domain/rulebook/rulebook.ts'

/** Mails whose subject and text says what promises are checked against: that something was granted, offered, and to whom. */
export const templates: Record<string, Record<string, Template>> = {
  news: { en: mailOf('News', '') },
  sorry: {
    en: mailOf('Sorry', '{% if compensation %}granted {{ compensation.amount }} {{ compensation.kind }}{% endif %}\n'),
  },
  owed: { en: mailOf('Owed', '') },
  offer: { en: mailOf('Offer', 'offered {{ offer.cabin }}\n') },
}

/** The same as messages. */
export const messages: Record<string, Record<string, MessageTemplate>> = {
  news: { en: { text: 'News, {{ member.name }}' } },
  sorry: {
    en: { text: 'Sorry{% if compensation %}, granted {{ compensation.amount }} {{ compensation.kind }}{% endif %}' },
  },
  owed: { en: { text: 'Owed' } },
  offer: { en: { text: 'Offer {{ offer.cabin }}' } },
}

function mailOf(subject: string, says: string): Template {
  const text = `${says}{{ unsubscribeUrl }}`
  return { subject, html: `<p>${text}</p>`, text }
}
