import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { getMediaKeys, type proto } from '@whiskeysockets/baileys'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { App } from '../../src/app/app.js'
import { download } from '../../src/channels/baileys/download.js'
import { column, createHouse, hears, OWNER, PATIENTLY } from './_house.js'
import { openSealed, trustDouble } from './double/media.js'

const ANA = { phone: '573005550101', name: 'Ana' }
const OGG = Buffer.concat([Buffer.from('OggS'), randomBytes(70_000)])
const PDF = Buffer.concat([Buffer.from('%PDF-1.7'), randomBytes(30_000)])
const REAL = { download }

type Sealed = Pick<
  proto.Message.IAudioMessage,
  'directPath' | 'mediaKey' | 'fileSha256' | 'fileLength'
>

/** Where WhatsApp keeps files, with whatever the test puts there. */
function createStore() {
  const bodies = new Map<string, Buffer>()
  const asked: string[] = []
  const real = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const { host, pathname } = new URL(String(input))
    if (!host.endsWith('whatsapp.net')) return real(input, init)
    asked.push(`${host}${pathname}`)
    const body = bodies.get(pathname)
    return body === undefined
      ? new Response(null, { status: 404 })
      : new Response(new Uint8Array(body))
  }
  onTestFinished(() => {
    globalThis.fetch = real
  })
  const put = async (bytes: Buffer, type: 'audio' | 'document'): Promise<Sealed> => {
    const mediaKey = randomBytes(32)
    const { cipherKey, iv } = await getMediaKeys(mediaKey, type)
    const cipher = createCipheriv('aes-256-cbc', cipherKey, iv)
    const directPath = `/v/${bodies.size}.enc`
    // Ten bytes of a seal follow, which nobody needs: the content has its own hash.
    const sealed = [cipher.update(bytes), cipher.final(), Buffer.alloc(10)]
    bodies.set(directPath, Buffer.concat(sealed))
    const fileSha256 = createHash('sha256').update(bytes).digest()
    return { directPath, mediaKey, fileSha256, fileLength: bytes.length }
  }
  return { put, asked }
}

const statuses = (app: App) => column(app, 'select status from media order by id')
const folderOf = (app: App) => join(dirname(app.config.database.path), 'media')

function audio(sealed: Sealed): proto.IMessage {
  return { audioMessage: { ...sealed, mimetype: 'audio/ogg; codecs=opus', ptt: true, seconds: 7 } }
}

test('keeps a voice note, and nothing of it once its sender wants to be forgotten', async () => {
  const house = await createHouse()
  const store = createStore()
  const app = await house.openLinked({}, REAL)
  const ana = house.double.contact(ANA)
  await ana.say('hola')
  await hears(ana, 1)
  await ana.send(audio(await store.put(OGG, 'audio')))
  await vi.waitFor(() => expect(statuses(app)).toEqual(['kept']), PATIENTLY)
  const [file] = column(app, 'select file from media')
  expect(readFileSync(join(folderOf(app), String(file)))).toEqual(OGG)
  expect(store.asked).toEqual(['mmg.whatsapp.net/v/0.enc'])
  await app.turns.forget('+573005550101')
  await app.media.idle()
  expect(readdirSync(folderOf(app))).toEqual([])
})

test('fetches a document only when it is asked for', async () => {
  const house = await createHouse()
  const store = createStore()
  const app = await house.openLinked({}, REAL)
  const ana = house.double.contact(ANA)
  const sealed = await store.put(PDF, 'document')
  await ana.send({
    documentMessage: { ...sealed, fileName: 'rut.pdf', mimetype: 'application/pdf' },
  })
  await hears(ana, 1)
  await app.media.idle()
  expect([statuses(app), store.asked]).toEqual([['offered'], []])
  expect(column(app, 'select name from media')).toEqual(['rut.pdf'])
  const path = await app.media.fetch(1)
  expect(readFileSync(path ?? '')).toEqual(PDF)
})

test('keeps nothing that is not what it says, and follows no path that leads elsewhere', async () => {
  const house = await createHouse()
  const store = createStore()
  const app = await house.openLinked({}, REAL)
  const ana = house.double.contact(ANA)
  await ana.send(audio(await store.put(Buffer.from('MZ this is a program'), 'audio')))
  await ana.send(audio({ ...(await store.put(OGG, 'audio')), fileSha256: randomBytes(32) }))
  await ana.send(audio({ ...(await store.put(OGG, 'audio')), directPath: '/v/nowhere.enc' }))
  await ana.send(audio({ ...(await store.put(OGG, 'audio')), directPath: '@127.0.0.1/secret' }))
  await vi.waitFor(() => expect(column(app, 'select kind from inbox')).toHaveLength(4), PATIENTLY)
  await vi.waitFor(() => expect(statuses(app)).toEqual(['refused', 'refused', 'gone']), PATIENTLY)
  expect(existsSync(folderOf(app)) ? readdirSync(folderOf(app)) : []).toEqual([])
})

test('keeps the advertisement as it came beside what is read from it', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  await ana.sayFromAd('hola', { title: 'Uniformes', url: 'https://example.com', clickId: 'c1' })
  await hears(ana, 1)
  const [raw] = column(app, 'select raw from ad_referrals')
  expect(JSON.parse(String(raw))).toMatchObject({
    externalAdReply: { sourceUrl: 'https://example.com', ctwaClid: 'c1', sourceId: '1' },
  })
  expect(column(app, "select json_extract(source, '$.clickId') from contacts")).toEqual(['c1'])
})

test('the week goes out as a picture, that its reader can open and ask for once more', async () => {
  onTestFinished(trustDouble())
  const house = await createHouse()
  const app = await house.openLinked()
  const rosalba = house.double.contact({ phone: OWNER, name: 'Rosalba' })
  await rosalba.say('hola')
  await hears(rosalba, 1)
  const ana = house.double.contact(ANA)
  await ana.say('soy Ana, necesito 20 camisetas polo')
  await hears(ana, 1)
  // The first day has no picture yet.
  await rosalba.say('mis cifras')
  await vi.waitFor(
    () => expect(column(app, 'select 1 from figure_days')).not.toEqual([]),
    PATIENTLY,
  )
  app.db.raw.exec('update figure_days set day = day - 1')
  // Turned away once, it is tried again.
  house.double.media.refuses = true
  await rosalba.say('reporte')
  await vi.waitFor(() => expect(column(app, FILES)).toHaveLength(1), PATIENTLY)
  house.double.media.refuses = false
  const [hash] = column(app, FILES).map(String)
  const png = readFileSync(join(folderOf(app), hash ?? ''))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  const seen = () => rosalba.heard.at(-1)
  await vi.waitFor(() => expect(seen()?.message.imageMessage).toBeTruthy(), PATIENTLY)
  const { id = '', text, message } = seen() ?? {}
  expect(text).toContain('El reporte de la semana')
  const image = message?.imageMessage ?? {}
  expect(image).toMatchObject({ mimetype: 'image/png', width: 1080 })
  const opened = ({ directPath, mediaKey }: proto.Message.IImageMessage) =>
    openSealed(
      house.double.media.kept.get(directPath ?? '') ?? Buffer.alloc(0),
      mediaKey ?? Buffer.alloc(0),
      'image',
    )
  expect(opened(image).equals(png)).toBe(true)
  await rosalba.asksAgain(id)
  const copies = () =>
    house.double.ledger.flatMap((entry) =>
      entry.kind === 'message' && entry.id === id ? (entry.message.imageMessage ?? []) : [],
    )
  await vi.waitFor(() => expect(copies()).toHaveLength(2), PATIENTLY)
  expect(copies().map((copy) => opened(copy).equals(png))).toEqual([true, true])
})

const FILES = 'select file from outbox where file is not null'
