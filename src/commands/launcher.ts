/** Whoever runs this process and would start it again. */
type Launcher = {
  /** Kills this process as it stands, nothing closed. */
  kill(): void
}

/**
 * `bin/porquesi.mjs` above this process; null where something else started it. When it is gone nobody
 * is left through whom a signal would reach us, and the bot goes the way it did: at once.
 */
export function launcherAbove(): Launcher | null {
  if (process.env.PORQUESI_LAUNCHER === undefined || process.send === undefined) return null
  const perish = (): void => void process.kill(process.pid, 'SIGKILL')
  if (!process.connected) perish()
  process.once('disconnect', perish)
  // Listening alone must not keep a bot alive that has closed.
  process.channel?.unref()
  return { kill: () => void process.send?.('kill') }
}
