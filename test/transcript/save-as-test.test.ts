import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { App } from '../../src/app/app.js'
import { playFile } from '../../src/commands/flows-test.js'
import type { LlmAnswer } from '../../src/core/conversation/events.js'
import { createLog } from '../../src/log.js'
import { keepStart } from '../../src/store/starts.js'
import { saveAsTest } from '../../src/transcript/save-as-test.js'
import { type Transcript, transcript } from '../../src/transcript/transcript.js'
import {
  ANA,
  type Change,
  createHouse,
  LUIS,
  NOW,
  OWNER,
  phone,
  project,
  send,
  writes,
} from '../turn/_house.js'

const log = createLog({ level: 'silent' })
const ORDER =
  'soy Ana, necesito 20 camisetas polo para el 27 de marzo, tengo como un millón, yo decido'
const SELLER = '+573000000002'

/** An app whose clock goes on by itself a little, over a flows folder of its own. */
function open(change: Change = {}): App {
  const house = createHouse()
  const flowsDir = join(house.folder, 'flows')
  mkdirSync(flowsDir)
  for (const name of readdirSync('flows')) {
    if (name.endsWith('.yaml')) cpSync(join('flows', name), join(flowsDir, name))
  }
  let real = NOW
  const now = () => {
    real += 37
    return new Date(real)
  }
  return house.open({ now, ...change, config: { flowsDir, ...change.config } })
}

type Saved = { readonly script: Transcript; readonly text: string; readonly file: string }

/** Saves a conversation, plays the file as `flows test` would, and gives back what stands in it. */
async function save(app: App, name: string | null = null, of = ANA): Promise<Saved> {
  const saved = await saveAsTest(app, log, { phone: of, name })
  if (!saved.ok) throw new Error(JSON.stringify(saved.error))
  const { file } = saved.value
  expect(await playFile(file, project, app.config)).toMatchObject({ failure: null })
  const text = readFileSync(file, 'utf8')
  return { script: transcript.parse(parse(text)), text, file }
}

function human(app: App, text: string): Promise<void> {
  return app.simulator?.humanWrites({ to: ANA, text }).then(() => app.settle()) ?? Promise.reject()
}

/** The id of the newest message on a phone with these words. */
function idOf(app: App, of: string, words: string): string {
  const line = app.simulator?.handedOver(of, 0).findLast(({ text }) => text.includes(words))
  if (line === undefined) throw new Error(`nothing with "${words}" on ${of}`)
  return line.id
}

async function sends(app: App, body: object): Promise<void> {
  await send(app, body)
  await app.settle()
}

const PATIENT: Change = { config: { settle: { kind: 'fixed', ms: 60_000 } } }

type Talk = (app: App) => Promise<unknown>
const TALKS: readonly (readonly [string, Talk, Change, readonly object[]])[] = [
  [
    'a greeting and its answers',
    async (app) => {
      await sends(app, { from: ANA, text: 'hola', name: 'Ana Beltrán' })
      await writes(app, ANA, 'es para una cafetería, somos 14')
    },
    {},
    [{ prospect: { text: 'hola', name: 'Ana Beltrán' } }, { stage: 'lead' }, { outcome: null }],
  ],
  [
    'several messages in one burst',
    async (app) => {
      for (const text of ['hola', 'necesito 20 polos', 'para el 27'])
        await send(app, { from: ANA, text })
      await app.settle()
    },
    PATIENT,
    [{ prospect: ['hola', 'necesito 20 polos', 'para el 27'] }],
  ],
  [
    'an option chosen',
    async (app) => {
      for (const text of ['hola, necesito 20 camisetas polo', 'blablablá', 'jajaja'])
        await writes(app, ANA, text)
      const asked = app.simulator?.handedOver(ANA, 0).at(-1)
      await sends(app, { from: ANA, choice: asked?.options?.[1]?.id })
    },
    {},
    [{ slots: expect.objectContaining({ urgency: expect.objectContaining({ bucket: 'month' }) }) }],
  ],
  [
    'a quoted reply and a reaction',
    async (app) => {
      await writes(app, ANA, 'necesito 20 camisetas polo')
      await sends(app, { from: ANA, text: 'y eso con logo?', replyTo: idOf(app, ANA, '$840.000') })
      await sends(app, { from: ANA, reaction: { emoji: '👍', to: idOf(app, ANA, '$840.000') } })
    },
    {},
    [{ silence: true }],
  ],
  [
    'a voice note, a photo, a document, a place and a contact',
    async (app) => {
      await sends(app, {
        from: ANA,
        audio: { seconds: 4, transcript: 'hola, soy Ana, necesito 20 delantales' },
      })
      await sends(app, { from: ANA, audio: { seconds: 9 } })
      await sends(app, { from: ANA, image: { caption: 'así los quiero' } })
      await sends(app, { from: ANA, document: { name: 'logo.pdf' } })
      await sends(app, { from: ANA, location: { latitude: 4.58, longitude: -74.1 } })
      await sends(app, { from: ANA, contact: { name: 'Wilmer', phone: '+573000000481' } })
    },
    {},
    [
      { prospect: { audio: { seconds: 9 } } },
      { prospect: { image: { caption: 'así los quiero' } } },
    ],
  ],
  [
    'an ad, and a message that came late',
    async (app) => {
      const referral = { sourceType: 'ad', sourceId: '1', clickId: 'c', headline: 'Uniformes' }
      const sentAt = '2026-03-10T12:00:00.000Z'
      await sends(app, { from: ANA, text: 'hola, soy Ana', referral, sentAt })
    },
    {},
    [{ prospect: expect.objectContaining({ sentAt: '2026-03-10T12:00:00.000Z' }) }],
  ],
  [
    'days that pass, with what comes by itself',
    async (app) => {
      await writes(app, ANA, 'hola, soy Ana, necesito 15 camisas')
      for (const wait of ['P1D', 'P1D', 'P1D', 'P1W']) await app.advance(wait)
      await writes(app, ANA, 'uy qué pena. para el 15 de mayo')
    },
    {},
    [{ passes: 'P1D' }, { bot: expect.stringContaining('Le guardo la cuenta') }],
  ],
  [
    'an hour that moves something out of hours',
    async (app) => {
      await app.advance('PT9H30M')
      await writes(app, ANA, 'hola, soy Ana, necesito 15 camisas')
      await app.advance('PT25H17M')
      await writes(app, ANA, 'en un mes')
    },
    {},
    [],
  ],
  [
    'a sale from the card to the check-in and its answer',
    async (app) => {
      await writes(app, ANA, ORDER)
      await sends(app, { from: OWNER, text: 'tomar', replyTo: idOf(app, OWNER, ANA) })
      await sends(app, {
        from: OWNER,
        text: 'ganado 840 mil',
        replyTo: idOf(app, OWNER, 'a su cargo'),
      })
      await app.advance('P2D')
      await writes(app, ANA, 'sí, todo bien, gracias')
    },
    {},
    [
      { owner: { text: 'tomar', reply: true } },
      { owner: { text: 'ganado 840 mil', reply: expect.stringContaining('a su cargo') } },
      { passes: 'P2D' },
      { stage: 'customer' },
      { outcome: 'won' },
    ],
  ],
  [
    'a talk with the owner in several messages, and its undoing',
    async (app) => {
      await writes(app, ANA, ORDER)
      for (const text of [
        'leads',
        'ganado ana',
        '840 mil',
        'deshacer',
        'ayuda',
        'perdido ana por precio',
      ]) {
        await writes(app, OWNER, text)
      }
    },
    {},
    [{ owner: 'ganado ana' }, { owner: '840 mil' }, { outcome: 'lost' }],
  ],
  [
    'a reaction on the card',
    async (app) => {
      await writes(app, ANA, ORDER)
      await sends(app, { from: OWNER, reaction: { emoji: '👍', to: idOf(app, OWNER, ANA) } })
    },
    {},
    [{ owner: { reaction: '👍' } }],
  ],
  [
    'a person who steps in, and the pause that ends',
    async (app) => {
      await writes(app, ANA, 'hola, soy Ana, necesito 20 camisetas polo')
      await human(app, 'Hola, Ana, soy Rosalba.')
      await writes(app, ANA, 'la azul. y mejor 25')
      await app.advance('PT16H')
      await writes(app, ANA, 'a qué hora vienen?')
    },
    {},
    [{ human: 'Hola, Ana, soy Rosalba.' }, { silence: true }],
  ],
  [
    'minutes that add up to a reminder',
    async (app) => {
      await writes(app, ANA, ORDER)
      for (const text of ['gracias', 'quedo atenta', 'listo', 'ok']) {
        await app.advance('PT4M')
        await writes(app, ANA, text)
      }
      await app.advance('PT30M')
    },
    {},
    [{ prospect: 'quedo atenta' }],
  ],
  [
    'somebody who wants no more messages',
    async (app) => {
      await writes(app, ANA, 'soy Ana, necesito 15 camisas')
      await writes(app, ANA, 'no me escriban más')
      await app.advance('P30D')
    },
    {},
    [{ passes: 'P30D' }, { silence: true }],
  ],
]

describe('a saved conversation passes at once', () => {
  test.each(TALKS)('with %s', { timeout: 30_000 }, async (_, talk, change, lines) => {
    const app = open(change)
    await writes(app, OWNER, 'hola')
    await app.advance('PT1H')
    await talk(app)
    const { script } = await save(app)
    for (const line of lines) expect(script.talk).toContainEqual(line)
    expect(JSON.stringify(script)).not.toContain(ANA.slice(1))
  })
})

test('a colleague has lines of their own', async () => {
  const app = open()
  await writes(app, OWNER, 'hola')
  await writes(app, SELLER, 'hola')
  await app.advance('PT1H')
  await writes(app, ANA, ORDER)
  await writes(app, SELLER, 'tomar ana')
  await writes(app, OWNER, 'leads')
  const { script } = await save(app)
  expect(script.talk[0]).toEqual({ staff: { name: 'Fabián', text: 'hola' } })
  expect(script.talk).toContainEqual({ staff: { name: 'Fabián', text: 'tomar ana' } })
  expect(script.talk).toContainEqual({
    staff_told: { name: 'Fabián', has: [expect.stringContaining('Ana queda a su cargo')] },
  })
  expect(script.talk).toContainEqual({ told: expect.stringContaining('Fabián') })
})

test('of several prospects only what concerns this one is told', async () => {
  const app = open()
  await writes(app, OWNER, 'hola')
  await app.advance('PT1H')
  await writes(app, LUIS, ORDER.replace('Ana', 'Luis'))
  await writes(app, ANA, ORDER)
  for (const text of [
    'leads',
    'tomar 2',
    'tomar luis',
    'ganado ana',
    '840 mil',
    'perdido luis por precio',
  ]) {
    await writes(app, OWNER, text)
  }
  await app.advance('P2D')
  await writes(app, ANA, 'sí, todo bien')
  for (const of of [ANA, LUIS]) {
    const { script } = await save(app, null, of)
    expect(JSON.stringify(script)).not.toContain(of === ANA ? 'Luis' : 'Ana')
    expect(script.talk.at(-1)).toEqual({ outcome: of === ANA ? 'won' : 'lost' })
  }
})

test('an owner who wrote only afterwards is told then', async () => {
  const app = open()
  await writes(app, ANA, ORDER)
  await app.advance('PT1H')
  await writes(app, OWNER, 'hola')
  const { script } = await save(app)
  expect(script.ownerActive).toBe(false)
  expect(script.talk).toContainEqual({ owner: 'hola' })
})

test('after starting over only what came since is told', async () => {
  const app = open()
  await writes(app, ANA, 'hola, soy Ana')
  await app.turns.forget(ANA)
  await writes(app, ANA, 'necesito 20 camisetas polo')
  const { script } = await save(app)
  expect(script.talk[0]).toEqual({ prospect: 'necesito 20 camisetas polo' })
})

test('a start in the middle of it is a line of its own', async () => {
  const app = open()
  await writes(app, ANA, 'hola, soy Ana')
  keepStart(app.db, app.clock.iso())
  await writes(app, ANA, 'necesito 20 camisetas polo')
  const { script } = await save(app)
  expect(script.talk[2]).toEqual({ restarts: true })
})

describe('the file', () => {
  test('is called after its name, numbered where another has it, and never overwritten', async () => {
    const app = open()
    await writes(app, ANA, 'hola')
    const names = []
    for (const name of ['Ana María: ¿20 polos?', 'ana maría 20 polos', '../../fuera', '🙂', null]) {
      const { file, script } = await save(app, name)
      names.push(file.replace(`${app.config.flowsDir}/`, ''))
      expect(script.title).toBe(name ?? 'Conversación guardada del simulador (•••0101)')
    }
    expect(names).toEqual([
      'tests/ana-maria-20-polos.yaml',
      'tests/ana-maria-20-polos-2.yaml',
      'tests/fuera.yaml',
      'tests/conversacion-guardada-del-simulador-0101.yaml',
      'tests/conversacion-guardada-del-simulador-0101-2.yaml',
    ])
    expect(existsSync(join(app.config.flowsDir, '..', '..', 'fuera.yaml'))).toBe(false)
  })

  test('reads like one that somebody wrote', async () => {
    const app = open()
    await writes(app, OWNER, 'hola')
    await app.advance('PT1H')
    await writes(app, ANA, ORDER)
    const { text } = await save(app, 'Ana')
    expect(text).toMatch(/^# Guardada desde el simulador/)
    expect(text).toContain('\ntitle: "Ana"\nat: "2026-03-10T11:00:00-05:00"\ntalk:\n')
    expect(text).toContain(`\n  - prospect: "${ORDER}"\n  - bot: [ "Buenos días, Ana.`)
    expect(text).toContain(
      '\n  - told: |-\n      *Ana*\n      +573009990001 · wa.me/573009990001\n',
    )
    expect(text).toContain('\n  - stage: "qualified"\n')
  })

  test('comes with the command that plays it', async () => {
    const app = open()
    await writes(app, ANA, 'hola')
    const saved = await saveAsTest(app, log, { phone: ANA, name: 'Ana' })
    const { flowsDir } = app.config
    expect(saved).toMatchObject({
      value: { command: `FLOWS_DIR=${flowsDir} npm run -s porquesi -- flows test ana` },
    })
  })
})

describe('what cannot be told again is refused', () => {
  async function refusal(app: App, of = ANA): Promise<string> {
    const saved = await saveAsTest(app, log, { phone: of, name: null })
    expect(existsSync(join(app.config.flowsDir, 'tests'))).toBe(false)
    return saved.ok ? 'saved' : saved.error.kind
  }

  test('nobody who wrote', async () => {
    expect(await refusal(open())).toBe('nobody')
  })

  test("a model's answer", async () => {
    const askLlm = async (): Promise<LlmAnswer> => {
      await new Promise(setImmediate)
      return { ok: true, text: 'Queda en Restrepo.', facts: ['direccion'] }
    }
    const app = open({ askLlm })
    await writes(app, ANA, 'hola, necesito 15 camisas')
    await writes(app, ANA, 'tienen parqueadero?')
    expect(phone(app, ANA).at(-1)).toContain('Restrepo')
    expect(await refusal(app)).toBe('model')
  })

  test('a chat that also goes on elsewhere', async () => {
    const app = open()
    await writes(app, ANA, 'hola')
    app.db.raw.exec(`insert into lines values ('w', 'baileys', null, '2026-03-10T15:00:00.000Z')`)
    app.db.raw.exec(`insert into conversations (contact_id, line_id, version, chat, flow_id, flow_hash,
      status, paused_until, heard_at, state, updated_at)
      select contact_id, 'w', version, chat, flow_id, flow_hash,
      status, paused_until, heard_at, state, updated_at from conversations`)
    expect(await refusal(app)).toBe('real_line')
  })

  test('a conversation that today’s flows would hold otherwise', async () => {
    const app = open()
    await writes(app, ANA, 'hola')
    const path = join(app.config.flowsDir, 'business.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replace('Uniformes Hilván', 'Uniformes Costura'))
    expect(await refusal(app)).toBe('differs')
  })
})
