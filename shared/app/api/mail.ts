import * as z from 'zod'
import type { MailWord } from '../../domain/sending/mail-words.ts'
import { type ApiContext, ok, type Refusal, refuse, route } from './http.ts'
import { type AsSent, mailAsSent, versionsOf } from './mail-as-sent.ts'
import { mailNamed } from './mails.ts'
import { findMember } from './members.ts'

const asked = z.object({ mail: z.string().min(1).max(200) })

/** A mail as the member read it; `null`: too little is kept to make it again. */
export const showMail = route(asked, async ({ mail }, context) => {
  const found = await mailMade(mail, context, false)
  if (!found.ok) return found.refused
  const { word, made } = found
  return ok({ memberId: word.memberId, made })
})

/** The same for who may not see personal data: as it would read to a made-up member. */
export const showMaskedMail = route(asked, async ({ mail }, context) => {
  const found = await mailMade(mail, context, true)
  return found.ok ? ok({ made: found.made }) : found.refused
})

async function mailMade(
  name: string,
  context: ApiContext,
  masked: boolean,
): Promise<{ ok: true; word: MailWord; made: AsSent | null } | { ok: false; refused: Refusal }> {
  const word = await mailNamed(name, context)
  const known = word && (await findMember(context.ports, word.memberId))
  if (!word || !known || known.member.erasedAt !== undefined)
    return { ok: false, refused: refuse(404, 'no-such-mail', ({ api }) => api.noSuchMail) }
  const { rulebooks } = context
  for (const version of versionsOf(known.reactions)) await rulebooks.load(version).catch(() => undefined)
  const kept = { ...known, actionId: word.actionId, rulebookOf: (version: string) => rulebooks.get(version) }
  return { ok: true, word, made: mailAsSent(kept, masked) ?? null }
}
