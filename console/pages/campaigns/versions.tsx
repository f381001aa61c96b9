import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useAnswer } from '../../api/use.ts'
import { useTime } from '../../parts/times.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useLanguage, useWords } from '../../shell/words.tsx'

const LOOKED_AT = 100
const SHOWN_AT_MOST = 10

interface Version {
  version: string
  at: string
  by: string
}

/** The latest published rulebooks, each with what it changed of a campaign. */
export function Versions({ campaign }: { campaign: string }) {
  const { campaigns: words } = useWords()
  const answer = useAnswer('GET /v1/history', { limit: LOOKED_AT })
  return (
    <Awaited answer={answer}>
      {({ history }) => {
        const versions = publishedIn(history).slice(0, SHOWN_AT_MOST)
        return (
          <SpaceBetween size="m">
            {versions.map((each, index) => (
              <Changes
                key={`${each.version}:${each.at}`}
                campaign={campaign}
                version={each}
                before={versions[index + 1]}
                isLive={index === 0}
              />
            ))}
            {versions.length < 2 && <Box color="text-body-secondary">{words.versions.none}</Box>}
          </SpaceBetween>
        )
      }}
    </Awaited>
  )
}

interface Change {
  at: string
  by: string
  rulebook: string | null
}

/** The changes that made another rulebook live, newest first. */
function publishedIn(history: readonly Change[]): Version[] {
  return history.flatMap(({ at, by, rulebook }, index) => {
    const before = history.slice(index + 1).find((each) => each.rulebook !== null)?.rulebook
    return rulebook !== null && rulebook !== before ? [{ version: rulebook, at, by }] : []
  })
}

interface ChangesProps {
  campaign: string
  version: Version
  before: Version | undefined
  isLive: boolean
}

function Changes({ campaign, version, before, isLive }: ChangesProps) {
  const { campaigns: words } = useWords()
  const lang = useLanguage()
  const time = useTime()
  const answer = useAnswer(
    'GET /v1/rulebooks/diff',
    { before: before?.version ?? version.version, after: version.version, lang },
    { enabled: before !== undefined },
  )
  const mine = answer.data?.changes
    .filter(({ of, id }) => of === 'campaign' && id === campaign)
    .flatMap(({ lines }) => lines)
  return (
    <Container
      header={
        <Header
          variant="h3"
          description={words.versions.by(version.by, time(version.at))}
          {...(isLive && { counter: `(${words.versions.now})` })}
        >
          {version.version.slice(0, 12)}
        </Header>
      }
    >
      {before && (
        <Awaited answer={answer}>
          {() =>
            mine && mine.length > 0 ? (
              <ul className="wb-lines">
                {mine.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ) : (
              <Box color="text-body-secondary">{words.versions.same}</Box>
            )
          }
        </Awaited>
      )}
    </Container>
  )
}
