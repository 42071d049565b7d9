import { type DestinationStream, destination, type Logger, pino } from 'pino'
import type { LogLevel } from './config.js'

/**
 * A pino logger, `log.warn({ contact, error }, 'send failed')`: JSON lines on standard error. Without
 * `child`, whose fields would not pass through the cleaning.
 */
export type Log = Pick<Logger, 'error' | 'warn' | 'info' | 'debug' | 'trace'>

/**
 * Every line is cleaned on its way out: only fields of `KEPT` keep their text, phones are masked
 * wherever they stand, and of an error only its name, code and masked message remain. `secrets` are
 * blotted out wherever they appear.
 */
export function createLog(options: {
  readonly level: LogLevel
  readonly secrets?: readonly string[]
  readonly to?: DestinationStream
}): Log {
  const clean = cleaner((options.secrets ?? []).filter((secret) => secret.length >= 4))
  return pino(
    {
      level: options.level,
      base: { pid: process.pid },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => clean.fields(fields),
        bindings: (fields) => clean.fields(fields),
      },
      hooks: {
        logMethod(args, method) {
          const [first, ...rest] = args
          const text = [first, ...rest].find((arg) => typeof arg === 'string') ?? 'error'
          // Only one text goes through: pino would put an error's own message in its place.
          const fields = first instanceof Error ? { error: first } : first
          const object = typeof fields === 'object' && fields !== null ? fields : {}
          method.apply(this, [object, clean.text(String(text))])
        },
      },
    },
    options.to ?? destination({ dest: 2, sync: true }),
  )
}

/** `+573000000001` → `•••0001`: enough to tell two people apart, too little to call them. */
export function maskPhone(phone: string): string {
  return `•••${phone.replace(/\D/g, '').slice(-4)}`
}

/** Fields whose text is ours and never a person's. Any other text is left out of the line. */
const KEPT: ReadonlySet<string> = new Set(
  (
    'pid kind status state code event id contact contactId line lineId messageId inquiry inquiryId ' +
    'timer timerId flow hash step stage channel method route command file signal at until dueAt ' +
    'version job ms tokens'
  ).split(' '),
)
const OMITTED = '[omitted]'
const DEEPEST = 4

type Fields = { readonly [key: string]: unknown }
type Cleaner = { fields(fields: Fields): Record<string, unknown>; text(text: string): string }

function cleaner(secrets: readonly string[]): Cleaner {
  const text = (raw: string): string => {
    let result = raw
    for (const secret of secrets) result = result.replaceAll(secret, OMITTED)
    return maskPhones(result)
  }
  const value = (key: string, raw: unknown, depth: number): unknown => {
    if (typeof raw === 'string') return KEPT.has(key) ? text(raw) : OMITTED
    if (typeof raw === 'number') return Math.abs(raw) < 1e9 ? raw : OMITTED
    if (raw instanceof Error) return errorFields(raw, text, depth)
    if (raw instanceof Date) return raw.toISOString()
    if (typeof raw !== 'object' || raw === null) return raw
    if (depth >= DEEPEST) return OMITTED
    if (Array.isArray(raw)) return raw.map((item) => value(key, item, depth + 1))
    return object(raw, depth + 1)
  }
  const object = (raw: object, depth: number): Record<string, unknown> =>
    Object.fromEntries(Object.entries(raw).map(([key, item]) => [key, value(key, item, depth)]))
  return { text, fields: (fields) => object(fields, 0) }
}

function errorFields(error: Error, text: (raw: string) => string, depth: number): Fields {
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const cause =
    error.cause instanceof Error && depth < DEEPEST
      ? { cause: errorFields(error.cause, text, depth + 1) }
      : {}
  const name = /^\w*Error$/.test(error.name) ? error.name : 'Error'
  return { name, ...code, text: text(unquote(error.message)), ...cause }
}

/** Errors quote what they choked on, which may be what somebody wrote. */
function unquote(message: string): string {
  const line = message.split('\n', 1)[0] ?? ''
  return line.replace(/«[^»]*»|"[^"]*"?|'[^']*'?|`[^`]*`?|“[^”]*”?/g, '…')
}

/** Any run of seven digits or more, however grouped, as phones are written. */
function maskPhones(text: string): string {
  return text.replace(/\+?\d(?:[\s().-]{0,2}\d){6,}/g, (run) =>
    /^\d{4}-\d{2}-\d{2}/.test(run) ? run : maskPhone(run),
  )
}
