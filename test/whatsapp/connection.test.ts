import { dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { webDepsOf } from '../../src/app/web-deps.js'
import { createLog } from '../../src/log.js'
import { column, createHouse, hears, PATIENTLY, reaches, statusOf } from './_house.js'
import { standTogether } from './many-lines.js'

const ANA = { phone: '573005550101', name: 'Ana' }
const QUIET = createLog({ level: 'silent' })

test('whoever else takes the session is told of, and nothing of it is wiped', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  house.double.endStream(440)
  expect(await reaches(app, 'reconnecting')).toMatchObject({
    replaced: true,
    nextAttemptAt: expect.any(String),
  })
  expect(app.whatsapp.status().linked).toBe(true)
  await app.whatsapp.link(null)
  await reaches(app, 'open')
  expect(app.whatsapp.status().figures.connections).toBe(3)
})

test('gives way to a second client of the same session, and the two do not take it from each other by turns', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  await house.double.waitFor((entry) => entry.kind === 'receipt' && entry.type === 'hist_sync')
  // What happens to whoever restores a copy and lets the old one run.
  const copy = join(dirname(app.db.path), 'copy.db')
  app.db.raw.prepare('vacuum into ?').run(copy)
  const second = house.open({ DATABASE_URL: `sqlite:${copy}` })
  await reaches(second, 'open')
  const { nextAttemptAt } = await reaches(app, 'reconnecting')
  expect(statusOf(app)).toMatchObject({ replaced: true })
  expect(Date.parse(nextAttemptAt ?? '') - Date.now()).toBeGreaterThan(20_000)
  const ana = house.double.contact(ANA)
  await ana.say('hola, necesito 20 camisetas polo')
  expect((await hears(ana, 1))[0]).toContain('$840.000')
  expect([
    column(app, 'select count(*) from inbox'),
    column(second, 'select count(*) from inbox'),
  ]).toEqual([[0], [1]])
  // Each logged in once, and neither again.
  expect(house.double.ledger.filter(({ kind }) => kind === 'ready')).toHaveLength(2)
})

test('a connection that lost the line to another writes no key any more, and nothing is lost by it', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const ana = house.double.contact(ANA)
  await ana.say('hola')
  await hears(ana, 1)
  const sessions = () => column(app, "select value from whatsapp_sessions where type = 'session'")
  const before = sessions()
  app.db.raw.exec("update leases set epoch = epoch + 1, owner = 'another'")
  const said = ana.say('necesito 20 camisetas polo')
  expect(await reaches(app, 'reconnecting')).toMatchObject({ replaced: true })
  await said
  expect([sessions(), house.double.pending]).toEqual([before, 1])
  // Asked for again, it takes the line back, and what was not confirmed comes once more.
  await app.whatsapp.link(null)
  expect((await hears(ana, 2))[1]).toContain('$840.000')
  expect(column(app, 'select count(*) from inbox')).toEqual([2])
})

test('is ready while it hears WhatsApp, and says in figures what it could not open', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  const { ready } = webDepsOf(app, QUIET)
  expect(await ready()).toEqual({ ok: true, database: true, channels: true })
  expect(app.metrics()).toContain('porquesi_whatsapp_hears 1\n')
  const ana = house.double.contact(ANA)
  await ana.say('hola', { damaged: true })
  await hears(ana, 1)
  expect(app.metrics()).toContain('porquesi_whatsapp_unreadable_total 1\n')
  expect(app.metrics()).toContain('porquesi_whatsapp_unread_total 0\n')
  await house.double.stop()
  await vi.waitFor(() => expect(statusOf(app).state).toBe('reconnecting'), PATIENTLY)
  expect(await ready()).toEqual({ ok: false, database: true, channels: false })
  expect(app.metrics()).toContain('porquesi_whatsapp_hears 0\n')
})

test('a server that stops answering is found out, and left for a new connection', async () => {
  const house = await createHouse()
  const app = await house.openLinked(
    {},
    { times: { patience: { firstMs: 5_000, silenceMs: 300 } } },
  )
  const { connections } = app.whatsapp.status().figures
  await vi.waitFor(() => {
    expect(app.whatsapp.status().figures.connections).toBeGreaterThan(connections)
  }, PATIENTLY)
  const ana = house.double.contact(ANA)
  await ana.say('hola')
  await hears(ana, 1)
})

test('several lines stand in one process, and none hears what another is told', async () => {
  const { heard } = await standTogether(2)
  expect(heard.map(([first = '']) => first)).toEqual(
    [20, 21].map((count) => expect.stringContaining(`${count} camisetas`)),
  )
})
