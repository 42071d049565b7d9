import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createPlace } from '../commands/_product.js'
import { findBrowser, openScreen } from './_browser.js'

const browser = findBrowser()

/** What the browser would show beside the field that holds the form back. */
const PROBLEM = 'document.activeElement.validationMessage'

describe.skipIf(browser === null)('the fields of the simulator in a browser', () => {
  test('say in Spanish what they want, and take a phone as people write it', {
    timeout: 180_000,
  }, async () => {
    const place = createPlace()
    onTestFinished(() => place.close())
    const { url } = await place.start({ SETTLE_MS: '0' })
    const { page, complaints } = await openScreen(browser ?? '', { locale: 'en-US' })
    await page.goto(url)
    await addSomebody(page, '300')
    expect(await page.evaluate(PROBLEM)).toBe('Un teléfono con su país, como +57 300 111 2233.')
    await addSomebody(page, '+57 (300) 111-2299')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(new URL(page.url()).searchParams.get('phone')).toBe('+573001112299')

    await sendVoiceNote(page)
    await page.getByRole('log').getByText('Tengo más o menos un millón').waitFor()
    expect(complaints).toEqual([])
  })

  test('a reaction can be taken back only where there is one', {
    timeout: 180_000,
  }, async () => {
    const place = createPlace()
    onTestFinished(() => place.close())
    const { url } = await place.start({ SETTLE_MS: '0' })
    const { page } = await openScreen(browser ?? '', {})
    await page.goto(url)
    const bubble = page
      .getByRole('region', { name: / decide/ })
      .getByRole('article')
      .filter({ hasText: 'Desde ya le aviso' })
    const takeBack = page.getByRole('button', { name: 'Quitar la reacción' })
    const menu = async () => {
      await bubble.hover()
      await bubble.getByRole('button', { name: 'Responder o reaccionar' }).click()
    }
    await menu()
    expect(await takeBack.isVisible()).toBe(false)
    await page.getByRole('button', { name: '👍' }).click()
    await bubble.getByText('👍').waitFor()
    await menu()
    expect(await takeBack.isVisible()).toBe(true)
  })
})

async function addSomebody(page: Page, phone: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Escribir como otra persona' })
  if (!(await dialog.isVisible())) await page.getByRole('button', { name: 'Otra persona' }).click()
  await dialog.getByLabel('Teléfono, con indicativo del país').fill(phone)
  await dialog.getByRole('button', { name: 'Empezar' }).click()
}

async function sendVoiceNote(page: Page): Promise<void> {
  const side = page.getByRole('region', { name: / escribe/ })
  await side.getByRole('button', { name: 'Adjuntar' }).click()
  const dialog = page.getByRole('dialog', { name: 'Enviar algo más' })
  await dialog.getByRole('button', { name: 'Enviar' }).click()
}
