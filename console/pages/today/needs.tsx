import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { lazy, type ReactNode, Suspense } from 'react'
import type { Answer } from '../../api/client.ts'
import { useAct, useAnswer } from '../../api/use.ts'
import { count } from '../../parts/amounts.ts'
import { useCampaignName } from '../../parts/campaign-name.tsx'
import { LinkTo } from '../../parts/link-to.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useTime } from '../../parts/times.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useMay } from '../../shell/person.tsx'
import { useWords } from '../../shell/words.tsx'

/** Tables and forms weigh as much as the rest of the page, and most people of most mornings need none. */
const Approvals = lazy(async () => ({ default: (await import('../money/approvals.tsx')).Approvals }))
const AskedRulebook = lazy(async () => ({ default: (await import('./asked-rulebook.tsx')).AskedRulebook }))

const LOOK_AGAIN_MS = 15_000

/** What waits for somebody, each with the way out. */
export function Needs() {
  const { today: words } = useWords()
  const answer = useAnswer('GET /v1/status', {}, { everyMs: LOOK_AGAIN_MS })
  const inReview = useInReview()
  const mayApprove = useMay('approve')
  return (
    <Awaited answer={answer}>
      {({ paused, stopped, events, unknown, queues, rulebook }) => {
        const dead = Object.entries(queues).filter(([, depth]) => depth.dead > 0)
        const quiet =
          [paused, stopped].every((some) => Object.keys(some).length === 0) &&
          events.setAside + unknown + dead.length + inReview.length === 0 &&
          rulebook.asked === null
        return (
          <SpaceBetween size="m">
            <Suspense>{rulebook.asked && <AskedRulebook />}</Suspense>
            {inReview.map((draft) => (
              <InReview key={draft.id} draft={draft} />
            ))}
            {Object.entries(paused).map(([what, { since, by }]) => (
              <Paused key={what} what={what} since={since} by={by} text={words.paused} />
            ))}
            {Object.entries(stopped).map(([what, { since, by }]) => (
              <Paused key={what} what={what} since={since} by={by} text={words.stopped} />
            ))}
            {events.setAside > 0 && (
              <Need href="/set-aside" action={words.lookAt} title={words.setAside(count(events.setAside))}>
                {words.setAsideHow}
              </Need>
            )}
            {unknown > 0 && (
              <Need href="/mails?list=unknown" action={words.lookAt} title={words.unknown(count(unknown))}>
                {words.unknownHow}
              </Need>
            )}
            {dead.map(([queue, depth]) => (
              <Need key={queue} title={words.dead(queue, count(depth.dead))}>
                {words.deadHow}
              </Need>
            ))}
            <Suspense>{mayApprove && <Approvals />}</Suspense>
            {quiet && <Alert type="success">{mayApprove ? words.quietElse : words.quiet}</Alert>}
          </SpaceBetween>
        )
      }}
    </Awaited>
  )
}

function Need({
  title,
  children,
  href,
  action,
}: {
  title: string
  children: ReactNode
  href?: string
  action?: string
}) {
  return (
    <Alert type="warning" header={title} {...(href && action && { action: <LinkTo href={href}>{action}</LinkTo> })}>
      {children}
    </Alert>
  )
}

/** Drafts that wait for a second person. */
function useInReview() {
  const drafts = useAnswer('GET /v1/drafts', { which: 'underWay' }, { everyMs: LOOK_AGAIN_MS }).data?.drafts ?? []
  return drafts.filter(({ state }) => state === 'inReview')
}

function InReview({ draft: { id, name, review } }: { draft: Answer<'GET /v1/drafts'>['drafts'][number] }) {
  const { today: words } = useWords()
  const time = useTime()
  return (
    <Need href={`/drafts/${id}`} action={words.reviewIt} title={words.review(name)}>
      {review && words.reviewHow(review.by, time(review.at))}
    </Need>
  )
}

interface PausedProps {
  what: string
  since: number
  by: string
  text: ReturnType<typeof useWords>['today']['paused']
}

/** A campaign, the payments or the sender, that somebody or Wingback itself has paused. */
function Paused({ what, since, by, text }: PausedProps) {
  const { today: words } = useWords()
  const title = text.title(useCampaignName()(what))
  const time = useTime()
  const resume = useAct('DELETE /v1/pauses/{campaign}')
  const mayResume = useMay('pause')
  return (
    <Alert
      type="warning"
      header={title}
      action={
        mayResume && (
          <Button
            ariaLabel={`${words.resume}: ${title}`}
            loading={resume.isPending}
            onClick={() => resume.mutate({ campaign: what })}
          >
            {words.resume}
          </Button>
        )
      }
    >
      {text.since(time(since), by, what)}
      {resume.error && <Problem error={resume.error} />}
    </Alert>
  )
}
