import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { FONTS } from '../../src/web/font-routes.js'
import { type House, openHouse } from './_house.js'

let house: House

beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.server.close())

describe.each(Object.entries(FONTS))('the typeface %s', (name, file) => {
  test('is served as a font that a browser keeps for good', async () => {
    const response = await fetch(`${house.url}/fonts/${name}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('font/woff2')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await response.text()).slice(0, 4)).toBe('wOF2')
  })

  test('is named by the major version of its package, and so by the style sheet', () => {
    const [scope, family] = file.split('/')
    const path = createRequire(import.meta.url).resolve(`${scope}/${family}/package.json`)
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(path, 'utf8')))
    expect(name).toBe(`${family}-${version.split('.')[0]}.woff2`)
    const sheet = join(import.meta.dirname, '../../src/web/assets/fonts.css')
    expect(readFileSync(sheet, 'utf8')).toContain(`url("/fonts/${name}")`)
  })
})

test('any other name leads nowhere', async () => {
  expect((await fetch(`${house.url}/fonts/other.woff2`)).status).toBe(404)
})
