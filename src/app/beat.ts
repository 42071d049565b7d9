import { schedule } from 'node-cron'

export type Beat = { stop(): void }

/** Beats once a minute. What is due is computed from the app's clock: a missed beat loses nothing. */
export function startBeat(onBeat: () => void): Beat {
  const task = schedule('* * * * *', onBeat)
  return { stop: () => void task.stop() }
}
