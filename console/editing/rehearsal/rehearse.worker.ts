import { type Figures, figuresOf } from '../../../shared/app/rehearsal/sample/figures.ts'
import { firstOf, type Ran, type Rules, rehearseSample } from '../../../shared/app/rehearsal/sample/run.ts'
import { membersAtEnd, type Size, sizeOf } from '../../../shared/app/rehearsal/sample/size.ts'
import { storiesOf } from '../../../shared/app/rehearsal/sample/stories.ts'
import { type ToldStory, tellStory } from '../../../shared/app/rehearsal/sample/told.ts'
import type { Member } from '../../../shared/domain/member/member.ts'
import { campaignById } from '../../../shared/domain/rulebook/campaign-by-id.ts'
import { compileBundle } from '../../../shared/domain/rulebook/compile.ts'
import type { Bundle } from '../../../shared/domain/rulebook/content.ts'
import { loadRulebook } from '../../../shared/domain/rulebook/load.ts'
import type { Sample } from '../../../shared/domain/sample/sample.ts'
import type { Language } from '../../../shared/domain/texts/language.ts'
import { provideBuffer } from '../../browser/buffer.ts'
import { asWritten, changedFiles } from '../as-written.ts'
import { readingOnce } from '../reading.ts'

provideBuffer()

type Files = Readonly<Record<string, string>>

export type ToRehearser =
  | { kind: 'begin'; sample: string; live: Files }
  | { kind: 'rehearse'; id: number; changed: Readonly<Record<string, string | null>>; language: Language }
  | { kind: 'tell'; campaign: string }
  | { kind: 'beginSizes'; sample: string }
  | { kind: 'size'; id: number; bundle: Bundle; audience: string }

/** What happened to some members by the figures that were given last, as far as one campaign goes. */
export interface ToldOf {
  campaign: string
  inside: ToldStory[]
  outside: ToldStory[]
}

/** Figures of some members, then of all; stories; or how large an audience is. `problems`: the files are no rulebook as they are. */
export type FromRehearser = { id: number } & (
  | { is: 'size'; size: Size }
  | { is: 'figures'; isDone: boolean; figures: Figures }
  | { is: 'stories'; stories: ToldOf }
  | { is: 'problems' }
)

/** First the first few of each stratum: quick, and a sample by themselves. Then all. */
const FIRST_MEMBERS = 60
/** So long it works before it looks whether something else is asked by now. */
const LOOKS_UP_AFTER_MS = 40

const read = readingOnce()

let latest = 0
let shown: { id: number; ran: Ran; draft: Rules; language: Language } | undefined
let begun: Promise<{ sample: Sample; rules: Rules; files: Files }> | undefined
let sized: Promise<{ sample: Sample; members: Member[] }> | undefined
/** What is live is rehearsed once, whatever is typed. */
const ofLive = new Map<number, Promise<Ran>>()

addEventListener('message', ({ data }: MessageEvent<ToRehearser>) => {
  if (data.kind === 'begin') {
    ofLive.clear()
    begun = begin(data)
  } else if (data.kind === 'beginSizes') {
    sized = unpacked(data.sample).then(async (sample) => ({ sample, members: await membersAtEnd(sample) }))
  } else if (data.kind === 'size') {
    void size(data)
  } else if (data.kind === 'tell') {
    tellStories(data.campaign)
  } else {
    latest = data.id
    void answer(data).catch((error: unknown) => {
      if (!(error instanceof Superseded)) throw error
    })
  }
})

class Superseded extends Error {}

async function begin({ sample, live }: Extract<ToRehearser, { kind: 'begin' }>) {
  const rules = await loadRulebook(live, asWritten, { read, version: 'live' })
  if (!rules.ok) throw new Error('what is live has problems')
  return { sample: await unpacked(sample), rules, files: live }
}

async function unpacked(sample: string): Promise<Sample> {
  const packed = Uint8Array.from(atob(sample), (letter) => letter.charCodeAt(0))
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  return (await new Response(stream).json()) as Sample
}

async function size({ id, bundle, audience }: Extract<ToRehearser, { kind: 'size' }>): Promise<void> {
  if (!sized) return
  const { sample, members } = await sized
  const compiled = compileBundle(bundle)
  if (!compiled.ok) return tell({ id, is: 'problems' })
  tell({ id, is: 'size', size: sizeOf(audience, compiled.rulebook, sample, members) })
}

async function answer({ id, changed, language }: Extract<ToRehearser, { kind: 'rehearse' }>): Promise<void> {
  if (!begun) return
  const { sample, rules: live, files } = await begun
  const draft = await loadRulebook(changedFiles(files, changed), asWritten, { read, version: 'draft' })
  if (!draft.ok) return tell({ id, is: 'problems' })
  const isSame = Object.entries(changed).every(([path, text]) => (files[path] ?? null) === text)
  for (const share of [Math.min(1, FIRST_MEMBERS / Math.max(1, sample.members.length)), 1]) {
    const members = firstOf(sample, share)
    const before = await liveRun(sample, members, live, share)
    const ran = isSame
      ? before
      : await rehearseSample(
          sample,
          members,
          draft,
          breathing(() => id !== latest),
        )
    const figures = figuresOf(sample, ran, before, { draft, live })
    if (id !== latest) return
    shown = { id, ran, draft, language }
    tell({ id, is: 'figures', isDone: share === 1, figures })
  }
}

function tellStories(id: string): void {
  const campaign = shown && campaignById(shown.draft.rulebook, id)
  if (!shown || !campaign) return
  const { ran, draft, language } = shown
  const { inside, outside } = storiesOf(campaign, ran)
  const told = (stories: typeof inside) => stories.map((story) => tellStory(story, id, draft, language))
  tell({ id: shown.id, is: 'stories', stories: { campaign: id, inside: told(inside), outside: told(outside) } })
}

function liveRun(sample: Sample, members: Ran['members'], live: Rules, share: number): Promise<Ran> {
  const known =
    ofLive.get(share) ??
    rehearseSample(
      sample,
      members,
      live,
      breathing(() => false),
    )
  ofLive.set(share, known)
  return known
}

/** Lets messages in now and then, and ends what nobody waits for any more. */
function breathing(isOver: () => boolean): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < LOOKS_UP_AFTER_MS) return
    await new Promise((resolve) => setTimeout(resolve))
    since = performance.now()
    if (isOver()) throw new Superseded()
  }
}

function tell(message: FromRehearser): void {
  postMessage(message)
}
