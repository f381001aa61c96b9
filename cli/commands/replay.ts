import type { Command } from 'commander'
import { Refused } from '../errors.ts'
import { thousands } from '../print.ts'
import { act, examples } from '../session.ts'

export function addReplay(program: Command): void {
  const command = program
    .command('replay')
    .summary('put the events of files on the bus and wait until they are processed')
    .description(
      'Puts every line of the files on the bus, one event per line, and waits until the pipeline is idle. On ' +
        'one machine the clock follows the events, in steps of at most 15 minutes, so that waits, quiet hours ' +
        'and caps behave as they would have at the time; --live does not touch the clock.',
    )
    .argument('<files...>', '.jsonl or .jsonl.gz, one {"Source", "DetailType", "Detail"} per line')
    .option('--live', 'do not touch the clock (the only way in AWS, where time cannot be moved)')
    .addHelpText('after', examples('replay members.jsonl.gz events.jsonl.gz', 'replay --live --json new.jsonl'))
  act(command, async (session, options, files: string[]) => {
    // The SDK takes a while to load: only where it is needed.
    const { replay } = await import('../replay/replay.ts')
    const report = await replay(session, files, options.live === true, stopSignal())
    await session.show(report, () => [
      `${thousands(report.sent)} sent: ${thousands(report.accepted)} accepted, ${thousands(report.duplicates)} duplicates, ` +
        `${thousands(report.setAside)} set aside; ${report.seconds} s, ${thousands(report.eventsPerSecond)} events/s`,
      ...(report.setAside > 0 ? ['`npx wingback set-aside list` says why those were not accepted.'] : []),
    ])
  })
}

/** On Ctrl-C a replay says what it has sent and lets the clock go; a second one does not wait. */
function stopSignal(): AbortSignal {
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(name, () => stop.abort(new Refused('the replay was ended')))
  return stop.signal
}
