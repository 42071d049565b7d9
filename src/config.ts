import { isAbsolute, resolve } from 'node:path'
import { isPhone } from './core/identity.js'
import type { Params } from './core/messages.js'
import type { Result } from './core/types.js'

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug', 'trace'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

type ChannelKind = 'simulator' | 'baileys'

export type Config = {
  readonly web: { readonly host: string; readonly port: number }
  /** `path` is absolute; `shown` is the path as it was written, for the terminal. */
  readonly database: { readonly kind: 'sqlite'; readonly path: string; readonly shown: string }
  /** Absolute. */
  readonly flowsDir: string
  readonly logLevel: LogLevel
  readonly channels: readonly ChannelKind[]
  readonly whatsapp: {
    /** WhatsApp's own address where null. */
    readonly socketUrl: string | null
    /** The number that is linked by a code instead of a QR code, in E.164. */
    readonly pairingNumber: string | null
  }
  /** The pass phrase under which sessions are sealed on disk. */
  readonly sessionKey: string | null
  /** Whether the simulator may be reached from other machines. */
  readonly simulatorRemote: boolean
  /** How long a burst is waited for: by the kind of question, or always the same. */
  readonly settle: { readonly kind: 'adaptive' } | { readonly kind: 'fixed'; readonly ms: number }
  readonly pacing: 'human' | 'off'
  /** The language model that answers what the facts do not; null for none. */
  readonly model: {
    readonly baseUrl: string
    /** A server of one's own may want none. */
    readonly apiKey: string | null
    readonly model: string
    readonly promptsDir: string
    /** null for no limit. */
    readonly dailyTokens: number | null
    readonly callsPerContactHour: number
  } | null
  /** What puts voice notes into words; null for nothing. */
  readonly transcription: {
    readonly baseUrl: string
    readonly apiKey: string | null
    readonly model: string
    readonly callsPerContactHour: number
  } | null
}

/** One thing wrong in the environment: a key of `data/messages` and its parameters. */
type ConfigProblem = { readonly key: string; readonly params: Params }
type ConfigProblems = {
  readonly kind: 'problems'
  readonly problems: readonly ConfigProblem[]
}

export type Env = { readonly [name: string]: string | undefined }

/** Names this version obeys, with what stands where nothing is said. */
const DEFAULTS = {
  PORT: '3000',
  HOST: '127.0.0.1',
  DATABASE_URL: 'sqlite:data/local/porquesi.db',
  FLOWS_DIR: 'flows',
  LOG_LEVEL: 'warn',
  WHATSAPP_CHANNEL: 'simulator',
  SETTLE_MS: '',
  PACING: 'human',
  SIMULATOR_REMOTE: '0',
  WHATSAPP_SOCKET_URL: '',
  WHATSAPP_PAIRING_NUMBER: '',
  SESSION_KEY: '',
  PROMPTS_DIR: 'prompts',
  OPENAI_API_KEY: '',
  OPENAI_BASE_URL: 'https://api.openai.com/v1',
  OPENAI_MODEL: 'gpt-4.1-mini',
  LLM_DAILY_TOKENS: '',
  LLM_CALLS_PER_CONTACT_HOUR: '30',
  TRANSCRIPTION_BASE_URL: 'https://api.openai.com/v1',
  TRANSCRIPTION_API_KEY: '',
  TRANSCRIPTION_MODEL: 'whisper-1',
} as const
type Name = keyof typeof DEFAULTS

/** Every name of the contract, in the order of `.env.example`; `served` is false until it works. */
export const ENVIRONMENT: readonly { readonly name: string; readonly served: boolean }[] = [
  ...Object.keys(DEFAULTS).map((name) => ({ name, served: true })),
  ...[
    'WHATSAPP_CLOUD_URL',
    'WHATSAPP_CLOUD_VERSION',
    'WHATSAPP_CLOUD_TOKEN',
    'WHATSAPP_CLOUD_PHONE_NUMBER_ID',
    'WHATSAPP_CLOUD_APP_SECRET',
    'WHATSAPP_CLOUD_VERIFY_TOKEN',
  ].map((name) => ({ name, served: false })),
]

const LONGEST_SETTLE_MS = 60_000

/**
 * The settings of one process, read once. Relative paths are resolved against `cwd`; a name that is
 * absent or blank takes its default. All problems are reported together.
 */
export function readConfig(env: Env, cwd = process.cwd()): Result<Config, ConfigProblems> {
  const problems: ConfigProblem[] = []
  const say: Say = (key, params) => problems.push({ key, params })
  const read = (name: Name): string => env[name]?.trim() || DEFAULTS[name]
  const config: Config = {
    web: { host: read('HOST'), port: wholeNumber('PORT', read('PORT'), 1, 65_535, say) },
    database: database(read('DATABASE_URL'), cwd, say),
    flowsDir: resolve(cwd, read('FLOWS_DIR')),
    logLevel: oneOf('LOG_LEVEL', read('LOG_LEVEL'), LOG_LEVELS, say),
    channels: channels(read('WHATSAPP_CHANNEL'), say),
    whatsapp: {
      socketUrl: socketUrl(read('WHATSAPP_SOCKET_URL'), say),
      pairingNumber: pairingNumber(read('WHATSAPP_PAIRING_NUMBER'), say),
    },
    sessionKey: read('SESSION_KEY') || null,
    simulatorRemote: oneOf('SIMULATOR_REMOTE', read('SIMULATOR_REMOTE'), ['0', '1'], say) === '1',
    settle: settle(read('SETTLE_MS'), say),
    pacing: oneOf('PACING', read('PACING'), ['human', 'off'], say),
    model: model(read, cwd, say),
    transcription: transcription(read, say),
  }
  // The simulator lets anybody speak as anybody: it leaves this machine only when told to.
  if (!config.simulatorRemote && !isLoopback(config.web.host)) {
    say('cli.config.host', { host: config.web.host })
  }
  return problems.length > 0
    ? { ok: false, error: { kind: 'problems', problems } }
    : { ok: true, value: config }
}

/** Whether an address to listen on can only be reached from this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

type Say = (key: string, params: Params) => void

function database(url: string, cwd: string, say: Say): Config['database'] {
  const path = /^sqlite:(.+)$/.exec(url)?.[1]
  if (path !== undefined) {
    return { kind: 'sqlite', path: isAbsolute(path) ? path : resolve(cwd, path), shown: path }
  }
  // The rest of the address may hold a password.
  if (/^postgres(ql)?:/.test(url)) say('cli.config.postgres', {})
  else say('cli.config.database', {})
  return { kind: 'sqlite', path: '', shown: '' }
}

function channels(text: string, say: Say): Config['channels'] {
  const kinds = new Set<ChannelKind>()
  for (const kind of text.split(',').map((word) => word.trim())) {
    if (kind === 'simulator' || kind === 'baileys') kinds.add(kind)
    else if (kind === 'cloud') say('cli.config.channel_later', { value: kind })
    else say('cli.config.options', { name: 'WHATSAPP_CHANNEL', value: kind, options: CHANNELS })
  }
  return [...kinds]
}

const CHANNELS = 'simulator, baileys'

function socketUrl(text: string, say: Say): string | null {
  if (text === '') return null
  const good = URL.canParse(text) && /^wss?:$/.test(new URL(text).protocol)
  if (!good) say('cli.config.socket_url', {})
  return good ? text : null
}

/** As people write it: blanks, hyphens and a missing plus are no mistake. */
function pairingNumber(text: string, say: Say): string | null {
  if (text === '') return null
  const phone = `+${text.replace(/[\s().+-]/g, '')}`
  if (isPhone(phone)) return phone
  say('cli.config.pairing_number', { value: text })
  return null
}

function settle(text: string, say: Say): Config['settle'] {
  if (text === '') return { kind: 'adaptive' }
  return { kind: 'fixed', ms: wholeNumber('SETTLE_MS', text, 0, LONGEST_SETTLE_MS, say) }
}

function wholeNumber(name: Name, text: string, min: number, max: number, say: Say): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max) return value
  say('cli.config.number', { name, value: text, min, max })
  return min
}

/** One is asked once there is a key for it, or an address of one's own. */
function model(read: Read, cwd: string, say: Say): Config['model'] {
  const [baseUrl, apiKey] = [httpUrl('OPENAI_BASE_URL', read, say), read('OPENAI_API_KEY')]
  const tokens = read('LLM_DAILY_TOKENS')
  const dailyTokens =
    tokens === '' ? null : wholeNumber('LLM_DAILY_TOKENS', tokens, 0, MOST_TOKENS, say)
  const limit = callLimit(read, say)
  if (apiKey === '' && baseUrl === DEFAULTS.OPENAI_BASE_URL) return null
  return {
    baseUrl: baseUrl.replace(/\/+$/, ''),
    apiKey: apiKey || null,
    model: read('OPENAI_MODEL'),
    promptsDir: resolve(cwd, read('PROMPTS_DIR')),
    dailyTokens,
    callsPerContactHour: limit,
  }
}

/** The same of voice notes, which may be another server's. */
function transcription(read: Read, say: Say): Config['transcription'] {
  const name = 'TRANSCRIPTION_BASE_URL'
  const [baseUrl, apiKey] = [httpUrl(name, read, say), read('TRANSCRIPTION_API_KEY')]
  if (apiKey === '' && baseUrl === DEFAULTS[name]) return null
  return {
    baseUrl: baseUrl.replace(/\/+$/, ''),
    apiKey: apiKey || null,
    model: read('TRANSCRIPTION_MODEL'),
    // Whatever is wrong with it was said of the model.
    callsPerContactHour: callLimit(read, () => undefined),
  }
}

type Read = (name: Name) => string

function httpUrl(name: Name, read: Read, say: Say): string {
  const url = read(name)
  const good = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
  if (!good) say('cli.config.http_url', { name })
  return url
}

function callLimit(read: Read, say: Say): number {
  const name = 'LLM_CALLS_PER_CONTACT_HOUR'
  return wholeNumber(name, read(name), 0, MOST_CALLS, say)
}

const MOST_TOKENS = 999_999_999
const MOST_CALLS = 10_000

function oneOf<T extends string>(name: Name, text: string, all: readonly [T, ...T[]], say: Say): T {
  const found = all.find((option) => option === text)
  if (found !== undefined) return found
  say('cli.config.options', { name, value: text, options: all.join(', ') })
  return all[0]
}
