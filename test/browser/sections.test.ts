import { describe, expect, onTestFinished, test } from 'vitest'
import { createPlace } from '../commands/_product.js'
import { findBrowser, openScreen } from './_browser.js'

const browser = findBrowser()

describe.skipIf(browser === null)('the sections in a browser', () => {
  test.each([1280, 768, 390, 320])(
    'are all reached from one another at %d pixels',
    { timeout: 180_000 },
    async (width) => {
      const place = createPlace()
      onTestFinished(() => place.close())
      const { url } = await place.start()
      const { page, complaints } = await openScreen(browser ?? '', {
        viewport: { width, height: 640 },
      })
      await page.goto(url)
      const bar = page.getByRole('banner')
      const fits = () => page.evaluate('document.documentElement.scrollWidth <= innerWidth')
      for (const [section, heading] of [
        ['Lectura', 'Qué entiende el bot'],
        [/^WhatsApp/, /^El WhatsApp de /],
        ['Simulador', /^Simulador de /],
      ] as const) {
        const link = bar.getByRole('link', { name: section }).filter({ visible: true }).first()
        const box = await link.boundingBox()
        expect(box?.x).toBeGreaterThanOrEqual(0)
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
        await link.click()
        await page.getByRole('heading', { level: 1, name: heading }).waitFor()
        expect(await fits()).toBe(true)
      }
      // Leaving a page ends what it followed.
      expect(complaints.filter((text) => !text.includes('/events)'))).toEqual([])
    },
  )
})
