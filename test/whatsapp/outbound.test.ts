import { expect, test, vi } from 'vitest'
import { column, createHouse, hears, OWNER, PATIENTLY, reaches } from './_house.js'
import type { LedgerEntry } from './double/ledger.js'

const ANA = { phone: '573005550101', name: 'Ana' }
const QUICK = { times: { ackMs: 150 } }
const STATUS = "select status || ' ' || coalesce(reason, '') || ' ' || attempts from outbox"

const sendings = (ledger: readonly LedgerEntry[], id: string) =>
  ledger.filter((entry) => entry.kind === 'message' && entry.id === id)

test('what nobody acknowledges goes once more under the same id, and is then shown as unknown', async () => {
  const house = await createHouse()
  const app = await house.openLinked({}, QUICK)
  const ana = house.double.contact(ANA)
  ana.switchesOff()
  house.double.faults.withholdAcks = true
  await ana.say('hola')
  const unknown = () => expect(column(app, 'select status from outbox')).toEqual(['unknown'])
  await vi.waitFor(unknown, PATIENTLY)
  const [id] = column(app, 'select message_id from outbox').map(String)
  expect(sendings(house.double.ledger, id ?? '')).toHaveLength(2)
  house.double.faults.withholdAcks = false
  // A receipt still settles it, and to the person it is one message.
  ana.switchesOn()
  await vi.waitFor(() => {
    expect(column(app, 'select status from outbox')).toEqual(['delivered'])
  }, PATIENTLY)
  expect(ana.heard.map((heard) => heard.id)).toEqual([id])
})

test('a number that may open no new chats says so until when, and what was refused never goes again', async () => {
  const house = await createHouse()
  const app = await house.openLinked({}, QUICK)
  const ana = house.double.contact(ANA)
  house.double.faults.refuseMessagesWith = 463
  await ana.say('hola')
  const { restrictedUntil } = await reaches(app, 'restricted')
  // What nobody asked for waits as long: it passes the gate, which is asked by the line.
  expect(app.whatsapp.lockedUntil?.()).toBe(restrictedUntil)
  await vi.waitFor(() => expect(column(app, STATUS)).toEqual(['failed whatsapp 463 1']), PATIENTLY)
  house.double.faults.refuseMessagesWith = null
  app.turns.ready(app.whatsapp.lineId)
  await app.settle()
  expect(column(app, STATUS)).toEqual(['failed whatsapp 463 1'])
  expect(ana.heard).toEqual([])
})

test('the owner hears once that WhatsApp restricts the number, and once that it does so no longer', async () => {
  const house = await createHouse()
  const app = await house.openLinked({}, QUICK)
  const rosalba = house.double.contact({ phone: OWNER, name: 'Rosalba' })
  await rosalba.say('hola')
  await hears(rosalba, 1)
  const ana = house.double.contact(ANA)
  house.double.faults.refuseMessagesWith = 463
  await ana.say('hola')
  await reaches(app, 'restricted')
  const news = (words: string) => () => {
    const rows = column(app, "select content from outbox where occasion = 'notice'").map(String)
    expect(rows.filter((text) => text.includes(words))).toHaveLength(1)
  }
  await vi.waitFor(news('WhatsApp limitó este número'), PATIENTLY)
  house.double.faults.refuseMessagesWith = null
  // Whoever connects asks, and WhatsApp says that it is over.
  house.double.drop()
  await vi.waitFor(news('WhatsApp ya no limita este número'), PATIENTLY)
  expect(app.whatsapp.lockedUntil?.()).toBeNull()
  news('WhatsApp limitó este número')()
})

test('serves every one of the five questions of a phone that cannot read it, also over a restart', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  await ana.say('hola')
  await hears(ana, 1)
  const { id = '', text = '' } = ana.heard[0] ?? {}
  const ask = async (times: number, until: number) => {
    for (let asked = 0; asked < times; asked += 1) {
      const before = sendings(house.double.ledger, id).length
      await ana.asksAgain(id)
      await vi.waitFor(
        () => expect(sendings(house.double.ledger, id)).toHaveLength(before + 1),
        PATIENTLY,
      )
    }
    expect(sendings(house.double.ledger, id)).toHaveLength(until)
  }
  await ask(3, 4)
  await app.close()
  const again = house.open()
  await reaches(again, 'open')
  await ask(2, 6)
  expect(sendings(house.double.ledger, id).map((entry) => 'text' in entry && entry.text)).toEqual(
    Array(6).fill(text),
  )
  // The sixth question of one phone is no longer a question.
  await ana.asksAgain(id)
  const bea = house.double.contact({ phone: '573005550102', name: 'Bea' })
  await bea.say('hola')
  await hears(bea, 1)
  expect(sendings(house.double.ledger, id)).toHaveLength(6)
})

test('a number that is not on WhatsApp is a clear failure, and one that is gets it', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const message = { kind: 'text', text: 'hola' } as const
  const messageId = app.whatsapp.newMessageId()
  const nobody = { chat: '573005559999@s.whatsapp.net', messageId, message, replyTo: null }
  expect(await app.whatsapp.send(nobody)).toEqual({
    ok: false,
    error: { kind: 'refused', reason: 'not on whatsapp' },
  })
  const ana = house.double.contact(ANA)
  expect(await app.whatsapp.send({ ...nobody, chat: ana.pn })).toMatchObject({ ok: true })
  expect(ana.heard).toMatchObject([{ id: messageId, text: 'hola' }])
})

test('the owner hears of what a customer will not get', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const rosalba = house.double.contact({ phone: OWNER, name: 'Rosalba' })
  await rosalba.say('hola')
  await hears(rosalba, 1)
  await app.settle()
  const ana = house.double.contact(ANA)
  house.double.faults.refuseMessagesWith = 479
  await ana.say('hola')
  const failed = () =>
    expect(column(app, "select 1 from outbox where status = 'failed'")).not.toEqual([])
  await vi.waitFor(failed, PATIENTLY)
  house.double.faults.refuseMessagesWith = null
  await ana.say('quiero hablar con una persona')
  await vi.waitFor(() => {
    expect(column(app, 'select kind from notices')).toContain('undelivered')
  }, PATIENTLY)
})

test('a long answer is several messages, cut where a sentence ends', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const rosalba = house.double.contact({ phone: OWNER, name: 'Rosalba' })
  await rosalba.say('hola')
  await hears(rosalba, 1)
  const ana = house.double.contact(ANA)
  await ana.say('soy Ana, necesito 20 camisetas polo')
  await hears(ana, 1)
  const long = Array.from({ length: 150 }, (_, at) => `Esta es la frase número ${at} de todas.`)
  await rosalba.say(`responder ana: ${long.join(' ')}`)
  await vi.waitFor(() => expect(ana.heard.length).toBeGreaterThan(2), PATIENTLY)
  await app.settle()
  const pieces = ana.heard.slice(1).map(({ text }) => text)
  for (const piece of pieces) expect(piece).toMatch(/\.$/)
  expect(pieces.join(' ')).toContain(long.join(' '))
})
