import { expect, onTestFinished, test } from 'vitest'
import { messages, openHouse } from './_house.js'

const WEEK = {
  text: '*El reporte de la semana*\n1. Doce personas & dos ventas.\n2. En 30 días.',
  picture: {
    svg: '<svg xmlns="http://www.w3.org/2000/svg"><text>12</text></svg>',
    width: 9,
    height: 9,
  },
}

async function open(overrides: Parameters<typeof openHouse>[0]) {
  const house = await openHouse(overrides)
  onTestFinished(() => house.server.close())
  return async (path: string) => (await fetch(`${house.url}${path}`)).text()
}

test('the week stands on a page of its own, drawn, with its sentences', async () => {
  const get = await open({ week: async () => WEEK })
  const page = await get('/semana')
  expect(page).toContain(WEEK.picture.svg)
  expect(page).toContain('<p>1. Doce personas &amp; dos ventas.</p>')
  expect(page).not.toContain('*El reporte')
  expect(JSON.parse(await get('/semana/part'))).toEqual({
    markup: expect.stringContaining(WEEK.picture.svg),
  })
})

test('on the first day its sentence stands there without a picture', async () => {
  const get = await open({ week: async () => ({ ...WEEK, picture: null }) })
  const page = await get('/semana')
  expect(page).toContain('<p>1. Doce personas &amp; dos ventas.</p>')
  expect(page).not.toContain('week-picture"')
})

test('and on the first page, where there is no simulator', async () => {
  const get = await open({ week: async () => WEEK, simulator: null })
  expect(await get('/')).toContain(WEEK.picture.svg)
})

test('before anybody wrote it says so', async () => {
  const get = await open({})
  expect(await get('/semana')).toContain('Todavía no hay cifras')
  expect(await get('/')).toContain(String(messages['web.page.this_week']))
})
