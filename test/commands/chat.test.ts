import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPlace, type Place } from './_product.js'

const WELCOME =
  'Se conversa como un cliente nuevo de Uniformes Hilván. Lo que le llega a Rosalba aparece con «»». Para salir: Ctrl+D.'

let place: Place
beforeAll(() => {
  place = createPlace()
})
afterAll(() => place.close())

/** What appears after each line that was typed; the first holds what stands before any. */
async function chat(...typed: readonly string[]): Promise<readonly string[]> {
  const input = typed.map((line) => `${line}\n`).join('')
  const { code, out, err } = await place.run('chat', { TMPDIR: place.folder }, input)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out.split(/^> /m)
}

describe('chat', () => {
  test('shows what the bot answers the prospect and what the owner gets', async () => {
    const [before = '', hello = '', person = '', ...rest] = await chat(
      'hola',
      '',
      'necesito 15 camisas, quiero hablar con una persona',
    )
    expect(before.startsWith(`${WELCOME}\n» Hola, Rosalba.`)).toBe(true)
    expect(hello).toMatch(/^ {2}Hola.*Uniformes Hilván/)
    // An empty line is no message: the next question mark comes at once.
    expect(person).toMatch(/^> {3}Claro que sí\..*\n» \*\+573000000999\*\n {2}\S/)
    expect(person).toContain('\n  *Quiere:* 15 camisas de dotación\n')
    expect(rest).toEqual(['\n'])
  })

  test('forgets everything afterwards', async () => {
    await chat('necesito 15 camisas')
    const [before, again] = await chat('hola')
    expect(before).toContain('» Hola, Rosalba.')
    expect(again).toContain('Soy el asistente automático')
    expect(readdirSync(place.folder)).toEqual([])
  })

  test('does not begin with flows that are not there', async () => {
    expect(await place.run('chat', { FLOWS_DIR: 'ninguna' })).toEqual({
      code: 2,
      out: '',
      err: 'ninguna: la carpeta no existe o no se puede leer. Crearla, o decir otra con FLOWS_DIR.\n1 problema en 1 archivo. Porquesí no arranca hasta corregirlo.\n',
    })
  })
})
