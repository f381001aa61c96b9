import Alert from '@cloudscape-design/components/alert'
import FormField from '@cloudscape-design/components/form-field'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { MAIL_LISTS } from '../../../shared/domain/sending/mail-words.ts'
import type { Input } from '../../api/client.ts'
import { useAnswer } from '../../api/use.ts'
import { LinkTo } from '../../parts/link-to.tsx'
import { Awaited } from '../../parts/waiting.tsx'
import { useMay } from '../../shell/person.tsx'
import { useWords } from '../../shell/words.tsx'
import { type Look, MailTable, type Shown } from './mail-table.tsx'
import { MaskedMail, OpenedMail } from './opened.tsx'

const PAGE = 50

/** Mails by what came of them, newest first, of all campaigns or of one. */
export function ListedMails() {
  const { mails: words } = useWords()
  const sees = useMay('personalData')
  const search = useSearch({ from: '/mails' })
  const navigate = useNavigate()
  const list = MAIL_LISTS.find((each) => each === search.list) ?? 'sent'
  const look: Look = { list, campaign: search.campaign, from: search.from }
  const go = (next: Partial<typeof search>) =>
    void navigate({ to: '/mails', search: { list, campaign: search.campaign, ...next } })
  const close = () => go({ from: search.from })
  return (
    <SpaceBetween size="m">
      <SpaceBetween direction="horizontal" size="l">
        <FormField label={words.outcome}>
          <SegmentedControl
            label={words.outcome}
            selectedId={list}
            options={MAIL_LISTS.map((id) => ({ id, text: words.outcomes[id] }))}
            onChange={({ detail }) => go({ list: detail.selectedId })}
          />
        </FormField>
        <ChooseCampaign chosen={search.campaign} onChoose={(campaign) => go({ campaign })} />
      </SpaceBetween>
      {words.what[list] && <Alert type="info">{words.what[list]}</Alert>}
      {!sees && <Alert type="info">{words.masked}</Alert>}
      {sees ? <Plain look={look} go={go} /> : <Masked look={look} go={go} />}
      {search.mail &&
        (sees ? <OpenedMail mail={search.mail} onClose={close} /> : <MaskedMail mail={search.mail} onClose={close} />)}
    </SpaceBetween>
  )
}

function ChooseCampaign({ chosen, onChoose }: { chosen: string | undefined; onChoose(id: string | undefined): void }) {
  const { mails: words } = useWords()
  const campaigns = useAnswer('GET /v1/campaigns', {}).data?.campaigns ?? []
  const all = { value: '', label: words.allCampaigns }
  const options = [all, ...campaigns.map(({ campaign, name }) => ({ value: campaign, label: name }))]
  return (
    <FormField label={words.campaign}>
      <Select
        selectedOption={options.find(({ value }) => value === (chosen ?? '')) ?? { value: chosen!, label: chosen! }}
        options={options}
        onChange={({ detail }) => onChoose(detail.selectedOption.value || undefined)}
      />
    </FormField>
  )
}

function inputOf({ list, campaign, from }: Look): Input<'GET /v1/masked-mails'> {
  return { list, limit: PAGE, ...(campaign && { campaign }), ...(from && { cursor: from }) }
}

function Plain(shown: Shown) {
  const answer = useAnswer('GET /v1/mails', inputOf(shown.look))
  return (
    <Awaited answer={answer}>
      {({ mails, ...page }) => (
        <MailTable
          {...shown}
          page={page}
          mails={mails}
          to={({ memberId, name }) => (
            <>
              <LinkTo href={`/members/${memberId}`}>{memberId}</LinkTo> {name}
            </>
          )}
        />
      )}
    </Awaited>
  )
}

function Masked(shown: Shown) {
  const answer = useAnswer('GET /v1/masked-mails', inputOf(shown.look))
  return (
    <Awaited answer={answer}>
      {({ mails, ...page }) => (
        <MailTable
          {...shown}
          page={page}
          mails={mails}
          to={({ initials, person }) => (
            <>
              {initials} <span className="wb-mono">{person.slice(0, 8)}</span>
            </>
          )}
        />
      )}
    </Awaited>
  )
}
