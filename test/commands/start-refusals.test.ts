import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Env } from '../../src/config.js'
import { createPlace, lines, type Place, ROOT } from './_product.js'

describe('start does not begin with', () => {
  let place: Place
  beforeAll(() => {
    place = createPlace()
  })
  afterAll(() => place.close())

  test('a bad setting', async () => {
    expect(await place.run('start', { PORT: 'tres mil' })).toEqual({
      code: 2,
      out: '',
      err: 'PORT=tres mil: se esperaba un número entre 1 y 65535.\n',
    })
  })

  test('an option that it does not have', async () => {
    expect(await place.run('start --wach')).toEqual({
      code: 2,
      out: '',
      err: '«--wach» no sirve aquí. Se escribe: start, o start --watch para tomar al vuelo los cambios de flows/\n',
    })
  })

  test('several bad settings: all are said at once, no password among them', async () => {
    const env: Env = {
      PORT: '70000',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgres://ana:secreta@base/taller',
      LOG_LEVEL: 'alto',
      WHATSAPP_CHANNEL: 'simulator,cloud',
      SETTLE_MS: '-1',
      PACING: 'rápido',
    }
    expect(await place.run('start', env)).toEqual({
      code: 2,
      out: '',
      err: lines(
        'PORT=70000: se esperaba un número entre 1 y 65535.',
        'DATABASE_URL=postgres://…: todavía no disponible. Por ahora: sqlite:…',
        'LOG_LEVEL=alto: se esperaba una de estas palabras: silent, error, warn, info, debug, trace.',
        'WHATSAPP_CHANNEL=cloud: todavía no disponible. Por ahora: simulator, baileys.',
        'SETTLE_MS=-1: se esperaba un número entre 0 y 60000.',
        'PACING=rápido: se esperaba una de estas palabras: human, off.',
        'HOST=0.0.0.0: el simulador solo se abre en esta máquina (127.0.0.1). Para abrirlo a la red: SIMULATOR_REMOTE=1',
      ),
    })
  })

  test('a flows folder that is not there', async () => {
    expect(await place.run('start', { FLOWS_DIR: 'ninguna' })).toEqual({
      code: 2,
      out: '',
      err: lines(
        'ninguna: la carpeta no existe o no se puede leer. Crearla, o decir otra con FLOWS_DIR.',
        '1 problema en 1 archivo. Porquesí no arranca hasta corregirlo.',
      ),
    })
  })

  test('flows that are broken: every problem of every file at once', async () => {
    cpSync(join(ROOT, 'flows'), join(place.folder, 'rotos'), { recursive: true })
    edit(place, 'rotos/business.yaml', 'timeZone: America/Bogota\n', '')
    edit(place, 'rotos/after-sale.yaml', 'title: "', 'title: "sin "cerrar ')
    edit(place, 'rotos/qualification.yaml', 'serían y para cuántas personas.', 'serían, {nombree}.')
    expect(await place.run('start', { FLOWS_DIR: 'rotos' })).toEqual({
      code: 2,
      out: '',
      err: lines(
        'rotos/after-sale.yaml:5: esta línea no se entiende. Revisar la sangría, los dos puntos y las comillas.',
        'rotos/business.yaml:5: falta «timeZone». Agregarlo.',
        'rotos/qualification.yaml:34: {nombree} no está en business.yaml ni la pregunta ningún paso. ¿Será {nombre}?',
        '3 problemas en 3 archivos. Porquesí no arranca hasta corregirlos.',
      ),
    })
  })

  test('a variable, a fact or a flow that there is not', async () => {
    cpSync(join(ROOT, 'flows'), join(place.folder, 'flujos'), { recursive: true })
    edit(place, 'flujos/qualification.yaml', 'onSilence: silence', 'onSilence: silense')
    edit(place, 'flujos/silence.yaml', 'Le guardo la cuenta', 'Le guardo {la_cuenta}')
    edit(place, 'flujos/silence.yaml', 'Hola, {nombre}.', '{dato:parqueadero}')
    expect(await place.run('start', { FLOWS_DIR: 'flujos' })).toEqual({
      code: 2,
      out: '',
      err: lines(
        'flujos/qualification.yaml:8: el flujo «silense» no existe. ¿Será «silence»? Hay: after-quote, after-sale, expectation, nps, nurture, qualification-champ, qualification, referral, renewal, repurchase, silence, win-back.',
        'flujos/silence.yaml:21: la respuesta «parqueadero» no está en business.yaml. Agregarla o quitarla de aquí.',
        'flujos/silence.yaml:33: {la_cuenta} no está en business.yaml ni la pregunta ningún paso. Agregarla o quitarla.',
        '3 problemas en 2 archivos. Porquesí no arranca hasta corregirlos.',
      ),
    })
  })

  test('a folder that cannot be: a file stands in its place', async () => {
    writeFileSync(join(place.folder, 'archivo'), '')
    expect(await place.run('start', { DATABASE_URL: 'sqlite:archivo/taller.db' })).toEqual({
      code: 1,
      out: '',
      err: 'No se puede escribir en archivo. Dar permiso sobre esa carpeta, o usar otra con DATABASE_URL.\n',
    })
  })

  test('a corrupt database, which stays as it was', async () => {
    const path = join(place.folder, 'rota.db')
    const garbage = Buffer.from('this was never a database\n'.repeat(500))
    writeFileSync(path, garbage)
    expect(await place.run('start', { DATABASE_URL: 'sqlite:rota.db' })).toEqual({
      code: 1,
      out: '',
      err: 'rota.db está dañada y no se tocó. Para seguir, restaurar una copia o usar otra con DATABASE_URL.\n',
    })
    expect(readFileSync(path).equals(garbage)).toBe(true)
  })

  test('a database of a newer version, which stays as it was', async () => {
    mkdirSync(join(place.folder, 'datos'))
    const path = join(place.folder, 'datos', 'nueva.db')
    const raw = new Sqlite(path)
    raw.exec('create table future (id integer)')
    raw.pragma('user_version = 99')
    raw.close()
    const before = readFileSync(path)
    expect(await place.run('start', { DATABASE_URL: 'sqlite:datos/nueva.db' })).toEqual({
      code: 1,
      out: '',
      err: 'nueva.db es de una versión más nueva. Actualizar Porquesí.\n',
    })
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('an address that is not of this machine', async () => {
    const env: Env = { PORT: '3999', HOST: '203.0.113.1', SIMULATOR_REMOTE: '1' }
    expect(await place.run('start', env)).toEqual({
      code: 1,
      out: '',
      err: 'No se puede abrir 203.0.113.1:3999. Revisar HOST y PORT.\n',
    })
  })
})

/** Puts `text` in the place of the first `found`, which has to be there. */
function edit(place: Place, file: string, found: string, text: string): void {
  const path = join(place.folder, file)
  const before = readFileSync(path, 'utf8')
  if (!before.includes(found)) throw new Error(`${file} does not say: ${found}`)
  writeFileSync(path, before.replace(found, text))
}
