import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { retentionRules } from '../../../src/core/business/retention-rules.js'
import { ANA, column, createHouse, project, viewOf, writes } from '../_house.js'

const retention = retentionRules({ texts: 6, contact: 24 })

test('each night what is kept no longer goes, and its bytes with it', async () => {
  const house = createHouse()
  const app = house.open({ project: { ...project, business: { ...project.business, retention } } })
  await writes(app, ANA, 'hola, soy Ana, necesito 20 camisetas polo color tornasolado')
  await app.advance('P5M')
  expect(column(app, 'select count(*) from inbox')).toEqual([1])
  await app.advance('P2M')
  expect(column(app, 'select count(*) from inbox')).toEqual([0])
  expect(viewOf(app).slots.quantity).toMatchObject({ value: 20 })
  await app.advance('P18M')
  expect(column(app, 'select count(*) from contacts')).toEqual([0])
  await app.close()
  expect(readFileSync(house.path).includes('tornasolado')).toBe(false)
})
