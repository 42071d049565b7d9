import { describe, expect, test } from 'vitest'
import type { AskStep, Flow } from '../../src/core/flow/types.js'
import type { FlowHash } from '../../src/core/types.js'
import type { Project } from '../../src/project/load.js'
import { ANA, column, createHouse, LUIS, project, writes } from './_house.js'

const TODAY = '¿Qué día los pasa a recoger?'

/** The shipped project after somebody rewrote the question for the date. */
const edited: Project = {
  ...project,
  flows: project.flows.map((flow) => (flow.id === 'qualification' ? rewritten(flow) : flow)),
}

function rewritten(flow: Flow): Flow {
  const fecha = flow.steps.fecha
  if (fecha?.kind !== 'ask') throw new Error('the flow has no question for the date')
  const forms = { usted: TODAY, tú: TODAY, vos: TODAY }
  const asks: AskStep = { ...fecha, text: [{ text: forms, when: null }] }
  return { ...flow, hash: 'edited' as FlowHash, steps: { ...flow.steps, fecha: asks } }
}

describe('an edited flow', () => {
  test('is for new conversations: one that began before ends on the version it began with', async () => {
    const house = createHouse()
    const app = house.open()
    await writes(app, ANA, 'hola')
    await app.close()

    const again = house.open({ project: edited })
    expect((await writes(again, LUIS, 'necesito 15 camisas'))[0]).toContain(TODAY)
    expect((await writes(again, ANA, 'necesito 15 camisas'))[0]).toContain(
      '¿Para cuándo las necesita?',
    )
    expect(column(again, 'select distinct flow_hash from conversations order by 1')).toHaveLength(2)
  })

  test('is for the next inquiry of somebody who began before', async () => {
    const house = createHouse()
    const app = house.open()
    const owner = '+573000000001'
    await writes(app, owner, 'hola')
    await writes(
      app,
      ANA,
      'soy Ana, 20 camisetas polo para el 15 de abril, tengo un millón, yo decido',
    )
    await writes(app, owner, 'ganado 840.000')
    await app.close()

    const again = house.open({ project: edited })
    expect((await writes(again, ANA, 'necesito 30 delantales'))[0]).toContain(TODAY)
  })

  test('kept versions survive going back and forth', async () => {
    const house = createHouse()
    const app = house.open({ project: edited })
    await writes(app, ANA, 'hola')
    await app.close()
    const back = house.open()
    expect((await writes(back, ANA, 'necesito 15 camisas'))[0]).toContain(TODAY)
  })

  test('a conversation whose version is gone goes on with the newest', async () => {
    const house = createHouse()
    const app = house.open()
    await writes(app, ANA, 'hola')
    app.db.raw.prepare('delete from flow_versions').run()
    await app.close()
    const again = house.open({ project: edited })
    expect((await writes(again, ANA, 'necesito 15 camisas'))[0]).toContain(TODAY)
  })
})
