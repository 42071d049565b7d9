import type { Locator, Page } from 'playwright-core'

/** Somebody at the simulator: does what a person does, by what a person sees. */
export type Person = {
  /** On a narrow screen one part shows at a time. */
  looksAt(part: Part): Promise<void>
  /** Writes and sends; resolves once the bot has said something with these words. */
  writes(part: Phone, text: string, answer: string): Promise<void>
  /** Answers a bubble that has these words. */
  answers(part: Phone, words: string, text: string, answer: string): Promise<void>
  presses(name: string): Promise<void>
  /** Presses the button, and resolves once whatever that day brings has happened. */
  letsADayPass(): Promise<void>
  /** Something over the prospect's phone, which a narrow screen keeps in a menu. */
  picks(name: Deed): Promise<void>
  /** Resolves when a message with these words stands in a chat. */
  sees(part: Phone, words: string): Promise<void>
  /** Resolves when the page says so in its line of news. */
  isTold(words: string): Promise<void>
  has(part: Phone, words: string): Promise<boolean>
}

/** As a menu names it; over the phone of a wide screen there is less room. */
export type Deed = keyof typeof OVER_THE_PHONE
const OVER_THE_PHONE = {
  'Guardar como prueba': 'Guardar prueba',
  'Reiniciar conversación': 'Reiniciar',
} as const

export type Phone = 'prospect' | 'owner'
export type Part = Phone | 'known'

const TABS: Record<Part, string> = { prospect: 'Prospecto', owner: 'Rosalba', known: 'Lo que sabe' }
const FORMS: Record<Phone, string> = {
  prospect: 'Escribir como el prospecto',
  owner: 'Escribir desde el negocio',
}
const HEADINGS: Record<Phone, RegExp> = { prospect: / escribe/, owner: / decide/ }

export function createPerson(page: Page, narrow: boolean): Person {
  const chat = (part: Phone): Locator =>
    page.getByRole('region', { name: HEADINGS[part] }).getByRole('log')
  const bubble = (part: Phone, words: string): Locator =>
    chat(part).getByRole('article').filter({ hasText: words }).last()
  const looksAt = async (part: Part): Promise<void> => {
    if (narrow) await page.getByRole('tab', { name: TABS[part] }).click()
  }
  const presses = (name: string): Promise<void> =>
    page.getByRole('button', { name, exact: true }).click()
  const send = async (part: Phone, text: string): Promise<void> => {
    const form = page.getByRole('form', { name: FORMS[part] })
    await form.getByRole('textbox').fill(text)
    await form.getByRole('button', { name: 'Enviar' }).click()
  }
  const writes: Person['writes'] = async (part, text, answer) => {
    await looksAt(part)
    await send(part, text)
    await bubble(part, answer).waitFor()
  }
  const isTold = (words: string): Promise<void> =>
    page.getByRole('status').filter({ hasText: words }).waitFor()
  return {
    looksAt,
    writes,
    answers: async (part, words, text, answer) => {
      await looksAt(part)
      const one = bubble(part, words)
      await one.hover()
      await one.getByRole('button', { name: 'Responder o reaccionar' }).click()
      await presses('Responder')
      await page.getByRole('form', { name: FORMS[part] }).getByText('En respuesta a').waitFor()
      await writes(part, text, answer)
    },
    presses,
    letsADayPass: async () => {
      const day = page.getByRole('banner').getByRole('time').locator('span')
      const today = (await day.textContent()) ?? ''
      await presses('Adelantar un día')
      await day.filter({ hasNotText: today }).waitFor()
      await isTold('Ya es ')
    },
    picks: async (name) => {
      await looksAt('prospect')
      if (narrow) await presses('Guardar como prueba o reiniciar')
      await presses(narrow ? name : OVER_THE_PHONE[name])
    },
    sees: async (part, words) => {
      await looksAt(part)
      await bubble(part, words).waitFor()
    },
    isTold,
    has: (part, words) => bubble(part, words).isVisible(),
  }
}
