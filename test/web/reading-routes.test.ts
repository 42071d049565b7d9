import { afterAll, expect, test } from 'vitest'
import { openHouse } from './_house.js'

const house = await openHouse()
afterAll(() => house.server.close())

async function read(query: Record<string, string>): Promise<string> {
  const response = await fetch(`${house.url}/lectura?${new URLSearchParams(query)}`)
  expect(response.status).toBe(200)
  return (await response.text()).replace(/\s+/g, ' ')
}

test('shows what was read, in colour and in words, with what it rests on', async () => {
  const page = await read({ texto: 'soy Ana, hasta 2 palos', pregunta: 'budget', pais: 'AR' })
  expect(page).toContain('<mark data-slot="name">Ana</mark>')
  expect(page).toContain('<mark data-slot="budget">hasta 2 palos</mark>')
  expect(page).toContain('Hasta $2.000.000')
  expect(page).toContain('<i>hasta</i><code>limit_before · max</code>')
  expect(page).toContain('<option value="AR" selected>Argentina</option>')
  expect(page).toContain('<option value="budget" selected>')
})

test('names intents and signals', async () => {
  const page = await read({ texto: 'no me escriban más' })
  expect(page).toContain('Que no le escriban más')
})

test('an unknown country or question is read as in the business, with nothing pending', async () => {
  const page = await read({ texto: 'gracias', pregunta: 'constructor', pais: 'XX' })
  expect(page).toContain('<option value="CO" selected>')
  expect(page).toContain('<option value="open" selected>')
})

test('says that nothing is written, or nothing was understood', async () => {
  expect(await read({})).toContain('Aquí aparece lo que se entienda.')
  expect(await read({ texto: 'asdf qwer' })).toContain('No se entendió ningún dato.')
})

test('what somebody writes never becomes markup', async () => {
  const page = await read({ texto: '</textarea><img src=x> unos 3 millones' })
  expect(page).not.toContain('<img')
  expect(page).toContain('&lt;img src=x&gt;')
})
