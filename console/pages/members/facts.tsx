import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { fullNameOf } from '../../../shared/domain/message/name.ts'
import { textsIn } from '../../../shared/domain/texts/index.ts'
import type { Answer } from '../../api/client.ts'
import { count, money } from '../../parts/amounts.ts'
import { CampaignName, useAudienceName } from '../../parts/campaign-name.tsx'
import { useLanguageName } from '../../parts/language-name.ts'
import { LinkTo } from '../../parts/link-to.tsx'
import { useTime } from '../../parts/times.ts'
import { useLanguage, useWords } from '../../shell/words.tsx'

type Whole = Answer<'GET /v1/members/{memberId}'>

/** What is known of a member. */
export function FactsTab({ member }: { member: Whole }) {
  return (
    <SpaceBetween size="l">
      <Who member={member} />
      <Worth member={member} />
      <Travel facts={member.facts} />
      <Audiences audiences={member.wingback.audiences} />
      <Journeys journeys={member.wingback.journeys} />
      <Bookings facts={member.facts} />
      <Complaints facts={member.facts} />
      <Surveys facts={member.facts} />
    </SpaceBetween>
  )
}

type Facts = Whole['facts']
type Field = keyof ReturnType<typeof useWords>['members']['fields']

function Who({ member: { memberId, facts, wingback } }: { member: Whole }) {
  const { members: words, fields, shell } = useWords()
  const time = useTime()
  const languageName = useLanguageName()
  const tier = wingback.standing?.tier ?? facts.tier
  const { consent, aliases = [] } = facts
  const shown: [Field, string | undefined][] = [
    ['number', memberId],
    ['otherCards', aliases.join(', ') || shell.none],
    ['name', fullNameOf(facts)],
    ['tier', tier ? fields.value('tier', tier) : words.noTier],
    ['tierUntil', wingback.standing ? time(wingback.standing.until) : facts.tierUntil],
    ['email', facts.email],
    ['locale', facts.locale && languageName(facts.locale)],
    ['timeZone', facts.timeZone],
    ['homeAirport', facts.homeAirport],
    ['birthDate', facts.birthDate],
    ['enrolledOn', facts.enrolledOn],
    ['marketing', words.consent[String(consent.email)]],
    ['service', words.service[String(consent.service)]],
  ]
  return <Pairs title={words.who} shown={shown} />
}

/** What the member is worth, and whether they will be there. */
function Worth({ member: { scores } }: { member: Whole }) {
  const { members: words, fields } = useWords()
  const { valueGroup, churnRisk, alive, expectedFlights, lifetimeValue } = scores
  const lifetime: [Field, string | undefined][] = [
    ['alive', percent(alive)],
    ['expectedFlights', expectedFlights === null ? undefined : String(expectedFlights)],
    ['lifetimeValue', lifetimeValue ? money(lifetimeValue.amountMinor, lifetimeValue.currency) : undefined],
  ]
  const shown: [Field, string | undefined][] = [
    ['value', valueGroup ? fields.value('valueGroup', valueGroup) : undefined],
    ['churnRisk', percent(churnRisk)],
    // Most airlines have learnt no such model yet: then nothing is said of it.
    ...(lifetime.some(([, value]) => value !== undefined) ? lifetime : []),
  ]
  return <Pairs title={words.worth} shown={shown} />
}

function percent(share: number | null): string | undefined {
  return share === null ? undefined : `${(share * 100).toFixed(0)} %`
}

function Travel({ facts }: { facts: Facts }) {
  const { members: words } = useWords()
  const { flown, opening, worstDelayMinutes, nps } = facts
  const spent = { ...flown.spendMinor }
  if (opening?.spend) spent[opening.spend.currency] = (spent[opening.spend.currency] ?? 0) + opening.spend.amountMinor
  const shown: [Field, string | undefined][] = [
    ['flights', count(flown.flights + (opening?.flights ?? 0))],
    ['distance', words.kilometres(count(flown.distanceKm + (opening?.distanceKm ?? 0)))],
    [
      'spend',
      Object.entries(spent)
        .map(([currency, minor]) => money(minor, currency))
        .join(', '),
    ],
    ['lastFlight', facts.lastFlightOn ?? undefined],
    ['upcoming', count(facts.upcomingFlights)],
    ['worstDelay', worstDelayMinutes === null ? undefined : words.minutes(count(worstDelayMinutes))],
    ['openComplaints', count(facts.openComplaints)],
    ['nps', nps === null ? undefined : String(nps)],
  ]
  return <Pairs title={words.travel} shown={shown} />
}

/** Facts by their names; what is not known says so. */
export function Pairs({ title, shown }: { title: string; shown: [Field, string | undefined][] }) {
  const { members, shell } = useWords()
  return (
    <Container header={<Header variant="h2">{title}</Header>}>
      <KeyValuePairs
        columns={4}
        items={shown.map(([name, value]) => ({ label: members.fields[name], value: value || shell.notKnown }))}
      />
    </Container>
  )
}

export function Audiences({ audiences }: { audiences: Whole['wingback']['audiences'] }) {
  const { members: words } = useWords()
  const time = useTime()
  const nameOf = useAudienceName()
  const items = Object.entries(audiences).map(([id, since]) => ({ id, since }))
  return (
    <Container header={<Header variant="h2">{words.audiences}</Header>}>
      {items.length === 0 ? (
        <Box color="text-body-secondary">{words.noAudiences}</Box>
      ) : (
        <ul className="wb-lines">
          {items.map(({ id, since }) => (
            <li key={id}>
              <LinkTo href={`/audiences/${id}`}>{nameOf(id)}</LinkTo>{' '}
              <Box variant="small">{since && words.since(time(since))}</Box>
            </li>
          ))}
        </ul>
      )}
    </Container>
  )
}

function Journeys({ journeys }: { journeys: Whole['wingback']['journeys'] }) {
  const { members: words } = useWords()
  const time = useTime()
  const running = journeys.filter(({ endedAt }) => endedAt === null)
  return (
    <Table
      header={<Header variant="h2">{words.journeys}</Header>}
      items={running}
      empty={<Box color="text-body-secondary">{words.noJourneys}</Box>}
      columnDefinitions={[
        {
          id: 'campaign',
          header: words.explain.campaign,
          cell: ({ campaign }) => <CampaignName campaign={campaign} />,
          isRowHeader: true,
        },
        { id: 'entered', header: words.entered, cell: ({ enteredAt }) => time(enteredAt) },
        { id: 'until', header: words.waitsUntil, cell: ({ waitsUntil }) => time(waitsUntil) },
      ]}
    />
  )
}

function Bookings({ facts: { bookings } }: { facts: Facts }) {
  const { members: words } = useWords()
  const { cabins } = textsIn(useLanguage())
  const time = useTime()
  const legs = bookings.flatMap(({ pnr, flights }) => flights.map((flight) => ({ pnr, ...flight })))
  return (
    <Table
      header={<Header variant="h2">{words.bookings}</Header>}
      items={legs}
      empty={<Box color="text-body-secondary">{words.noBookings}</Box>}
      columnDefinitions={[
        { id: 'pnr', header: words.by.booking, cell: ({ pnr }) => pnr, isRowHeader: true },
        {
          id: 'flight',
          header: words.flight,
          cell: (leg) => `${leg.carrier}${leg.flightNumber} ${leg.from}–${leg.to}`,
        },
        { id: 'departs', header: words.departs, cell: ({ departsAt }) => time(departsAt) },
        { id: 'cabin', header: words.cabin, cell: ({ cabin }) => cabins[cabin] },
      ]}
    />
  )
}

function Surveys({ facts: { surveys } }: { facts: Facts }) {
  const { members: words, fields } = useWords()
  const { survey } = words
  const time = useTime()
  return (
    <Table
      header={<Header variant="h2">{words.surveys}</Header>}
      items={surveys}
      wrapLines
      empty={<Box color="text-body-secondary">{words.noSurveys}</Box>}
      columnDefinitions={[
        { id: 'at', header: survey.at, cell: ({ at }) => time(at), isRowHeader: true },
        { id: 'nps', header: words.fields.nps, cell: ({ nps }) => nps ?? '–' },
        { id: 'rating', header: survey.rating, cell: ({ rating }) => rating ?? '–' },
        { id: 'lowest', header: survey.lowest, cell: ({ lowest }) => (lowest ? fields.name(lowest) : '–') },
      ]}
    />
  )
}

function Complaints({ facts: { complaints } }: { facts: Facts }) {
  const { members: words, fields } = useWords()
  const { complaint } = words
  const time = useTime()
  return (
    <Table
      header={<Header variant="h2">{words.complaints}</Header>}
      items={complaints}
      empty={<Box color="text-body-secondary">{words.noComplaints}</Box>}
      columnDefinitions={[
        { id: 'filed', header: complaint.filed, cell: ({ filedAt }) => time(filedAt), isRowHeader: true },
        {
          id: 'about',
          header: complaint.about,
          cell: ({ category }) => (category ? fields.value('category', category) : '–'),
        },
        { id: 'severity', header: complaint.severity, cell: ({ severity }) => severity ?? '–' },
        {
          id: 'resolved',
          header: complaint.resolved,
          cell: ({ resolvedAt }) => (resolvedAt ? time(resolvedAt) : complaint.open),
        },
        {
          id: 'grant',
          header: words.explain.why,
          cell: ({ complaintId }) => <LinkTo href="?tab=why">{complaintId}</LinkTo>,
        },
      ]}
    />
  )
}
