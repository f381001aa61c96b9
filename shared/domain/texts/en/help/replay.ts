export const replay = {
  summary: 'put the events of files on the bus and wait until they are processed',
  description:
    'Puts every line of the files on the bus, one event per line, and waits until the pipeline is idle. On one machine the clock follows the events, in steps of at most 15 minutes, so that waits, quiet hours and caps behave as they would have at the time; --live does not touch the clock.',
  arguments: {
    files: '.jsonl or .jsonl.gz, one {"Source", "DetailType", "Detail"} per line',
  },
  options: {
    live: 'do not touch the clock (the only way in AWS, where time cannot be moved)',
  },
}
