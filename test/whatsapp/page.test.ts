import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { webDepsOf } from '../../src/app/web-deps.js'
import { createLog } from '../../src/log.js'
import { createServer } from '../../src/web/server.js'
import { createHouse, type House, shownQr } from './_house.js'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
})
afterAll(() => browser.close())

/** The page of a bot that is not linked, in a real browser. */
async function openPage(width = 1280) {
  const house = await createHouse()
  const app = house.open({ WHATSAPP_CHANNEL: 'simulator' })
  const server = createServer(webDepsOf(app, createLog({ level: 'silent' })))
  const { url } = await server.listen(0, '127.0.0.1')
  const page = await browser.newPage({ viewport: { width, height: 800 } })
  const broken: string[] = []
  page.on('pageerror', (error) => broken.push(String(error)))
  onTestFinished(async () => {
    await page.close()
    await server.close()
  })
  await page.goto(`${url}/whatsapp`)
  return { house, app, page, broken }
}

async function axeFinds(page: Page): Promise<unknown> {
  await page.evaluate(AXE)
  return page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))')
}

async function cut(house: House, page: Page): Promise<void> {
  await house.double.stop()
  await page.waitForSelector('.told.busy')
  await house.double.start()
  await page.waitForSelector('.told.good')
}

test('is linked, cut, taken up again and unlinked, without the page being loaded again', async () => {
  const { house, app, page, broken } = await openPage()
  const height = async () => (await page.locator('[data-part=card]').boundingBox())?.height
  const before = await height()
  await page.click('#do-link')
  await page.waitForSelector('svg.code')
  expect(await height()).toBe(before)
  expect(await axeFinds(page)).toEqual([])
  await house.double.scan(await shownQr(app))
  await page.waitForSelector('.told.good')
  expect(await height()).toBe(before)
  expect(await page.textContent('#line')).toContain('WhatsApp vinculado')
  await cut(house, page)
  await page.click('#ask-unlink')
  await page.click('#unlink [value=unlink]')
  await page.waitForSelector('#do-link')
  expect(house.double.connected).toBe(false)
  expect(broken).toEqual([])
})

test('gives a code to type for the number written, and says what is wrong with one', async () => {
  const { page, broken } = await openPage(390)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.fill('#phone', '300')
  await page.click('.by-code button')
  await page.waitForSelector('.by-code .problem:not([hidden])')
  expect(await page.inputValue('#phone')).toBe('300')
  await page.fill('#phone', '+57 300 111 2233')
  await page.click('.by-code button')
  await page.waitForSelector('.typed')
  expect(await page.textContent('.typed output')).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  expect(await axeFinds(page)).toEqual([])
  await page.click('#with-camera')
  await page.waitForSelector('svg.code')
  expect(broken).toEqual([])
})
