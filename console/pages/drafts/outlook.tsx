import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { atOnceText } from '../../../shared/domain/preview/at-once-text.ts'
import type { Answer } from '../../api/client.ts'
import { useAnswer } from '../../api/use.ts'
import { useEditingWords } from '../../editing/words.ts'
import { count, money } from '../../parts/amounts.ts'
import { useCampaignName } from '../../parts/campaign-name.tsx'
import { Problem } from '../../parts/problem.tsx'
import { Awaited } from '../../parts/waiting.tsx'
import { useLanguage } from '../../shell/words.tsx'
import { useReach } from './reach.ts'
import type { ShownDraft } from './state.tsx'

type Shown = Answer<'GET /v1/drafts/{draft}/outlook'>

/** What would come of the draft: whom it reaches at once, what it can cost at most, from when, and what it loosens. */
export function Outlook({ draft }: { draft: ShownDraft }) {
  const { drafts: words } = useEditingWords()
  const answer = useAnswer('GET /v1/drafts/{draft}/outlook', { draft: draft.id })
  return (
    <Awaited answer={answer}>
      {(outlook) => (
        <Container header={<Header variant="h2">{words.reach}</Header>}>
          <SpaceBetween size="m">
            {outlook.loosens.length > 0 && (
              <Alert type="warning" header={words.loosens}>
                <Lines lines={outlook.loosens} />
              </Alert>
            )}
            {outlook.version && <Reach version={outlook.version} campaigns={outlook.campaigns} />}
            <Lines lines={outlook.campaigns.flatMap((each) => linesOf(each, words))} />
            <Box>{draft.schedule ? null : words.fromNow}</Box>
          </SpaceBetween>
        </Container>
      )}
    </Awaited>
  )
}

function linesOf(
  { name, begins, budget, inAll, isNew }: Shown['campaigns'][number],
  words: ReturnType<typeof useEditingWords>['drafts'],
) {
  const title = isNew ? `${name} (${words.isFirst})` : name
  return [
    words.begins(title, begins),
    budget
      ? words.costAtMost(name, money(Math.max(0, budget.leftMinor), budget.currency), budget.id)
      : words.costNothing(name),
    ...(inAll === null ? [] : [words.inAll(name, count(inAll))]),
  ]
}

function Reach({ version, campaigns }: { version: string; campaigns: Shown['campaigns'] }) {
  const { drafts: words } = useEditingWords()
  const language = useLanguage()
  const liveName = useCampaignName()
  const { reach, error } = useReach(version)
  if (error) return <Problem error={error} />
  if (!reach) return <Box>{words.reachCounting('0')}</Box>
  const name = (id: string) => campaigns.find(({ campaign }) => campaign === id)?.name ?? liveName(id)
  const lines = Object.entries(reach.atOnce).flatMap(([campaign, counts]) => {
    const said = (Object.entries(counts) as [keyof typeof counts, number][]).map(([what, of]) =>
      atOnceText(what, of, language),
    )
    return said.length > 0 ? [`${name(campaign)}: ${said.join(language === 'zh-CN' ? '；' : '; ')}`] : []
  })
  return (
    <div>
      {lines.length > 0 ? <Lines lines={lines} /> : words.reachNobody}
      <Box color="text-body-secondary">
        {reach.isDone
          ? words.reachOf(count(reach.looked), count(reach.members))
          : words.reachCounting(count(reach.looked))}
      </Box>
    </div>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="wb-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
