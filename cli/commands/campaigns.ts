import type { Command } from 'commander'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { confirm, yesOption } from '../confirm.ts'
import { byOption } from '../options.ts'
import { thousands } from '../print.ts'
import { act, examples, userName } from '../session.ts'

type Since = Record<string, { since: number; by: string }>

interface Paused {
  paused: Since
}

export function addPause(program: Command): void {
  const pause = program
    .command('pause')
    .summary('pause a campaign, or all of them')
    .description(
      'Takes effect at once: nothing of the campaign is sent any more, and what is pending waits. `payments` ' +
        'means the automatic payments of what the law owes.',
    )
    .argument('<campaign>', "a campaign's id, `all`, or `payments`")
    .addOption(byOption())
    .addHelpText('after', examples('pause birthday', 'pause all --by "Li Wei"'))
  act(pause, async ({ client, show, language }, { by = userName() }, campaign: string) => {
    const answer = await client.call<Paused & { changed: boolean }>('POST', '/v1/pauses', { body: { campaign, by } })
    const words = textsIn(language).commands.campaigns
    await show(answer, () => [
      answer.changed ? words.paused(campaign) : words.wasPaused(campaign),
      pausedLine(answer, language),
    ])
  })

  const stop = program
    .command('stop')
    .summary('end a campaign for everybody in it')
    .description(
      'Nobody enters any more, and members in the campaign leave. Emails that are not yet with the email ' +
        'service are withdrawn; compensation, offers and tasks in progress are completed. This cannot be ' +
        'undone: `resume` only lets new members enter. To hold the campaign instead, use `pause`.',
    )
    .argument('<campaign>', "a campaign's id")
    .addOption(byOption())
    .addOption(yesOption())
    .addHelpText('after', examples('stop birthday', 'stop birthday --yes --by "Li Wei"'))
  act(stop, async (session, { by = userName(), yes }, campaign: string) => {
    const { client, show } = session
    const words = textsIn(session.language).commands.campaigns
    const { underWay } = await client.call<{ underWay: Record<string, number> }>('GET', '/v1/status')
    const leave = underWay[campaign] ?? 0
    const lines = [words.wouldStop(campaign, thousands(leave))]
    await confirm(session, { yes, would: { leave }, lines })
    const answer = await client.call<{ changed: boolean; stopped: Since }>('POST', '/v1/stops', {
      body: { campaign, by },
    })
    await show({ ...answer, leave }, () => [
      answer.changed ? words.stopped(campaign) : words.wasStopped(campaign),
      words.stoppedNow(Object.keys(answer.stopped).join(', ')),
    ])
  })

  const resume = program
    .command('resume')
    .summary('continue a paused or stopped campaign')
    .description(
      'Everything that waited is checked again before it is sent. A stopped campaign takes new members only. ' +
        '`resume all` undoes `pause all`, nothing else. If sending was paused automatically, use `resume ' +
        'sender:bounces` or `resume sender:complaints`. `resume payments` allows another full hourly limit of ' +
        'automatic payments.',
    )
    .argument('<campaign>', "a campaign's id, `all`, `payments`, `sender:bounces` or `sender:complaints`")
    .addOption(byOption())
    .addHelpText('after', examples('resume birthday', 'resume all', 'resume sender:bounces', 'resume payments'))
  act(resume, async ({ client, show, language }, { by = userName() }, campaign: string) => {
    const path = `/v1/pauses/${encodeURIComponent(campaign)}`
    const answer = await client.call<Paused>('DELETE', path, { query: { by: by as string } })
    await show(answer, () => [textsIn(language).commands.campaigns.goesOn(campaign), pausedLine(answer, language)])
  })
}

function pausedLine({ paused }: Paused, language: Language): string {
  return textsIn(language).commands.campaigns.pausedNow(Object.keys(paused).join(', '))
}

export function addTestSend(program: Command): void {
  const command = program
    .command('test-send')
    .summary("send a campaign's email to a colleague, or show its message, as a member would get it")
    .description(
      "Sends the real email of the campaign's first email or message step, rendered for the member and marked as a " +
        'test. It is not counted, and its links do nothing. Values the member does not have yet are replaced ' +
        'by examples. A message over another channel is shown and not sent: its gateway knows members alone.',
    )
    .argument('<campaign>', "a campaign's id")
    .requiredOption('--to <address>', 'where to send it')
    .requiredOption('--as <member>', 'card number of the member it is rendered for')
    .option('--step <id>', 'use this email or message step instead of the first')
    .addHelpText('after', examples('test-send birthday --to me@airline.example --as CA000000001'))
  act(command, async ({ client, show, language }, { to, as: member, step }, campaign: string) => {
    const body = { campaign, to, member, step }
    const made = await client.call<TestSent>('POST', '/v1/test-sends', { body })
    await show(made, () => testSentLines(made, language))
  })
}

type TestSent = { step: string; locale: string } & (
  | { to: string; subject: string }
  | { channel: string; text: string; characters: number; atMost: number }
)

function testSentLines(made: TestSent, language: Language): string[] {
  const words = textsIn(language).commands.campaigns
  const { step, locale } = made
  if ('to' in made) return [words.sent(made.to, made.subject, step, locale)]
  const { channel, text, characters, atMost } = made
  return [words.shown(channel, characters, atMost, step, locale), '', text]
}

export function addClock(program: Command): void {
  const command = program
    .command('clock')
    .summary('the time used for decisions (on one machine)')
    .description('After a replay has moved the clock of a local run, it stays at that time until it is moved again.')
    .addHelpText('after', examples('clock'))
  act(command, async ({ client, show }) => {
    const { now } = await client.call<{ now: number }>('GET', '/v1/clock')
    const iso = new Date(now).toISOString()
    await show({ now: iso }, () => [iso])
  })
}
