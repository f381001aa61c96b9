import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Answer } from '../../api/client.ts'
import { count } from '../../parts/amounts.ts'
import { useWords } from '../../shell/words.tsx'
import { eventName } from '../members/timeline.tsx'

const DAY_MS = 86_400_000

/** What begins it, for whom it is, and what can stop it: in words. */
export function Rules({ campaign }: { campaign: Answer<'GET /v1/campaigns/{campaign}'> }) {
  const { campaigns: words, events, shell } = useWords()
  const { goal, guardrails } = campaign
  const rails = Object.entries(guardrails).map(([name, value]) => ({
    label: words.rail[name] ?? name,
    value: value === 'true' ? shell.yes : value === 'false' ? shell.no : value,
  }))
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{words.tabs.rules}</Header>}>
        <KeyValuePairs
          columns={4}
          items={[
            { label: words.begins, value: campaign.begins },
            { label: words.class, value: words.classes[campaign.class] },
            { label: words.priority, value: campaign.priority },
            { label: words.underWay, value: count(campaign.underWay) },
            { label: words.budget, value: campaign.budget ?? words.noBudget },
            {
              label: words.goal,
              value: goal ? words.goalWithin(eventName(goal.event, events), count(goal.withinMs / DAY_MS)) : shell.none,
            },
            { label: words.exitWhen, value: campaign.exitWhen ?? shell.none },
            { label: words.limits, value: campaign.limits ?? shell.none },
          ]}
        />
      </Container>
      <Container header={<Header variant="h2">{words.who}</Header>}>
        {campaign.who.length === 0 ? (
          words.everybody
        ) : (
          <ul className="wb-lines">
            {campaign.who.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        )}
      </Container>
      <Container header={<Header variant="h2">{words.rails}</Header>}>
        {rails.length === 0 ? (
          <Box color="text-body-secondary">{words.railsOfSettings}</Box>
        ) : (
          <KeyValuePairs columns={4} items={rails} />
        )}
      </Container>
    </SpaceBetween>
  )
}
