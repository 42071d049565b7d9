import { describe, expect, test } from 'vitest'
import { findBrowser, graveIssues, openScreen } from './_browser.js'

const browser = findBrowser()

const NOWHERE = `fetch('http://127.0.0.1:34021/simulator/view').catch(() => 'gone')`
const FADED =
  '<html lang="es"><title>t</title><main><h1 style="color: #ccc">Hola</h1></main></html>'

describe.skipIf(browser === null)('a watched page', () => {
  test('hears what the page and the browser complain of', { timeout: 60_000 }, async () => {
    const { page, complaints, expectAbsence } = await openScreen(browser ?? '', {})
    await page.evaluate(`console.warn('careful'); console.info('fine')`)
    await page.evaluate(`setTimeout(() => { throw new Error('broken') }, 0)`)
    expectAbsence(true)
    await Promise.all([
      page.waitForEvent('console'),
      page.waitForEvent('requestfailed'),
      page.evaluate(NOWHERE),
    ])
    expectAbsence(false)
    expect(complaints.map((text) => text.split(' (')[0])).toEqual([
      'console: careful',
      'error: broken',
    ])
    const gone = page.waitForEvent('requestfailed')
    await page.evaluate(NOWHERE)
    await gone
    expect(complaints.some((text) => text.startsWith('request: net::ERR_'))).toBe(true)
  })

  test('is not accessible when its words can hardly be read', { timeout: 60_000 }, async () => {
    const { page } = await openScreen(browser ?? '', {})
    await page.goto(`data:text/html,${encodeURIComponent(FADED)}`)
    expect((await graveIssues(page)).map(({ id }) => id)).toContain('color-contrast')
  })
})
