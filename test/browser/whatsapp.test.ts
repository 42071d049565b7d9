import { describe, expect, onTestFinished, test } from 'vitest'
import { createPlace } from '../commands/_product.js'
import { expectAccessible, findBrowser, openScreen } from './_browser.js'

const browser = findBrowser()

describe.skipIf(browser === null)('the page of the real line in a browser', () => {
  test.each([1280, 390])(
    'is without complaint at %d pixels',
    { timeout: 180_000 },
    async (width) => {
      const place = createPlace()
      onTestFinished(() => place.close())
      const { url } = await place.start()
      const viewport = { width, height: 900 }
      const { page, complaints } = await openScreen(browser ?? '', { viewport })
      await page.goto(`${url}/whatsapp`)
      await page.getByRole('main').getByRole('heading').first().waitFor()
      await expectAccessible(page, 'no line is linked')
      expect(complaints).toEqual([])
    },
  )
})
