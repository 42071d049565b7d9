import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Config, ENVIRONMENT, type Env, isLoopback, readConfig } from '../src/config.js'
import { type Messages, message } from '../src/core/messages.js'
import { loadMessages } from '../src/project/compiled-data.js'

const CWD = '/srv/taller'

let messages: Messages
beforeAll(async () => {
  messages = await loadMessages()
})

function settingsOf(env: Env): Config {
  const config = readConfig(env, CWD)
  if (!config.ok) throw new Error(JSON.stringify(config.error.problems))
  return config.value
}

function complaintsAbout(env: Env): readonly string[] {
  const config = readConfig(env, CWD)
  if (config.ok) return []
  return config.error.problems.map(({ key, params }) => message(messages, key, params))
}

describe('settings', () => {
  test('all have a default', () => {
    expect(settingsOf({})).toEqual({
      web: { host: '127.0.0.1', port: 3000 },
      database: {
        kind: 'sqlite',
        path: '/srv/taller/data/local/porquesi.db',
        shown: 'data/local/porquesi.db',
      },
      flowsDir: '/srv/taller/flows',
      logLevel: 'warn',
      channels: ['simulator'],
      whatsapp: { socketUrl: null, pairingNumber: null },
      sessionKey: null,
      simulatorRemote: false,
      settle: { kind: 'adaptive' },
      pacing: 'human',
      model: null,
      transcription: null,
    })
  })

  test('come from the environment', () => {
    const config = settingsOf({
      PORT: ' 8080 ',
      HOST: '0.0.0.0',
      DATABASE_URL: 'sqlite:/var/lib/p.db',
      FLOWS_DIR: 'mis/flujos',
      LOG_LEVEL: 'debug',
      WHATSAPP_CHANNEL: 'baileys, simulator',
      WHATSAPP_SOCKET_URL: 'ws://127.0.0.1:4000/ws/chat',
      WHATSAPP_PAIRING_NUMBER: '57 300 111-2233',
      SESSION_KEY: ' una frase larga ',
      SETTLE_MS: '0',
      PACING: 'off',
      SIMULATOR_REMOTE: '1',
      OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1/',
      OPENAI_MODEL: 'llama3.1',
      PROMPTS_DIR: 'mis/prompts',
      LLM_DAILY_TOKENS: '200000',
      LLM_CALLS_PER_CONTACT_HOUR: '5',
      TRANSCRIPTION_BASE_URL: 'http://127.0.0.1:8001/v1/',
      TRANSCRIPTION_MODEL: 'whisper-small',
    })
    expect(config).toEqual({
      web: { host: '0.0.0.0', port: 8080 },
      database: { kind: 'sqlite', path: '/var/lib/p.db', shown: '/var/lib/p.db' },
      flowsDir: '/srv/taller/mis/flujos',
      logLevel: 'debug',
      channels: ['baileys', 'simulator'],
      whatsapp: { socketUrl: 'ws://127.0.0.1:4000/ws/chat', pairingNumber: '+573001112233' },
      sessionKey: 'una frase larga',
      simulatorRemote: true,
      settle: { kind: 'fixed', ms: 0 },
      pacing: 'off',
      model: {
        baseUrl: 'http://127.0.0.1:11434/v1',
        apiKey: null,
        model: 'llama3.1',
        promptsDir: '/srv/taller/mis/prompts',
        dailyTokens: 200_000,
        callsPerContactHour: 5,
      },
      transcription: {
        baseUrl: 'http://127.0.0.1:8001/v1',
        apiKey: null,
        model: 'whisper-small',
        callsPerContactHour: 5,
      },
    })
  })

  test('left blank take their default', () => {
    expect(settingsOf({ PORT: '', SETTLE_MS: '  ' })).toEqual(settingsOf({}))
  })

  test.each([
    [{ PORT: 'tres mil' }, 'PORT=tres mil: se esperaba un número entre 1 y 65535.'],
    [{ PORT: '0' }, 'PORT=0: se esperaba un número entre 1 y 65535.'],
    [{ PORT: '65536' }, 'PORT=65536: se esperaba un número entre 1 y 65535.'],
    [{ PORT: '3e3' }, 'PORT=3e3: se esperaba un número entre 1 y 65535.'],
    [
      { WHATSAPP_CHANNEL: 'cloud' },
      'WHATSAPP_CHANNEL=cloud: todavía no disponible. Por ahora: simulator, baileys.',
    ],
    [
      { WHATSAPP_SOCKET_URL: 'https://web.whatsapp.com' },
      'WHATSAPP_SOCKET_URL tiene que ser una dirección ws:// o wss://.',
    ],
    [
      { WHATSAPP_PAIRING_NUMBER: '300' },
      'WHATSAPP_PAIRING_NUMBER=300: se espera un número con su país, como +573001112233.',
    ],
    [
      { WHATSAPP_CHANNEL: 'telegram' },
      'WHATSAPP_CHANNEL=telegram: se esperaba una de estas palabras: simulator, baileys.',
    ],
    [
      { DATABASE_URL: 'postgres://ana:secreto@db/p' },
      'DATABASE_URL=postgres://…: todavía no disponible. Por ahora: sqlite:…',
    ],
    [
      { DATABASE_URL: 'mysql://ana:secreto@db/p' },
      'DATABASE_URL: se esperaba algo como sqlite:data/local/porquesi.db.',
    ],
    [
      { DATABASE_URL: 'sqlite:' },
      'DATABASE_URL: se esperaba algo como sqlite:data/local/porquesi.db.',
    ],
    [
      { OPENAI_BASE_URL: 'localhost' },
      'OPENAI_BASE_URL tiene que ser una dirección http:// o https://.',
    ],
    [
      { LLM_DAILY_TOKENS: 'muchos' },
      'LLM_DAILY_TOKENS=muchos: se esperaba un número entre 0 y 999999999.',
    ],
    [{ SETTLE_MS: '-1' }, 'SETTLE_MS=-1: se esperaba un número entre 0 y 60000.'],
    [{ PACING: 'rápido' }, 'PACING=rápido: se esperaba una de estas palabras: human, off.'],
    [{ SIMULATOR_REMOTE: 'sí' }, 'SIMULATOR_REMOTE=sí: se esperaba una de estas palabras: 0, 1.'],
    [
      { HOST: '0.0.0.0' },
      'HOST=0.0.0.0: el simulador solo se abre en esta máquina (127.0.0.1). ' +
        'Para abrirlo a la red: SIMULATOR_REMOTE=1',
    ],
  ])('%o is explained', (env, sentence) => {
    expect(complaintsAbout(env)).toEqual([sentence])
  })

  test('are all looked at before anything is said', () => {
    const env = { PORT: 'x', LOG_LEVEL: 'fuerte', WHATSAPP_CHANNEL: 'cloud', PACING: 'no' }
    expect(complaintsAbout(env).map((sentence) => sentence.split('=')[0])).toEqual([
      'PORT',
      'LOG_LEVEL',
      'WHATSAPP_CHANNEL',
      'PACING',
    ])
  })
})

test.each([
  ['127.0.0.1', true],
  ['127.8.0.1', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['127.0.0.1.example.com', false],
  ['192.168.1.7', false],
])('%s stays on this machine: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected)
})

test('a key alone is enough for a model, and without one or an address there is none', () => {
  expect(settingsOf({ OPENAI_API_KEY: 'sk-1' })?.model).toMatchObject({
    baseUrl: 'https://api.openai.com/v1',
    apiKey: 'sk-1',
    dailyTokens: null,
    callsPerContactHour: 30,
  })
  expect(settingsOf({ OPENAI_MODEL: 'otro' })?.model).toBeNull()
})

describe('.env.example', () => {
  const text = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8')
  const entries = [...text.matchAll(/^# (.+)\n#?([A-Z_]+)=/gm)].map(
    ([, comment = '', name = '']) => ({
      name,
      served: !comment.includes('(todavía no disponible)'),
    }),
  )

  test('explains exactly the names that exist, each in one line, and says which work', () => {
    expect(entries).toEqual(ENVIRONMENT)
  })

  test('holds no other name', () => {
    expect([...text.matchAll(/^#?\s?[A-Z_]+=/gm)]).toHaveLength(ENVIRONMENT.length)
  })

  test('shows the defaults', () => {
    const shown = [...text.matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [
      name,
      value,
    ])
    const served = ENVIRONMENT.filter((one) => one.served).map(({ name }) => name)
    const env = Object.fromEntries(shown.filter(([name]) => served.includes(name ?? '')))
    expect(settingsOf(env)).toEqual(settingsOf({}))
  })
})
