import { helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Command } from '../command.ts'
import { Refused } from '../errors.ts'
import { thousands } from '../print.ts'
import { act, examples } from '../session.ts'

export function addReplay(program: Command): void {
  const help = helpIn(program.language)
  const command = program
    .command('replay')
    .summary(help.replay.summary)
    .description(help.replay.description)
    .argument('<files...>', help.replay.arguments.files)
    .option('--live', help.replay.options.live)
    .addHelpText('after', examples('replay members.jsonl.gz events.jsonl.gz', 'replay --live --json new.jsonl'))
  act(command, async (session, options, files: string[]) => {
    // The SDK takes a while to load, so it is loaded only when needed.
    const { replay } = await import('../replay/replay.ts')
    const report = await replay(session, files, options.live === true, stopSignal())
    const words = textsIn(session.language).outputs.replay
    await session.show(report, () => [
      words.done({
        sent: thousands(report.sent),
        accepted: thousands(report.accepted),
        duplicates: thousands(report.duplicates),
        setAside: thousands(report.setAside),
        seconds: String(report.seconds),
        speed: thousands(report.eventsPerSecond),
      }),
      ...(report.accepted + report.duplicates + report.setAside > report.sent + report.notSent ? [words.inPart] : []),
      ...(report.setAside > 0 ? [words.why] : []),
    ])
  })
}

/** On Ctrl-C a replay reports what it has sent and releases the clock. A second Ctrl-C does not wait. */
function stopSignal(): AbortSignal {
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(name, () => stop.abort(new Refused(({ usage }) => usage.replayEnded)))
  return stop.signal
}
