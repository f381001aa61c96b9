import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { readRulebookFolder } from '../cli/rulebook/read.ts'
import { asWritten } from '../console/editing/as-written.ts'
import { graphOf } from '../console/editing/graph.ts'
import { readingOnce } from '../console/editing/reading.ts'
import { figuresOf } from '../shared/app/rehearsal/sample/figures.ts'
import { firstOf, type Rules, rehearseSample } from '../shared/app/rehearsal/sample/run.ts'
import { storiesOf } from '../shared/app/rehearsal/sample/stories.ts'
import { sampler } from '../shared/app/sample/make.ts'
import { plainOf, setAt } from '../shared/domain/document/edit.ts'
import { keyedHashWith } from '../shared/domain/keyed-hash.ts'
import { decodeMember } from '../shared/domain/member/codec.ts'
import { campaignById } from '../shared/domain/rulebook/campaign-by-id.ts'
import { loadRulebook } from '../shared/domain/rulebook/load.ts'
import type { Sample } from '../shared/domain/sample/sample.ts'
import { textsIn } from '../shared/domain/texts/index.ts'
import { type InBrowser, measureInBrowser } from './in-browser.ts'
import type { Lived } from './lived.ts'
import { campaignOf, EDITED, manyFiles } from './many.ts'

/** What whoever writes rules waits for. Milliseconds of processor time, the middle one of several. */
interface Waits {
  campaigns: number
  audiences: number
  steps: number
  /** A value is changed in the form: the text with it, and the picture of the journey anew. */
  edit: number
  /** All files are checked after one has changed. */
  check: number
}

/** The example rulebook, and one of a large airline. */
export interface Editors {
  few: Waits
  many: Waits
  /** First figures of a rehearsal: the first members of a sample of so many, with a draft of the example rulebook. */
  firstFigures: number
  /** The same with the large one. */
  firstFiguresOfMany: number
  /** From a key to the frame that answers it; absent where no browser runs. */
  inBrowser?: InBrowser | undefined
  sampled: number
}

type Files = Readonly<Record<string, string>>

const SAMPLE_MEMBERS = 2_000
/** As many as the console goes through for its first figures. */
const FIRST_MEMBERS = 60
const TIMES = 7

/** By the code that runs in the browser's workers, here in Node. What the browser adds is drawing. */
export async function measureEditors({ ports, members, now }: Lived): Promise<Editors> {
  const { files: example } = await readRulebookFolder(fileURLToPath(new URL('../campaigns', import.meta.url)))
  const drawn = sampler({ ports, hash: keyedHashWith('a key of the bench'), now, size: SAMPLE_MEMBERS })
  drawn.see(members.map(decodeMember))
  await drawn.keep()
  const sample = JSON.parse(gunzipSync((await ports.samples.read())!).toString()) as Sample
  const few = { ...example, [EDITED]: campaignOf('edited', 4) }
  const many = manyFiles(example)
  return {
    few: await waitsOf(few),
    many: await waitsOf(many),
    firstFigures: await firstFiguresOf(few, sample),
    firstFiguresOfMany: await firstFiguresOf(many, sample),
    sampled: sample.members.length,
    inBrowser: await measureInBrowser(),
  }
}

/** The files with a draft of the edited one, loaded as the console's workers load them. */
function loaderOf(files: Files) {
  const read = readingOnce()
  return async (text: string, version = 'draft'): Promise<Rules> => {
    const loaded = await loadRulebook({ ...files, [EDITED]: text }, asWritten, { now: Date.now(), read, version })
    if (!loaded.ok) throw new Error(`the bench's rulebook is not valid: ${JSON.stringify(loaded.problems.slice(0, 3))}`)
    return loaded
  }
}

function changed(text: string, time: number): string {
  return setAt(text, ['steps', 0, 'wait'], `${time + 2}d`)!
}

async function waitsOf(files: Files): Promise<Waits> {
  const load = loaderOf(files)
  const text = files[EDITED]!
  const { rulebook } = await load(text)
  return {
    campaigns: rulebook.campaigns.length,
    audiences: rulebook.audiences.length,
    steps: (plainOf(text) as { steps: unknown[] }).steps.length,
    edit: await middleOf(async (time) => graphOf(plainOf(changed(text, time)), textsIn('en').diff)),
    check: await middleOf(async (time) => load(changed(text, time))),
  }
}

async function firstFiguresOf(files: Files, sample: Sample): Promise<number> {
  const load = loaderOf(files)
  const text = files[EDITED]!
  const live = await load(text, 'live')
  const first = firstOf(sample, Math.min(1, FIRST_MEMBERS / sample.members.length))
  const before = await rehearseSample(sample, first, live)
  return middleOf(async (time) => {
    const draft = await load(changed(text, time))
    const ran = await rehearseSample(sample, first, draft)
    figuresOf(sample, ran, before, { draft, live })
    storiesOf(campaignById(draft.rulebook, 'edited')!, ran)
  })
}

/** The middle one of several, so that a collection of garbage tells nothing. */
async function middleOf(act: (time: number) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let time = 0; time < TIMES; time++) {
    const before = process.cpuUsage()
    await act(time)
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1_000)
  }
  return times.sort((a, b) => a - b)[Math.floor(TIMES / 2)]!
}
