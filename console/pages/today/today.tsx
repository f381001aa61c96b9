import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { coreTextsIn } from '../../../shared/domain/texts/core.ts'
import type { Answer } from '../../api/client.ts'
import { useAnswer } from '../../api/use.ts'
import { Leading } from '../../parts/leading.tsx'
import { Page } from '../../parts/page.tsx'
import { useTime } from '../../parts/times.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useMay } from '../../shell/person.tsx'
import { useLanguage, useWords } from '../../shell/words.tsx'
import { Needs } from './needs.tsx'

/** A table weighs as much as the rest of the page. */
const BehindToday = lazy(async () => ({ default: (await import('./behind-today.tsx')).BehindToday }))

const LOOK_AGAIN_MS = 15_000

/** What happened since yesterday began, and what needs a person. */
export function Today() {
  const { today: words } = useWords()
  const answer = useAnswer('GET /v1/today', {}, { everyMs: LOOK_AGAIN_MS })
  const { who } = useSearch({ from: '/' })
  const navigate = useNavigate()
  const mayLook = useMay('personalData')
  return (
    <Page title={words.title} description={words.about}>
      <SpaceBetween size="l">
        <Needs />
        <Awaited answer={answer}>{(today) => <Happened today={today} />}</Awaited>
        {who !== undefined && mayLook && (
          <Suspense>
            <BehindToday figure={who} onClose={() => void navigate({ to: '/', replace: true })} />
          </Suspense>
        )}
      </SpaceBetween>
    </Page>
  )
}

type Picture = Answer<'GET /v1/today'>

function Happened({ today }: { today: Picture }) {
  const { today: words, shell } = useWords()
  const language = useLanguage()
  const time = useTime()
  const { events, actions, skippedBy, members, since, now } = today
  const of = (counts: Record<string, number>, outcome: string) => counts[outcome] ?? 0
  const { gates } = coreTextsIn(language)
  const mayLook = useMay('personalData')
  const who = (figure: string) => (mayLook ? `/?who=${figure}` : undefined)
  const shown: [name: keyof typeof words.counts, counted: number, href?: string | undefined][] = [
    ['events', events.accepted],
    ['members', members, who('members')],
    ['bookings', of(events.byType, 'booking.created'), who('accepted.booking.created')],
    ['emails', of(actions.email, 'sent'), '/mails'],
    ['messages', of(actions.message, 'sent'), who('message.sent')],
    ['offers', of(actions.upgradeOffer, 'issued'), who('upgradeOffer.issued')],
    ['accepted', of(actions.upgradeOffer, 'accepted'), who('upgradeOffer.accepted')],
    ['granted', of(actions.compensation, 'granted'), who('compensation.granted')],
    ['owed', of(actions.entitlement, 'granted'), who('entitlement.granted')],
    ['tasks', of(actions.serviceTask, 'opened'), who('serviceTask.opened')],
    ['heldOut', Object.values(actions).reduce((sum, each) => sum + (each.heldOut ?? 0), 0), who('heldOut')],
    ['skipped', Object.values(skippedBy).reduce((sum, each) => sum + each, 0)],
    ['setAside', Math.max(0, events.setAside), '/set-aside'],
  ]
  const skips = Object.entries(skippedBy).filter(([, times]) => times > 0)
  const stop = (gate: string) => (gate in gates ? gates[gate as keyof typeof gates].stop : gate)
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={`${since ? words.since(time(since)) : words.inAll} · ${shell.asOf(time(now))}`}
        >
          {words.happened}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <KeyValuePairs
          columns={4}
          items={shown.map(([name, value, href]) => ({
            label: words.counts[name],
            value: <Leading of={value} href={href} what={words.counts[name]} />,
          }))}
        />
        {skips.length > 0 && (
          <div>
            <Box variant="h3">{words.why}</Box>
            <ul className="wb-lines">
              {skips.map(([gate, times]) => (
                <li key={gate}>
                  {stop(gate)} <Leading of={times} href={who(`skippedBy.${gate}`)} what={stop(gate)} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </SpaceBetween>
    </Container>
  )
}
