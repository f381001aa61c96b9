import { localTime } from '../../shared/app/api/local-time.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import type { Command } from '../command.ts'
import { confirm, yesOption } from '../confirm.ts'
import { byOption } from '../options.ts'
import { thousands } from '../print.ts'
import { act, examples, userName } from '../session.ts'

type Since = Record<string, { since: number; by: string }>

interface Paused {
  paused: Since
}

export function addPause(program: Command): void {
  const help = helpIn(program.language)
  const pause = program
    .command('pause')
    .summary(help.pause.summary)
    .description(help.pause.description)
    .argument('<campaign>', help.pause.arguments.campaign)
    .addOption(byOption(help))
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
    .summary(help.stop.summary)
    .description(help.stop.description)
    .argument('<campaign>', help.stop.arguments.campaign)
    .addOption(byOption(help))
    .addOption(yesOption(help))
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
    .summary(help.resume.summary)
    .description(help.resume.description)
    .argument('<campaign>', help.resume.arguments.campaign)
    .addOption(byOption(help))
    .addHelpText('after', examples('resume birthday', 'resume all', 'resume sender:bounces', 'resume payments'))
  act(resume, async ({ client, show, language }, { by = userName() }, campaign: string) => {
    const path = `/v1/pauses/${encodeURIComponent(campaign)}`
    const answer = await client.call<Paused>('DELETE', path, { query: { by: by as string } })
    await show(answer, () => [textsIn(language).commands.campaigns.goesOn(campaign), pausedLine(answer, language)])
  })
}

function pausedLine({ paused }: Paused, language: Language): string {
  return textsIn(language).commands.campaigns.pausedNow(Object.keys(paused))
}

export function addTestSend(program: Command): void {
  const help = helpIn(program.language)
  const command = program
    .command('test-send')
    .summary(help.testSend.summary)
    .description(help.testSend.description)
    .argument('<campaign>', help.testSend.arguments.campaign)
    .requiredOption('--to <address>', help.testSend.options.to)
    .requiredOption('--as <member>', help.testSend.options.as)
    .option('--step <id>', help.testSend.options.step)
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
  const help = helpIn(program.language)
  const command = program
    .command('clock')
    .summary(help.clock.summary)
    .description(help.clock.description)
    .addHelpText('after', examples('clock'))
  act(command, async ({ client, show, language }) => {
    const { clock, zone } = await client.call<{ clock: { now: string }; zone: string }>('GET', '/v1/status')
    const { brackets } = textsIn(language).explain
    await show({ now: clock.now }, () => [`${localTime(clock.now, zone)}${brackets(zone)}`])
  })
}
