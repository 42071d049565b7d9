import { describe, expect, test } from 'vitest'
import type { App } from '../../../src/app/app.js'
import type { Project } from '../../../src/project/load.js'
import { ANA, createHouse, NOW, OWNER, openApp, phone, project, viewOf, writes } from '../_house.js'

const FABIAN = '+573000000002'
const FITS = 'soy Ana, 20 camisetas polo para el 15 de abril, tengo un millón, yo decido'

/** What comes by the week has timers of its own. */
function digestTimers(app: App, who = OWNER) {
  return viewOf(app, who).timers.filter(({ name }) => name === 'resumen-del-dia')
}

function digests(app: App, who = OWNER): readonly string[] {
  return phone(app, who).filter((text) => /^Buen\S+ \S+, \S+\. Hoy/.test(text))
}

/** The machine's clock on Wednesday 11 March, by the clock of Bogotá. */
function wednesday(clock: string): { readonly now: () => Date } {
  return { now: () => new Date(`2026-03-11T${clock}:00-05:00`) }
}

function digestAt(digest: number | null): { readonly project: Project } {
  return { project: { ...project, business: { ...project.business, digest } } }
}

/** Rosalba is active and has heard of Ana; the program is off from Tuesday 10 a. m. on. */
async function untilTuesday(house = createHouse()) {
  const app = house.open()
  await writes(app, OWNER, 'hola')
  await writes(app, ANA, FITS)
  await app.close()
  return house
}

async function beat(app: App): Promise<App> {
  await app.settle()
  await app.turns.fire()
  await app.settle()
  return app
}

describe('the digest', () => {
  test('comes every working morning, once', async () => {
    const app = openApp()
    await writes(app, OWNER, 'hola')
    await writes(app, ANA, FITS)
    await app.advance('P2D')
    expect(digests(app)).toHaveLength(2)
    await Promise.all([app.turns.fire(), app.turns.fire()])
    await app.settle()
    expect(digests(app)).toHaveLength(2)
    expect(digestTimers(app)).toEqual([
      { name: 'resumen-del-dia', dueAt: '2026-03-13T13:00:00.000Z' },
    ])
  })

  test('that was missed comes once the same morning', async () => {
    const house = await untilTuesday()
    const app = await beat(house.open(wednesday('11:30')))
    expect(digests(app)).toHaveLength(1)
    await app.close()
    const again = await beat(house.open(wednesday('11:45')))
    expect(digests(again)).toHaveLength(1)
  })

  test('that was missed until the afternoon is left to the next day, which tells of both', async () => {
    const house = await untilTuesday()
    const app = await beat(house.open(wednesday('15:00')))
    expect(digests(app)).toEqual([])
    await app.advance('P1D')
    expect(digests(app)).toHaveLength(1)
    expect(digests(app)[0]).toContain('Hoy, jueves 12 de marzo')
  })

  test('of a day gone by comes at the hour of the next one', async () => {
    const house = await untilTuesday()
    const app = await beat(house.open({ now: () => new Date(NOW + 45 * 3_600_000) }))
    // Thursday, seven in the morning.
    expect(digests(app)).toEqual([])
    await app.advance('PT1H')
    expect(digests(app)).toHaveLength(1)
  })

  test('goes to owners who are active, and not to sellers', async () => {
    const app = openApp()
    await writes(app, FABIAN, 'hola')
    await writes(app, ANA, FITS)
    await app.advance('P2D')
    expect(digests(app)).toEqual([])
    expect(digests(app, FABIAN)).toEqual([])
    expect(digestTimers(app, FABIAN)).toEqual([])
  })

  test('goes to whoever the business file now calls an owner, from the next start on', async () => {
    const house = createHouse()
    const app = house.open()
    await writes(app, FABIAN, 'hola')
    await writes(app, ANA, FITS)
    await app.close()
    const staff = project.business.staff.map((member) => ({ ...member, role: 'owner' as const }))
    const promoted = house.open({
      project: { ...project, business: { ...project.business, staff } },
    })
    await promoted.advance('P1D')
    expect(digests(promoted, FABIAN)).toHaveLength(1)
    await promoted.close()
    const again = house.open()
    await again.advance('P1D')
    expect(digests(again, FABIAN)).toHaveLength(1)
  })

  test('moves with the hour of the business file, and ends with it', async () => {
    const house = await untilTuesday()
    const app = house.open(digestAt(9 * 60))
    await app.settle()
    expect(digestTimers(app)).toMatchObject([{ dueAt: '2026-03-11T14:00:00.000Z' }])
    await app.close()
    const off = house.open(digestAt(null))
    await off.settle()
    expect(digestTimers(off)).toEqual([])
    await off.close()
    const again = house.open()
    await again.settle()
    expect(digestTimers(again)).toMatchObject([{ dueAt: '2026-03-11T13:00:00.000Z' }])
  })

  test('is not sent twice a day because its hour was moved', async () => {
    const house = createHouse()
    const app = house.open()
    await writes(app, OWNER, 'hola')
    await writes(app, ANA, FITS)
    await app.advance('P1D')
    expect(digests(app)).toHaveLength(1)
    await app.close()
    const moved = house.open(digestAt(11 * 60))
    await moved.advance('PT6H')
    expect(digests(moved)).toHaveLength(1)
    await moved.advance('P1D')
    expect(digests(moved)).toHaveLength(2)
  })

  test('is answered by a number with the card, unless a question waits', async () => {
    const app = openApp()
    await writes(app, OWNER, 'hola')
    await writes(app, ANA, FITS)
    await app.advance('P1D')
    expect((await writes(app, OWNER, '1'))[0]).toContain(ANA)
    await writes(app, OWNER, 'ganado ana')
    await app.advance('P1D')
    expect(digests(app).at(-1)).not.toContain('Con el número')
    expect((await writes(app, OWNER, '840 mil'))[0]).toContain('Venta de $840.000 a Ana')
  })
})
