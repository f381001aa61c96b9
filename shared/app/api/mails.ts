import * as z from 'zod'
import { decodeMember } from '../../domain/member/codec.ts'
import type { Member } from '../../domain/member/member.ts'
import { profileOf } from '../../domain/member/profile.ts'
import { fullNameOf } from '../../domain/message/name.ts'
import { MAIL_LISTS, type MailWord } from '../../domain/sending/mail-words.ts'
import { say } from '../../domain/texts/say.ts'
import { type AllowedRequest, type ApiContext, ok, type Refusal, route } from './http.ts'
import { liveRulebook } from './live-rulebook.ts'
import { initialsOf } from './masked.ts'
import { page, turn } from './page.ts'

/** So many mails are looked through for those of one campaign before a page ends, found or not. */
const LOOKED_AT_MOST = 1000

const list = z.object({
  ...page(50),
  list: z.enum(MAIL_LISTS).default('sent'),
  campaign: z.string().min(1).max(100).optional(),
})

type Asked = z.output<typeof list>

/** Mails by what came of them, newest first, from their list; each with whom it went to and what became of it since. */
export const listMails = route(list, async (asked, context, request) => {
  const listed = await listedMails(asked, context)
  if (!listed.ok) return listed.refused
  return ok({
    ...listed.page,
    mails: listed.mails.map(({ word, member }) => {
      const profile = profileOf(member)
      const { email = null } = profile
      const name = fullNameOf(profile)
      const { reason } = word
      const why = reason ? say(reason, request.language) : null
      return { ...mailRow(word, member), memberId: word.memberId, name, email, why }
    }),
  })
})

/** The same for who may not see personal data: who it is as initials and a hash, and why without words that may name an address. */
export const listMaskedMails = route(list, async (asked, context, request) => {
  const listed = await listedMails(asked, context)
  if (!listed.ok) return listed.refused
  const persons = await context.ports.ledger.persons(listed.mails.map(({ word }) => word.memberId))
  return ok({
    ...listed.page,
    mails: listed.mails.map(({ word, member }, i) => {
      return {
        ...mailRow(word, member),
        initials: initialsOf(profileOf(member)),
        person: persons[i]!,
        why: plainWhy(word, request),
      }
    }),
  })
})

/** What somebody else said in their own words is not repeated. */
function plainWhy({ reason }: MailWord, { language }: AllowedRequest): string | null {
  return reason === undefined || 'said' in reason ? null : say(reason, language)
}

interface Listed {
  word: MailWord
  member: Member
}

async function listedMails(
  { list, campaign, cursor, limit }: Asked,
  context: ApiContext,
): Promise<
  | { ok: true; page: { zone: string; cursor: string | null; looked: number; backTo: string | null }; mails: Listed[] }
  | { ok: false; refused: Refusal }
> {
  const { ports } = context
  let looked = 0
  const turned = await turn(`mails ${list} ${campaign ?? ''}`, cursor, async (from) => {
    const words: MailWord[] = []
    let next = from
    let last: MailWord | undefined
    do {
      const read = await ports.mails.page({ list, cursor: next, limit })
      next = read.cursor
      looked += read.words.length
      last = read.words.at(-1) ?? last
      words.push(...read.words.filter((word) => campaign === undefined || word.campaign === campaign))
    } while (next !== undefined && words.length < limit && looked < LOOKED_AT_MOST)
    return { words, last, cursor: next }
  })
  if (!turned.ok) return turned
  const { words, last } = turned.found
  const [stored, rulebook] = await Promise.all([
    ports.members.read([...new Set(words.map(({ memberId }) => memberId))]),
    liveRulebook(context),
  ])
  const members = new Map([...stored].map(([id, each]) => [id, decodeMember(each)]))
  const once = new Map(words.map((word) => [word.actionId, word]))
  return {
    ok: true,
    page: {
      zone: rulebook?.settings.zone ?? 'UTC',
      cursor: turned.cursor,
      /** Of so many, back to then, those were looked at that the page has. */
      looked,
      backTo: turned.cursor !== null && last ? new Date(last.at).toISOString() : null,
    },
    mails: [...once.values()].flatMap((word) => {
      const member = members.get(word.memberId)
      return member && stands(word, member) ? [{ word, member }] : []
    }),
  }
}

/** Of who is erased nothing is shown; what was not known may have been settled by a report since. */
function stands({ list, actionId }: MailWord, member: Member): boolean {
  if (member.erasedAt !== undefined) return false
  return list !== 'unknown' || member.pending.some((each) => each.actionId === actionId && each.state === 'unknown')
}

/** What says nothing of who it is. */
function mailRow({ list, at, actionId, campaign }: MailWord, { mails }: Member) {
  const note = mails.find((each) => each.actionId === actionId)
  const on = (instant: number | undefined) => (instant === undefined ? null : new Date(instant).toISOString())
  return {
    mail: mailName({ list, at, actionId }),
    at: new Date(at).toISOString(),
    campaign,
    deliveredAt: on(note?.deliveredAt),
    openedAt: on(note?.openedAt),
    clickedAt: on(note?.clickedAt),
    bouncedAt: on(note?.bouncedAt),
  }
}

/** Where a mail stands in the lists: enough to find it again, and it names nobody. */
function mailName({ list, at, actionId }: Pick<MailWord, 'list' | 'at' | 'actionId'>): string {
  return `${list}.${at}.${actionId}`
}

/** The mail of such a name; undefined: it is none, or is kept no more. */
export async function mailNamed(name: string, { ports }: ApiContext): Promise<MailWord | undefined> {
  const [, list, at, actionId] = /^([a-z]+)\.(\d{1,14})\.(.+)$/.exec(name) ?? []
  const known = MAIL_LISTS.find((each) => each === list)
  return known && actionId ? ports.mails.read({ list: known, at: Number(at), actionId }) : undefined
}
