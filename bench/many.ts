import { plainOf, setAt } from '../shared/domain/document/edit.ts'

type Files = Readonly<Record<string, string>>

/** What a large airline has. */
const MANY = { campaigns: 1_000, audiences: 200, steps: 60 }

export const EDITED = 'campaigns/edited.yaml'

/** Where members are at home: a large airline has its campaigns for each market. */
const HOMES = (
  'PEK PKX SHA PVG CAN SZX CTU TFU CKG XIY KMG HGH NKG WUH CSX TAO DLC XMN URC SYX HAK TSN CGO SHE HRB FOC NNG KWE TNA LHW ' +
  'HKG MFM TPE NRT HND KIX ICN SIN BKK KUL CGK MNL SGN HAN DEL BOM DXB DOH IST LHR CDG FRA AMS MAD FCO ZRH VIE CPH ARN HEL ' +
  'JFK LAX SFO ORD SEA YVR YYZ SYD MEL AKL'
).split(' ')

/**
 * The example rulebook as a large airline's: its campaigns again and again, each for one market and with emails and examples of its own,
 * and its audiences likewise; and a campaign with a long way through it, to be edited.
 */
export function manyFiles(example: Files): Record<string, string> {
  const of = (pattern: RegExp) => Object.keys(example).filter((path) => pattern.test(path))
  // Few can begin on a date.
  const models = of(/^campaigns\/[a-z-]+\.yaml$/).filter((path) => !/^trigger: .*date:/m.test(example[path]!))
  const here = of(/^campaigns\/[a-z-]+\.yaml$/).length
  const audiences = of(/^audiences\//)
  const copies = (models: string[], count: number, copy: (path: string, n: number) => Files) =>
    Array.from({ length: count }, (_, n) => copy(models[n % models.length]!, n))
  return Object.assign(
    { ...example, [EDITED]: campaignOf('edited', MANY.steps) },
    ...copies(models, MANY.campaigns - 1 - here, (path, n) => forMarket(example, path, n)),
    ...copies(audiences, MANY.audiences - audiences.length, (path, n) => ({
      [path.replace('.yaml', `-${n}.yaml`)]: renamed(example[path]!, 'audience', n),
    })),
  )
}

function forMarket(example: Files, path: string, n: number): Files {
  const home = { homeAirport: HOMES[Math.floor(n / 15) % HOMES.length]! }
  const mails = new Set<string>()
  const text = renamed(example[path]!, 'campaign', n).replace(/(email: |template: )([a-z-]+)/g, (all, key, mail) => {
    if (!Object.hasOwn(example, `templates/${mail}/en.mjml`)) return all
    mails.add(mail)
    return `${key}${mail}-${n}`
  })
  const ownMails = [...mails].flatMap((mail) =>
    Object.keys(example)
      .filter((each) => each.startsWith(`templates/${mail}/`))
      .map((each) => [each.replace(`/${mail}/`, `/${mail}-${n}/`), example[each]!]),
  )
  const examples = path.replace('.yaml', '.examples.yaml')
  return {
    [path.replace('.yaml', `-${n}.yaml`)]: narrowed(text, home),
    [examples.replace('.examples', `-${n}.examples`)]: renamed(example[examples]!, 'campaign', n),
    ...Object.fromEntries(ownMails),
  }
}

function renamed(text: string, key: 'campaign' | 'audience', n: number): string {
  return text.replace(new RegExp(`^${key}: *([a-z0-9-]+)`, 'm'), `${key}: $1-${n}`)
}

/** For nobody but these: what begins with an event does not begin for others, and what is for some is for fewer. */
function narrowed(text: string, by: object): string {
  const { trigger, audience } = plainOf(text) as { trigger: unknown; audience?: object }
  const also = (condition: object | undefined) => (condition ? { all: [condition, by] } : by)
  const event = typeof trigger === 'string' ? { event: trigger } : (trigger as { event?: string; where?: object })
  const path = event.event === undefined ? ['audience'] : ['trigger']
  const value = event.event === undefined ? also(audience) : { event: event.event, where: also(event.where) }
  return setAt(text, path, value)!
}

/** A campaign with so many steps. */
export function campaignOf(id: string, steps: number): string {
  const inner = Array.from({ length: steps / 4 }, () =>
    [
      '  - wait: 1d',
      '  - serviceTask: { title: Call }',
      '  - wait: 2d',
      '  - if: { flights: { atLeast: 2 } }',
      '    then: [{ wait: 3d }]',
    ].join('\n'),
  )
  return `campaign: ${id}\nname: Edited\ntrigger: complaint.filed\nguardrails: { oncePer: complaint }\nsteps:\n${inner.join('\n')}\n`
}
