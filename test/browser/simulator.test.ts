import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createPlace, type Place, ROOT } from '../commands/_product.js'
import { expectAccessible, findBrowser, openScreen, type Screen, sayMissing } from './_browser.js'
import { createPerson, type Person } from './_person.js'

const browser = findBrowser()
if (browser === null) sayMissing()

const LONGEST_MS = 180_000
/** A check-in that falls on a Sunday or a holiday waits for the next day. */
const MOST_DAYS = 5

const WIDE = { viewport: { width: 1280, height: 900 } }
const NARROW = { viewport: { width: 390, height: 844 }, hasTouch: true }

describe.skipIf(browser === null)('the simulator in a browser', () => {
  test.each([
    ['a wide screen', WIDE],
    ['a phone', NARROW],
  ])(
    'on %s leads from the first word to the saved test',
    { timeout: LONGEST_MS },
    async (...args) => {
      const [, screenSize] = args
      const place = placeWithFlows()
      const product = await place.start({ FLOWS_DIR: 'flows', SETTLE_MS: '0' })
      const screen = await openScreen(browser ?? '', screenSize)
      await screen.page.goto(product.url)
      const person = createPerson(screen.page, screenSize === NARROW)

      await qualify(person, screen)
      await takeIt(person, screen)
      await killIt(person, screen)
      await sellIt(person, screen)
      await keepIt(person, screen, place)
      await startOver(person, screen)
      expect(screen.complaints).toEqual([])
    },
  )
})

/** A folder whose `flows/` a saved test may land in. */
function placeWithFlows(): Place {
  const place = createPlace()
  onTestFinished(() => place.close())
  const flows = join(place.folder, 'flows')
  mkdirSync(flows)
  for (const name of readdirSync(join(ROOT, 'flows'))) {
    if (name.endsWith('.yaml')) cpSync(join(ROOT, 'flows', name), join(flows, name))
  }
  return place
}

async function qualify(person: Person, { page }: Screen): Promise<void> {
  await person.sees('owner', 'Desde ya le aviso por aquí')
  await person.looksAt('prospect')
  await page.getByText('Escriba como alguien nuevo').waitFor()
  await expectAccessible(page, 'nobody has written')

  await person.writes('prospect', 'hola', '¿Qué uniformes necesita')
  await person.writes('prospect', 'soy Ana, necesito 20 camisetas polo', '$840.000')
  await person.writes('prospect', 'para dentro de dos meses', 'dentro de lo que tiene pensado')
  await expectAccessible(page, 'in the middle of the talk')
  await person.writes('prospect', 'tengo un millón y yo decido', 'Rosalba')
}

async function takeIt(person: Person, { page }: Screen): Promise<void> {
  await person.sees('owner', 'Lead calificado')
  await person.sees('owner', '20 camisetas polo')
  await expectAccessible(page, 'the card is there')
  await person.answers('owner', 'Lead calificado', 'tomar', 'Ana queda a su cargo')
  await person.looksAt('known')
  await page.getByText('Rosalba se encarga').waitFor()
  await expectAccessible(page, 'what the bot knows')
}

async function killIt(person: Person, screen: Screen): Promise<void> {
  screen.expectAbsence(true)
  await person.presses('Matar y arrancar el bot')
  await person.isTold('El bot arrancó y siguió donde iba')
  screen.expectAbsence(false)
  await person.sees('prospect', 'tengo un millón y yo decido')
  await person.writes('prospect', 'dónde quedan?', 'Restrepo')
}

async function sellIt(person: Person, { page }: Screen): Promise<void> {
  await person.answers('owner', 'Lead calificado', 'ganado 840 mil', 'Venta de $840.000 a Ana')
  await person.looksAt('prospect')
  for (let day = 1; day <= 2 || (day <= MOST_DAYS && !(await asked())); day += 1) {
    await person.letsADayPass()
  }
  await person.sees('prospect', '¿Llegó todo bien?')
  await expectAccessible(page, 'the check-in has come')
  await person.writes('prospect', 'sí, todo bien, gracias', 'Qué bueno saberlo')

  function asked(): Promise<boolean> {
    return person.has('prospect', '¿Llegó todo bien?')
  }
}

async function keepIt(person: Person, { page }: Screen, place: Place): Promise<void> {
  await person.picks('Guardar como prueba')
  const dialog = page.getByRole('dialog', { name: 'Guardar como prueba' })
  await expectAccessible(page, 'a test is about to be saved')
  await dialog.getByRole('textbox').fill('Veinte polos')
  await dialog.getByRole('button', { name: 'Guardar', exact: true }).click()
  await dialog.getByText('flows/tests/veinte-polos.yaml').waitFor()
  await dialog.getByText('npm run -s porquesi -- flows test veinte-polos').waitFor()
  await dialog.getByRole('button', { name: 'Listo' }).click()

  expect(existsSync(join(place.folder, 'flows', 'tests', 'veinte-polos.yaml'))).toBe(true)
  const played = await place.run('flows test veinte-polos', { FLOWS_DIR: 'flows' })
  expect(played).toMatchObject({ code: 0, err: '' })
  expect(played.out).toContain('✓ veinte-polos.yaml: Veinte polos')
}

async function startOver(person: Person, { page }: Screen): Promise<void> {
  await person.picks('Reiniciar conversación')
  const dialog = page.getByRole('dialog', { name: '¿Reiniciar esta conversación?' })
  await dialog.getByRole('button', { name: 'Reiniciar', exact: true }).click()
  await page.getByText('Escriba como alguien nuevo').waitFor()
  await person.writes('prospect', 'hola', '¿Qué uniformes necesita')
  await person.sees('owner', 'Venta de $840.000 a Ana')
}
