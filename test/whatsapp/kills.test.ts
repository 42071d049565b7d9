import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { createPlace, type Started } from '../commands/_product.js'
import { PATIENTLY } from './_house.js'
import type { Contact } from './double/contact.js'
import type { LedgerEntry } from './double/ledger.js'
import { createWhatsAppDouble, type WhatsAppDouble } from './double/whatsapp-double.js'

/** More of them with KILLS=30. */
const ROUNDS = Number(process.env.KILLS ?? 6)
const STATUS = z.object({ state: z.string(), qr: z.string().optional() })

/** The moments at which a process dies worst, in turn: each once a message is on its way. */
const MOMENTS: readonly ((entry: LedgerEntry) => boolean)[] = [
  // WhatsApp counts it as delivered, and it may not be stored yet.
  ({ kind }) => kind === 'receipt',
  ({ kind }) => kind === 'typing',
  // The answer is out, and whether it arrived is not written down.
  ({ kind }) => kind === 'message',
]

test('killed at the worst moments, it loses no message and repeats no answer', {
  timeout: 60_000 + ROUNDS * 10_000,
}, async () => {
  const double = await createWhatsAppDouble()
  const place = createPlace()
  onTestFinished(async () => {
    await place.close()
    await double.close()
  })
  const env = {
    WHATSAPP_CHANNEL: 'simulator,baileys',
    WHATSAPP_SOCKET_URL: double.url,
    SETTLE_MS: '0',
    SESSION_KEY: 'una frase larga para la prueba',
    LOG_LEVEL: 'error',
  }
  let running = await place.start(env)
  await link(running, double)
  const known = double.contact({ phone: '573005550299', name: 'Conocida' })
  const sent: string[] = [await known.say('hola')]
  const people: Contact[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const person = double.contact({ phone: `573005550${200 + round}`, name: `Persona ${round}` })
    people.push(person)
    const begin = double.ledger.length
    sent.push(...says(person, round, ['hola', 'necesito 20 camisetas polo']))
    sent.push(...says(known, round, [`necesito ${20 + round} camisetas polo`]))
    const moment = MOMENTS[round % MOMENTS.length]
    await double.waitFor(
      (entry) => double.ledger.indexOf(entry) >= begin && moment?.(entry) === true,
    )
    await running.stop('SIGKILL')
    running = await place.start(env)
  }
  await vi.waitFor(() => {
    const unanswered = people.filter(({ heard }) => heard.length === 0)
    expect(unanswered.map(({ name }) => name)).toEqual([])
    expect(double.pending).toBe(0)
  }, PATIENTLY)
  expect(await running.stop('SIGTERM')).toMatchObject({ code: 0, err: '' })
  const stored = column(join(place.folder, 'taller.db'), 'select message_id from inbox')
  expect(stored.toSorted()).toEqual(sent.toSorted())
  // The phone shows an id once however often it arrives: what is repeated would have another id.
  for (const { heard } of people) {
    expect(new Set(heard.map(({ text }) => text)).size).toBe(heard.length)
  }
})

/** What is on its way when the process dies: somebody new and somebody known are encrypted differently. */
function says(person: Contact, round: number, texts: readonly string[]): readonly string[] {
  return texts.map((text, at) => {
    const id = `3AKILL${person.phone.slice(-3)}${round}${at}`
    // Whether the client took it is seen in the end.
    person.say(text, { id }).catch(() => undefined)
    return id
  })
}

async function link({ url }: Started, double: WhatsAppDouble): Promise<void> {
  const status = async () => STATUS.parse(await (await fetch(`${url}/whatsapp/status`)).json())
  const qr = await vi.waitFor(async () => {
    const found = (await status()).qr
    if (found === undefined) throw new Error('no QR code yet')
    return found
  }, PATIENTLY)
  await double.scan(qr)
  await vi.waitFor(async () => expect((await status()).state).toBe('open'), PATIENTLY)
}

function column(path: string, sql: string): readonly string[] {
  const db = new Sqlite(path, { readonly: true })
  try {
    return db.prepare(sql).pluck().all().map(String)
  } finally {
    db.close()
  }
}
