import type { Command } from 'commander'
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
    .summary('stop a campaign, or all of them')
    .description(
      'Takes effect at the next claim: from then on nothing of the campaign goes out. What is pending waits. ' +
        '`payments` stands for what is paid by itself because the law owes it.',
    )
    .argument('<campaign>', "a campaign's id, `all`, or `payments`")
    .addOption(byOption())
    .addHelpText('after', examples('pause birthday', 'pause all --by "Li Wei"'))
  act(pause, async ({ client, show }, { by = userName() }, campaign: string) => {
    const answer = await client.call<Paused & { changed: boolean }>('POST', '/v1/pauses', { body: { campaign, by } })
    await show(answer, () => [
      answer.changed ? `${campaign} is paused` : `${campaign} was paused before`,
      pausedLine(answer),
    ])
  })

  const stop = program
    .command('stop')
    .summary('end a campaign for everybody on their way through it')
    .description(
      'Nobody begins it any more, and who is on the way leaves. A mail that the mail service does not have yet is taken ' +
        'back; a compensation, an offer or a task that is being made is still made. That cannot be undone: `resume` lets ' +
        'the campaign begin again with who comes from then on. To let it wait instead, `pause` it.',
    )
    .argument('<campaign>', "a campaign's id")
    .addOption(byOption())
    .addOption(yesOption())
    .addHelpText('after', examples('stop birthday', 'stop birthday --yes --by "Li Wei"'))
  act(stop, async (session, { by = userName(), yes }, campaign: string) => {
    const { client, show } = session
    const { underWay } = await client.call<{ underWay: Record<string, number> }>('GET', '/v1/status')
    const leave = underWay[campaign] ?? 0
    const lines = [`${thousands(leave)} on their way through ${campaign} leave it, and nobody begins it any more`]
    await confirm(session, { yes, would: { leave }, lines })
    const answer = await client.call<{ changed: boolean; stopped: Since }>('POST', '/v1/stops', {
      body: { campaign, by },
    })
    await show({ ...answer, leave }, () => [
      answer.changed ? `${campaign} is stopped` : `${campaign} was stopped before`,
      `stopped now: ${Object.keys(answer.stopped).join(', ')}`,
    ])
  })

  const resume = program
    .command('resume')
    .summary('let a paused or stopped campaign go on')
    .description(
      'What waited is checked again before it goes. A campaign that was stopped begins again with who comes from now ' +
        'on. `resume all` takes back `pause all`, nothing else. ' +
        'A sender that has paused itself is resumed by its name: `resume sender:bounces`, `resume sender:complaints`. ' +
        '`resume payments` lets as much again be paid by itself as the settings allow in an hour.',
    )
    .argument('<campaign>', "a campaign's id, `all`, `payments`, or the sender's pause")
    .addOption(byOption())
    .addHelpText('after', examples('resume birthday', 'resume all', 'resume sender:bounces', 'resume payments'))
  act(resume, async ({ client, show }, { by = userName() }, campaign: string) => {
    const path = `/v1/pauses/${encodeURIComponent(campaign)}`
    const answer = await client.call<Paused>('DELETE', path, { query: { by: by as string } })
    await show(answer, () => [`${campaign} goes on`, pausedLine(answer)])
  })
}

function pausedLine({ paused }: Paused): string {
  return `paused now: ${Object.keys(paused).join(', ') || 'nothing'}`
}

export function addTestSend(program: Command): void {
  const command = program
    .command('test-send')
    .summary("send a campaign's mail to a colleague, as a member would get it")
    .description(
      "The real mail of the campaign's first email step, made for the member, marked as a test. It is counted nowhere, " +
        'and its links do nothing. Where the member has not come that far, examples stand in.',
    )
    .argument('<campaign>', "a campaign's id")
    .requiredOption('--to <address>', 'where to send it')
    .requiredOption('--as <member>', 'card number of the member it is made for')
    .option('--step <id>', 'another email step than the first')
    .addHelpText('after', examples('test-send birthday --to me@airline.example --as CA000000001'))
  act(command, async ({ client, show }, { to, as: member, step }, campaign: string) => {
    const body = { campaign, to, member, step }
    const sent = await client.call<{ to: string; subject: string; step: string; locale: string }>(
      'POST',
      '/v1/test-sends',
      { body },
    )
    await show(sent, () => [`sent to ${sent.to}: "${sent.subject}" (step ${sent.step}, ${sent.locale})`])
  })
}

export function addClock(program: Command): void {
  const command = program
    .command('clock')
    .summary('the time decisions are made at (on one machine)')
    .description('A local run whose clock was driven by a replay stays at that time until it is moved on.')
    .addHelpText('after', examples('clock'))
  act(command, async ({ client, show }) => {
    const { now } = await client.call<{ now: number }>('GET', '/v1/clock')
    const iso = new Date(now).toISOString()
    await show({ now: iso }, () => [iso])
  })
}
