import { runSeed } from './run.ts'

/** Plays the seeds that it is sent, one after the other. */
process.on('message', async (seed: number) => {
  process.send!(await runSeed(seed))
})
