import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import Link from '@cloudscape-design/components/link'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Answer } from '../../api/client.ts'
import { useAnswer } from '../../api/use.ts'
import { useAudienceName, useCampaignName } from '../../parts/campaign-name.tsx'
import { Older } from '../../parts/older.tsx'
import { useTime } from '../../parts/times.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useLanguage, useWords } from '../../shell/words.tsx'
import { MakeExampleButton } from './make-example.tsx'
import { MomentBox } from './moment.tsx'
import { Said } from './said.tsx'

type Whole = Answer<'GET /v1/members/{memberId}'>
type Line = Whole['timeline'][number]

/** Everything that happened. A line opens what the event said, and every decision with its receipt. */
export function TimelineTab({ member }: { member: Whole }) {
  const words = useWords()
  const { timeline: say } = words.members
  const time = useTime()
  const { memberId, timeline, cursor } = member
  const { event, ...others } = useSearch({ from: '/members/$memberId' })
  const navigate = useNavigate()
  const open = (id: string | undefined) =>
    void navigate({ to: '/members/$memberId', params: { memberId }, search: { ...others, event: id } })
  const opened = timeline.find(({ id }) => id === event)
  return (
    <>
      <Table
        variant="embedded"
        header={<Header>{say.title}</Header>}
        items={timeline}
        trackBy="id"
        wrapLines
        footer={
          <Older
            from={others.from}
            cursor={cursor}
            go={(from) =>
              void navigate({ to: '/members/$memberId', params: { memberId }, search: { ...others, from } })
            }
          />
        }
        columnDefinitions={[
          { id: 'when', header: say.happened, cell: (line) => <When line={line} />, width: 200 },
          {
            id: 'what',
            header: words.members.grant.what,
            isRowHeader: true,
            cell: ({ id, type, occurredAt }) => (
              <Link
                href={`?tab=timeline&event=${encodeURIComponent(id)}`}
                ariaLabel={say.open(eventName(type, words.events), time(occurredAt))}
                onFollow={(follow) => {
                  follow.preventDefault()
                  open(id)
                }}
              >
                {eventName(type, words.events)}
              </Link>
            ),
            width: 240,
          },
          { id: 'decided', header: say.decided, cell: (line) => <Decided line={line} /> },
        ]}
      />
      {opened && <Receipt memberId={memberId} line={opened} onClose={() => open(undefined)} />}
    </>
  )
}

/** When it happened, and when it was heard of where that was later: lines stand in the order in which they were heard of. */
function When({ line }: { line: Line }) {
  const { timeline: say } = useWords().members
  const time = useTime()
  return (
    <>
      {time(line.occurredAt)}
      {isHeardLate(line) && (
        <Box variant="small" display="block" color="text-body-secondary">
          {say.late(time(line.reactedAt))}
        </Box>
      )}
    </>
  )
}

function isHeardLate({ occurredAt, reactedAt }: Pick<Line, 'occurredAt' | 'reactedAt'>): boolean {
  return Date.parse(reactedAt) - Date.parse(occurredAt) > 60_000
}

export function eventName(type: string, names: Readonly<Record<string, string>>): string {
  return names[type] ?? type
}

function Decided({ line: { decisions, audiences } }: { line: Pick<Line, 'decisions' | 'audiences'> }) {
  const { timeline: say } = useWords().members
  const campaignName = useCampaignName()
  const audienceName = useAudienceName()
  const entered = audiences.entered.map((id) => say.entered(audienceName(id)))
  const left = audiences.left.map((id) => say.left(audienceName(id)))
  const decided = decisions.map(({ campaign, reason }) => say.decidedFor(campaignName(campaign), reason))
  const texts = [...entered, ...left, ...decided]
  if (texts.length === 0) return '–'
  return (
    <ul className="wb-lines">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

/** The event as it was reacted to: what it said, and the receipts of that moment. */
function Receipt({ memberId, line, onClose }: { memberId: string; line: Line; onClose(): void }) {
  const words = useWords()
  const { timeline: say, explain } = words.members
  const lang = useLanguage()
  const time = useTime()
  const { type, occurredAt, reactedAt, detail } = line
  const answer = useAnswer('GET /v1/members/{memberId}/explain', { memberId, at: reactedAt, lang })
  const isLate = isHeardLate(line)
  return (
    <Modal
      visible
      size="large"
      header={eventName(type, words.events)}
      onDismiss={onClose}
      closeAriaLabel={words.shell.close}
    >
      <SpaceBetween size="l">
        <Box>
          {say.happened} {time(occurredAt)}
          {isLate && ` · ${say.late(time(reactedAt))}`}
        </Box>
        <div>
          <Box variant="h3">{say.said}</Box>
          <Said detail={detail} empty={say.nothingSaid} />
        </div>
        <div>
          <Header
            variant="h3"
            actions={
              line.decisions.length > 0 && (
                <MakeExampleButton
                  memberId={memberId}
                  campaigns={[...new Set(line.decisions.map(({ campaign }) => campaign))]}
                  of={{ event: line.id }}
                  at={reactedAt}
                />
              )
            }
          >
            {say.decided}
          </Header>
          <Awaited answer={answer}>
            {({ explanations }) => {
              const now = explanations.flatMap(({ name, moments }) =>
                moments
                  .filter(({ at, outcome }) => at === reactedAt && outcome !== 'notEntered')
                  .map((moment) => ({ name, moment })),
              )
              if (line.decisions.length === 0 || now.length === 0)
                return <Box color="text-body-secondary">{say.nothingDecided}</Box>
              return (
                <SpaceBetween size="m">
                  {now.map(({ name, moment }, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: receipts of one moment have no name of their own
                    <div key={index}>
                      <Box variant="h4">{explain.of(name)}</Box>
                      <MomentBox moment={moment} />
                    </div>
                  ))}
                </SpaceBetween>
              )
            }}
          </Awaited>
        </div>
      </SpaceBetween>
    </Modal>
  )
}
