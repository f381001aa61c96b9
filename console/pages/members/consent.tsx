import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Select from '@cloudscape-design/components/select'
import Table from '@cloudscape-design/components/table'
import { useState } from 'react'
import { WAYS_TO_TELL, type WayToTell } from '../../../shared/contract/consent.ts'
import type { Answer } from '../../api/client.ts'
import { useAct, useAnswer } from '../../api/use.ts'
import { AskModal } from '../../parts/ask.tsx'
import { useTime } from '../../parts/times.ts'
import { Awaited } from '../../parts/waiting.tsx'
import { useWords } from '../../shell/words.tsx'

type Consent = Answer<'GET /v1/members/{memberId}/consents'>['consents'][number]
type Asked = { consent: Consent; granted: boolean }

/** What a member agreed to, by purpose and channel, and where each word came from; what they tell a colleague is noted here. */
export function ConsentTab({ memberId, isLiving }: { memberId: string; isLiving: boolean }) {
  const { memberActions: words } = useWords()
  const [asked, setAsked] = useState<Asked>()
  const answer = useAnswer('GET /v1/members/{memberId}/consents', { memberId })
  return (
    <Awaited answer={answer}>
      {({ consents }) => (
        <>
          <Table
            variant="embedded"
            header={<Header description={words.consentAbout}>{words.consent}</Header>}
            items={consents}
            trackBy={({ channel, purpose }) => `${channel} ${purpose}`}
            wrapLines
            columnDefinitions={[
              {
                id: 'what',
                header: words.whatFor,
                isRowHeader: true,
                cell: (consent) => <What consent={consent} />,
              },
              {
                id: 'stands',
                header: words.stands,
                cell: ({ purpose, standing }) => words.standing[purpose][String(standing)],
              },
              { id: 'words', header: words.whereFrom, cell: ({ words: said }) => <Said said={said} /> },
              {
                id: 'change',
                header: words.change,
                minWidth: 170,
                cell: (consent) =>
                  isLiving && <ChangeButton consent={consent} onAsk={(granted) => setAsked({ consent, granted })} />,
              },
            ]}
          />
          {asked && <Tell memberId={memberId} asked={asked} onClose={() => setAsked(undefined)} />}
        </>
      )}
    </Awaited>
  )
}

/** The word that would change something: marketing asks for a yes, emails about own flights come until there is a no. */
function ChangeButton({ consent, onAsk }: { consent: Consent; onAsk(granted: boolean): void }) {
  const { memberActions: words } = useWords()
  const { channel, purpose, standing } = consent
  const goesOut = standing ?? purpose === 'service'
  const text = goesOut ? words.withdraw : words.agree
  const about = [words.purposes[purpose], channelName(channel, words.channels)].join(', ')
  return (
    <Button ariaLabel={`${text}: ${about}`} onClick={() => onAsk(!goesOut)}>
      {text}
    </Button>
  )
}

function channelName(channel: string, names: Readonly<Record<string, string>>): string {
  return names[channel] ?? channel
}

function What({ consent: { channel, purpose } }: { consent: Consent }) {
  const { memberActions: words } = useWords()
  return (
    <>
      {words.purposes[purpose]} · {channelName(channel, words.channels)}
    </>
  )
}

/** The last word of each card and kind, the newest first. */
function Said({ said }: { said: Consent['words'] }) {
  const { memberActions: words } = useWords()
  const time = useTime()
  if (said.length === 0) return <Box color="text-body-secondary">{words.nothingSaid}</Box>
  return (
    <ul className="wb-lines">
      {said.map(({ card, at, granted, by, source, toldTo, event }) => (
        <li key={`${card} ${by} ${at}`}>
          {[
            time(at),
            granted ? words.yes : words.no,
            by === 'copy' ? words.fromProfile : (words.sources[source ?? event ?? ''] ?? source ?? words.fromSystem),
            toldTo && words.toldTo(toldTo),
            card,
          ]
            .filter(Boolean)
            .join(' · ')}
        </li>
      ))}
    </ul>
  )
}

function Tell({ memberId, asked, onClose }: { memberId: string; asked: Asked; onClose(): void }) {
  const { memberActions: words } = useWords()
  const { consent, granted } = asked
  const { channel, purpose } = consent
  const [source, setSource] = useState<WayToTell>('phone')
  const tell = useAct('POST /v1/members/{memberId}/consents')
  const options = WAYS_TO_TELL.map((value) => ({ value, label: words.sources[value] ?? value }))
  return (
    <AskModal
      title={granted ? words.agree : words.withdraw}
      error={tell.error}
      isPending={tell.isPending}
      onClose={onClose}
      onDo={() => tell.mutate({ memberId, channel, purpose, granted, source }, { onSuccess: onClose })}
    >
      <Box>
        <What consent={consent} />
      </Box>
      <FormField label={words.howTold} description={words.howToldHow}>
        <Select
          selectedOption={options.find(({ value }) => value === source) ?? null}
          options={options}
          onChange={({ detail }) => setSource(detail.selectedOption.value as WayToTell)}
        />
      </FormField>
    </AskModal>
  )
}
