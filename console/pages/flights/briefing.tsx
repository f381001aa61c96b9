import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import { useParams, useSearch } from '@tanstack/react-router'
import { guestCells } from '../../../shared/domain/briefing-text.ts'
import { textsIn } from '../../../shared/domain/texts/index.ts'
import { scoreTextsIn } from '../../../shared/domain/texts/scores.ts'
import type { Answer } from '../../api/client.ts'
import { useAnswer } from '../../api/use.ts'
import { Page } from '../../parts/page.tsx'
import { useTime } from '../../parts/times.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useMay } from '../../shell/person.tsx'
import { useLanguage, useWords } from '../../shell/words.tsx'
import './briefing.css'

type Briefing = Answer<'GET /v1/flights/{flight}/{date}/briefing'>
type Leg = Briefing['legs'][number]
type CabinOfLeg = Leg['cabins'][number]

const USUALLY = 10

/** Whom the crew of a flight should recognise: what its announcement leads to, to be printed. */
export function BriefingPage() {
  const { briefing: words } = useWords()
  const { flight, date } = useParams({ from: '/flights/$flight/$date/briefing' })
  const seesPeople = useMay('personalData')
  return (
    <Page
      title={words.titleOf({ flight, date })}
      actions={
        seesPeople && (
          <Button iconName="file" onClick={() => print()}>
            {words.print}
          </Button>
        )
      }
    >
      {seesPeople ? <Legs flight={flight} date={date} /> : <Alert type="info">{words.noRight}</Alert>}
    </Page>
  )
}

function Legs({ flight, date }: { flight: string; date: string }) {
  const { briefing: texts } = scoreTextsIn(useLanguage())
  const time = useTime()
  const { atMost = USUALLY } = useSearch({ from: '/flights/$flight/$date/briefing' })
  const answer = useAnswer('GET /v1/flights/{flight}/{date}/briefing', { flight, date, atMost: Number(atMost) })
  return (
    <Awaited answer={answer}>
      {(shown) => (
        <div className="wb-print">
          {shown.legs.length === 0 && <p>{texts.nobody({ flight, date })}</p>}
          {shown.legs.map((leg) => (
            <LegBriefing key={leg.leg} flight={shown.flight} leg={leg} />
          ))}
          {shown.legs.length > 0 && (
            <p>{texts.foot({ asOf: time(shown.asOf), zone: shown.zone, churn: shown.models.churn })}</p>
          )}
        </div>
      )}
    </Awaited>
  )
}

function LegBriefing({ flight, leg: { leg, departsAt, cabins } }: { flight: string; leg: Leg }) {
  const { briefing: texts } = scoreTextsIn(useLanguage())
  const time = useTime()
  const route = leg.split(':')[1] ?? ''
  return (
    <section>
      <h2>{texts.leg({ flight, route, departs: time(departsAt) })}</h2>
      {cabins.map((each) => (
        <CabinTable key={each.cabin} {...each} />
      ))}
    </section>
  )
}

/** A plain table: paper scrolls nowhere. */
function CabinTable({ cabin, members, highValue, unanswered, guests }: CabinOfLeg) {
  const { briefing: words } = useWords()
  const language = useLanguage()
  const texts = { ...scoreTextsIn(language), ...textsIn(language) }
  const { heads, cabins, cabin: title } = texts.briefing
  return (
    <>
      <h3>{title({ cabin: cabins[cabin], members, shown: guests.length })}</h3>
      <p>{words.counts({ highValue, unanswered })}</p>
      <div className="wb-guests">
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {guests.map((guest) => (
              <GuestRow key={guest.memberId} heads={heads} cells={guestCells(guest, texts)} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function GuestRow({ heads, cells: [name, ...cells] }: { heads: readonly string[]; cells: string[] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {cells.map((cell, i) => (
        <td key={heads[i + 1]}>{cell}</td>
      ))}
    </tr>
  )
}
