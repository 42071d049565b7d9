import { expect, test } from 'vitest'
import { isoOf } from '../../src/core/schedule/local-time.js'
import { ANA, count, createHouse, LUIS, NOW, project, writes } from './_house.js'

const number = { ...project.business.number, personal: true }
const personal = { ...project, business: { ...project.business, number } }
const phone = (value: string) => [{ kind: 'phone', value } as const]

test('on a personal number only people without an earlier chat are answered', async () => {
  const house = createHouse()
  const app = house.open({ project: personal })
  await writes(app, LUIS, 'hola')
  // Linked now: whoever the bot met before is no acquaintance.
  const linkedAt = isoOf(NOW + 60_000)
  await app.turns.acquaintances([phone(ANA), phone(LUIS)], linkedAt)
  expect(await writes(app, ANA, 'hola hija, necesito 20 camisetas')).toEqual([])
  expect(
    count(
      app,
      `from stage_changes join contacts on contacts.id = contact_id where phone = '${ANA}'`,
    ),
  ).toBe(0)
  expect(await writes(app, LUIS, 'necesito 20 camisetas polo')).not.toEqual([])
  await app.close()
  expect(await writes(house.open({ project: personal }), ANA, '¿me llamas?')).toEqual([])
})

test('somebody who writes while the phone is still telling of its chats was known before', async () => {
  const app = createHouse().open({ project: personal })
  await writes(app, ANA, 'hola')
  await app.turns.acquaintances([phone(ANA)], isoOf(NOW))
  expect(await writes(app, ANA, '¿estás?')).toEqual([])
})
