import type { Log } from '../../log.js'

type Logger = {
  level: string
  child(fields: Record<string, unknown>): Logger
  trace(fields: unknown, text?: string): void
  debug(fields: unknown, text?: string): void
  info(fields: unknown, text?: string): void
  warn(fields: unknown, text?: string): void
  error(fields: unknown, text?: string): void
}

/**
 * What Baileys may log: its sentences, on our debug level and cleaned like every line of ours. What it
 * would log beside them are whole messages, keys and phones, and stays here.
 */
export function silentLogger(log: Pick<Log, 'debug'>): Logger {
  const nothing = (): void => {}
  const say = (fields: unknown, text?: string): void => {
    const sentence = text ?? (typeof fields === 'string' ? fields : '')
    if (sentence !== '') log.debug({}, `baileys: ${sentence}`)
  }
  const logger: Logger = {
    level: 'silent',
    child: () => logger,
    trace: nothing,
    debug: nothing,
    info: nothing,
    warn: say,
    error: say,
  }
  return logger
}
