import { expect, onTestFinished, test, vi } from 'vitest'
import { column, createHouse, hears, PATIENTLY, reaches, statusOf } from './_house.js'

const ANA = { phone: '573005550101', name: 'Ana' }
const LUIS = { phone: '573005550102', name: 'Luis' }

test('answers what was written while it was down, once', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  const luis = house.double.contact(LUIS)
  await ana.say('hola')
  await hears(ana, 1)
  await app.close()
  await ana.say('necesito 20 camisetas polo')
  await luis.say('hola, necesito 15 camisas')
  const again = house.open()
  expect((await hears(ana, 2))[1]).toContain('$840.000')
  await hears(luis, 1)
  await again.settle()
  expect([ana.heard.length, luis.heard.length]).toEqual([2, 1])
})

test('comes back after the connection was cut, and what was written meanwhile is answered', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  await ana.say('hola')
  await hears(ana, 1)
  await house.double.stop()
  expect(await reaches(app, 'reconnecting')).toMatchObject({ phone: '+573001112233' })
  await ana.say('necesito 20 camisetas polo')
  await house.double.start()
  await hears(ana, 2)
  expect(statusOf(app).state).toBe('open')
})

test.each([515, 503])('comes back after the server ended the connection with %i', async (code) => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  house.double.endStream(code)
  await vi.waitFor(() => expect(statusOf(app).state).not.toBe('open'), PATIENTLY)
  await ana.say('hola')
  await hears(ana, 1)
})

test('stops where WhatsApp ends the session, keeps a copy, and can be linked again', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  house.double.unlink()
  await reaches(app, 'needs_link')
  await vi.waitFor(() => {
    expect(column(app, 'select distinct line_id from whatsapp_sessions')).toEqual([
      'whatsapp/ended',
    ])
  }, PATIENTLY)
  await app.whatsapp.link(null)
  const { qr = '' } = await vi.waitFor(() => {
    const status = statusOf(app)
    if (status.qr === undefined) throw new Error('no QR code yet')
    return status
  }, PATIENTLY)
  await house.double.scan(qr)
  await reaches(app, 'open')
})

test('is unlinked from the phone too', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  await app.whatsapp.unlink()
  expect(statusOf(app)).toEqual({
    state: 'off',
    since: expect.any(String),
    heardAt: expect.any(String),
  })
  expect(column(app, 'select count(*) from whatsapp_sessions')).toEqual([0])
  await vi.waitFor(() => expect(house.double.connected).toBe(false), PATIENTLY)
})

test('leaves the simulator undisturbed while there is no WhatsApp at all', async () => {
  const house = await createHouse()
  await house.double.stop()
  const app = house.open()
  expect(await reaches(app, 'reconnecting')).toMatchObject({ nextAttemptAt: expect.any(String) })
  const sent = await app.simulator?.receive({
    from: '+573005550101',
    text: 'necesito 20 camisetas polo',
  })
  expect(sent?.ok).toBe(true)
  await app.settle()
  expect(app.simulator?.handedOver('+573005550101', 0)[0]?.text).toContain('$840.000')
})

test('a server that is gone for ten minutes is knocked at now and then, and nothing is lost by it', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], shouldAdvanceTime: true })
  onTestFinished(() => void vi.useRealTimers())
  await house.double.stop()
  const attempts = () => app.whatsapp.status().figures.connections
  const before = attempts()
  for (let second = 0; second < 10 * 60; second += 1) await passSecond()
  // At first every few seconds, in the end every few minutes.
  const knocks = attempts() - before
  expect(knocks).toBeGreaterThan(5)
  expect(knocks).toBeLessThan(40)
  expect(statusOf(app)).toMatchObject({ state: 'reconnecting', phone: '+573001112233' })
  await house.double.start()
  const said = ana.say('hola, necesito 20 camisetas polo')
  while (attempts() === before + knocks) await passSecond()
  // From here on at its own pace: a handshake has its time limits too.
  await reaches(app, 'open')
  await said
  expect((await hears(ana, 1))[0]).toContain('$840.000')
})

/** A second goes by, with whatever it leads to on the loopback. */
async function passSecond(): Promise<void> {
  vi.advanceTimersByTime(1_000)
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

test('keeps trying where the upgrade is turned away, which says nothing of itself', async () => {
  const house = await createHouse()
  house.double.faults.refuseUpgradesWith = 503
  const app = house.open()
  await reaches(app, 'reconnecting')
  house.double.faults.refuseUpgradesWith = null
  await vi.waitFor(() => expect(statusOf(app).qr).toBeDefined(), PATIENTLY)
})

test('sends once more under the same id what was cut before its acknowledgement', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  house.double.faults.cutAtNextMessage = 'before'
  await ana.say('hola')
  await hears(ana, 1)
  await vi.waitFor(() => {
    expect(column(app, 'select status from outbox')).toEqual(['delivered'])
  }, PATIENTLY)
  const ids = column(app, 'select message_id from outbox')
  expect(ana.heard.map(({ id }) => id)).toEqual(ids)
})

test('gives up on a message that WhatsApp refuses', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  house.double.faults.refuseMessagesWith = 479
  await ana.say('hola')
  await vi.waitFor(() => {
    expect(column(app, "select status || ' ' || reason from outbox")).toEqual([
      'failed whatsapp 479',
    ])
  }, PATIENTLY)
})

test('loses nothing when the receipt for a message was lost', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  house.double.faults.cutAtNextReceipt = true
  await ana.say('hola, necesito 20 camisetas polo')
  expect((await hears(ana, 1))[0]).toContain('$840.000')
  await app.settle()
  expect(column(app, 'select count(*) from inbox')).toEqual([1])
})
