import { describe, expect, test } from 'vitest'
import { createMemoryPorts } from '../../shared/adapters/memory/index.ts'
import { rulebookCache } from '../../shared/app/rulebooks.ts'
import { makeRulebook } from '../../shared/app/templates/make.ts'
import { packBundle, unpackRulebook } from '../../shared/domain/rulebook/bundle.ts'
import { campaignById } from '../../shared/domain/rulebook/campaign-by-id.ts'
import { loadRulebook } from '../../shared/domain/rulebook/load.ts'
import { RULEBOOK_AT_MOST } from '../../shared/domain/rulebook/size.ts'

/** A rulebook of many campaigns: what is asked of all of it is asked once. */

const SETTINGS =
  'airline: { name: X, bookUrl: https://x.example }\nzone: UTC\nlocale: en\nmail: { from: a@b.example }\nholdoutSalt: s\n'

const mail = (words: string) =>
  `---\nsubject: ${words}\n---\n<mjml><mj-body>\n<mj-include path="../../look/foot.mjml" />\n</mj-body></mjml>\n`

const filesOf = (mails: Record<string, string>, foot = 'unsubscribe') => ({
  'wingback.yaml': SETTINGS,
  'look/foot.mjml': `<mj-section><mj-column><mj-text>\n<a href="{{ unsubscribeUrl }}">${foot}</a>\n</mj-text></mj-column></mj-section>\n`,
  ...Object.fromEntries(Object.entries(mails).map(([id, words]) => [`templates/${id}/en.mjml`, mail(words)])),
})

async function made(files: Record<string, string>, before?: Parameters<typeof makeRulebook>[1]) {
  const loaded = await makeRulebook(files, before)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return loaded
}

describe('a rulebook of a thousand campaigns', () => {
  const campaigns = Object.fromEntries(
    Array.from({ length: 1_000 }, (_, n) => [
      `campaigns/c-${n}.yaml`,
      `campaign: c-${n}\ntrigger: complaint.filed\nsteps: [{ email: m-${n} }]\n`,
    ]),
  )
  const audiences = Object.fromEntries(
    Array.from({ length: 200 }, (_, n) => [`audiences/a-${n}.yaml`, `audience: a-${n}\nwho: { tier: gold }\n`]),
  )
  const mails = Object.fromEntries(
    Array.from({ length: 1_000 }, (_, n) => [`templates/m-${n}/en.mjml`, mail(`{{ compensation.miles }} ${n}`)]),
  )
  let looked = 0
  const build = async (source: string) => {
    const template = {
      subject: 's',
      text: 't',
      get html() {
        looked++
        return source
      },
    }
    return { ok: true as const, template }
  }

  test('is read, looks through each email once, and finds a campaign by its name', async () => {
    const { 'wingback.yaml': settings } = filesOf({})
    const plain = Object.fromEntries(
      Object.entries(mails).map(([path, text]) => [path, text.replace('compensation.', '')]),
    )
    const loaded = await loadRulebook({ 'wingback.yaml': settings, ...campaigns, ...audiences, ...plain }, build)
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems.slice(0, 3)))
    expect(loaded.rulebook.campaigns).toHaveLength(1_000)
    expect(looked).toBeLessThan(10 * 1_000)
    expect(campaignById(loaded.rulebook, 'c-617')?.id).toBe('c-617')
    expect(campaignById(loaded.rulebook, 'c-1000')).toBeUndefined()
    expect(campaignById(undefined, 'c-1')).toBeUndefined()
  })

  test('has few that begin on a date, since each remembers the day for each member', async () => {
    const { 'wingback.yaml': settings } = filesOf({})
    const withDates = (count: number) => ({
      'wingback.yaml': settings!,
      ...Object.fromEntries(
        Array.from({ length: count }, (_, n) => [
          `campaigns/c-${n}.yaml`,
          `campaign: c-${n}\ntrigger: { date: birthday, daysBefore: 0, at: "09:00" }\nsteps: [{ serviceTask: { title: Call } }]\n`,
        ]),
      ),
    })
    expect(await loadRulebook(withDates(24), build)).toMatchObject({ ok: true })
    expect(await loadRulebook(withDates(25), build)).toMatchObject({
      ok: false,
      problems: [{ code: 'too-many-entries' }],
    })
  })

  test('has an end', async () => {
    const many = Object.fromEntries(
      Array.from({ length: RULEBOOK_AT_MOST.files + 1 }, (_, n) => [`look/${n}.mjml`, '']),
    )
    expect(await loadRulebook(many, build)).toMatchObject({ ok: false, problems: [{ code: 'too-many-files' }] })
  })
})

describe('emails that were built before', () => {
  test('are taken as they are, unless anything that they are made of has changed', async () => {
    const before = filesOf({ one: 'First', two: 'Second' })
    const { rulebook } = await made(before)
    // Told apart from what would be built now.
    const templates = structuredClone(rulebook.templates)
    templates.one!.en!.html = 'as it was built'
    templates.two!.en!.html = 'as it was built'
    const htmlOf = async (files: Record<string, string>) => {
      const { bundle } = await made(files, { before: { files: before, templates } })
      return Object.values(bundle.templates).map(({ en }) => en!.html === 'as it was built')
    }
    expect(await htmlOf(before)).toEqual([true, true])
    expect(await htmlOf(filesOf({ one: 'First', two: 'Other' }))).toEqual([true, false])
    expect(await htmlOf(filesOf({ one: 'First', two: 'Second' }, 'leave'))).toEqual([false, false])
    expect(await htmlOf({ ...before, 'templates/one/en.txt': 'Own words {{ unsubscribeUrl }}' })).toEqual([false, true])
    const words = SETTINGS.replace('name: X', 'name: Y')
    expect(await htmlOf({ ...before, 'wingback.yaml': words })).toEqual([false, false])
    const elsewhere = SETTINGS.replace('zone: UTC', 'zone: Asia/Shanghai')
    expect(await htmlOf({ ...before, 'wingback.yaml': elsewhere })).toEqual([true, true])
  })
})

describe('rulebooks that are kept', () => {
  test('have the emails once that are the same in both', async () => {
    const ports = createMemoryPorts({ now: () => 0 })
    const cache = rulebookCache(ports.rulebooks, unpackRulebook)
    const versions: string[] = []
    for (const files of [filesOf({ one: 'First', two: 'Second' }), filesOf({ one: 'First', two: 'Other' })]) {
      const { bundle, rulebook } = await made(files)
      await ports.rulebooks.write(rulebook.version, packBundle(bundle))
      versions.push(rulebook.version)
    }
    const [a, b] = await Promise.all(versions.map((version) => cache.load(version)))
    expect(b!.templates.one!.en).toBe(a!.templates.one!.en)
    expect(b!.templates.two!.en).not.toEqual(a!.templates.two!.en)
  })

  test('are those that were asked for last', async () => {
    let read = 0
    const ports = createMemoryPorts({ now: () => 0 })
    const bytes = packBundle((await made(filesOf({ one: 'First' }))).bundle)
    const cache = rulebookCache({ ...ports.rulebooks, read: async () => bytes }, (packed) => {
      read++
      return unpackRulebook(packed)
    })
    for (let n = 0; n < 40; n++) {
      await cache.load('live')
      await cache.load(`old-${n}`)
    }
    expect(read).toBe(41)
    expect(cache.get('live')).toBeDefined()
    expect(cache.get('old-0')).toBeUndefined()
  })
})
