import { expect, test } from 'vitest'
import type { ContactId, Iso } from '../../src/core/types.js'
import { addAttributeAnswers } from '../../src/store/attribute-answers.js'
import { findContactByPhone } from '../../src/store/identity.js'
import { ANA, LUIS, OWNER, openApp, phone, writes } from './_house.js'

test('the owner is shown what customers judge the business by', async () => {
  const app = openApp()
  await writes(app, OWNER, 'hola')
  const answers = async (who: string, good: boolean, level: 'met' | 'below'): Promise<void> => {
    await writes(app, who, 'hola')
    const id = findContactByPhone(app.db, who) as ContactId
    app.db.raw
      .prepare(
        "update contacts set state = json_set(state, '$.satisfaction', json(?)) where id = ?",
      )
      .run(JSON.stringify({ kind: 'nps', score: good ? 10 : 3, good, at: app.clock.iso() }), id)
    const answer = { attribute: 'cumplimiento', level }
    addAttributeAnswers(app.db, id, [answer, answer, answer], app.clock.iso() as Iso)
  }
  await answers(ANA, true, 'met')
  await writes(app, OWNER, 'mis cifras')
  expect(phone(app, OWNER).at(-1)).not.toContain('Lo que miran')
  await answers(LUIS, false, 'below')
  await writes(app, OWNER, 'mis cifras')
  expect(phone(app, OWNER).at(-1)).toContain(
    '*Lo que miran los clientes:* lo básico, que no puede fallar: el cumplimiento con la fecha\n',
  )
})
