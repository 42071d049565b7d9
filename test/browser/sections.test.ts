import { describe, expect, onTestFinished, test } from 'vitest'
import { createPlace } from '../commands/_product.js'
import { findBrowser, openScreen } from './_browser.js'

const browser = findBrowser()

describe.skipIf(browser === null)('the sections in a browser', () => {
  test('are all reached from one another, on wide screens and narrow ones', {
    timeout: 180_000,
  }, async () => {
    const place = createPlace()
    onTestFinished(() => place.close())
    const { url } = await place.start()
    const { page, complaints } = await openScreen(browser ?? '', {})
    const bar = page.getByRole('banner')
    // In the letters that will stand there: those before them are wider.
    const fits = () =>
      page.evaluate(
        'document.fonts.ready.then(() => document.documentElement.scrollWidth <= innerWidth)',
      )
    for (const width of [1280, 768, 390, 320]) {
      await page.setViewportSize({ width, height: 640 })
      await page.goto(url)
      for (const [section, heading] of [
        // On a wide screen the simulator has it beside the owner's phone, and not in the bar.
        ...(width < 1180 ? [['La semana', 'La semana'] as const] : []),
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
        // Before the style is there, no letters are waited for either.
        await page.waitForLoadState('load')
        expect(await fits()).toBe(true)
      }
    }
    // Leaving a page ends whatever it was still asking for.
    expect(complaints.filter((text) => !text.includes('net::ERR_ABORTED'))).toEqual([])
  })
})
