import { describe, expect, onTestFinished, test } from 'vitest'
import { createPlace } from '../commands/_product.js'
import { expectAccessible, findBrowser, openScreen } from './_browser.js'

const browser = findBrowser()

describe.skipIf(browser === null)('the page of readings in a browser', () => {
  test('reads along without complaint, on a wide screen and a narrow one', {
    timeout: 180_000,
  }, async () => {
    const place = createPlace()
    onTestFinished(() => place.close())
    const { url } = await place.start()
    const { page, complaints } = await openScreen(browser ?? '', {})
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(`${url}/lectura`)
      await page.getByLabel('Mensaje').fill('soy Ana, unos 3 millones para el viernes')
      const marks = page.locator('#reading mark')
      await marks.nth(2).waitFor()
      expect(await marks.allTextContents()).toEqual(['Ana', 'unos 3 millones', 'para el viernes'])
      await expectAccessible(page, 'three facts are read')
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      await page.reload()
      await marks.nth(2).waitFor()
    }
    expect(complaints).toEqual([])
  })
})
