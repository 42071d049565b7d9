import { expect, test, vi } from 'vitest'
import { column, createHouse, link, PATIENTLY, reaches, shownQr, statusOf } from './_house.js'

test('is linked by the QR code of the status, and says with which number', async () => {
  const house = await createHouse()
  const app = house.open()
  expect(await shownQr(app)).toContain('wa.me')
  await link(app, house.double)
  expect(statusOf(app)).toMatchObject({ state: 'open', phone: '+573001112233' })
  expect(column(app, "select phone from lines where kind = 'baileys'")).toEqual(['+573001112233'])
})

test('is linked by a code typed on the phone', async () => {
  const house = await createHouse()
  const app = house.open({ WHATSAPP_PAIRING_NUMBER: '+573001112233' })
  const code = await vi.waitFor(() => {
    const { pairingCode } = statusOf(app)
    if (pairingCode === undefined) throw new Error('no code yet')
    return pairingCode
  }, PATIENTLY)
  await house.double.waitFor(
    (entry) => entry.kind === 'query' && entry.about.startsWith('md/link_code'),
  )
  await house.double.enterPairingCode(code)
  expect(await reaches(app, 'open')).toMatchObject({ phone: '+573001112233' })
})

test('connects by itself at the next start, whatever the settings say', async () => {
  const house = await createHouse()
  const app = await house.openLinked()
  await app.close()
  const again = house.open({ WHATSAPP_CHANNEL: 'simulator' })
  await reaches(again, 'open')
})
