import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { doctor } from '../../src/commands/doctor/doctor.js'
import type { Machine } from '../../src/commands/doctor/machine.js'
import type { Env } from '../../src/config.js'
import type { LineId } from '../../src/core/types.js'
import { keepContact } from '../../src/store/identity.js'
import { keepLine } from '../../src/store/lines.js'
import { openDatabase } from '../../src/store/sqlite/database.js'
import { MESSAGES } from '../core/flow/written.js'
import { createModelServer } from '../llm/_server.js'
import { ANA, createHouse, NOW, writes } from '../turn/_house.js'
import { createPlace, ROOT } from './_product.js'
import { createTerminal } from './terminal.js'

const GB = 1_073_741_824
const HEALTHY: Machine = {
  nodeVersion: '22.11.0',
  now: () => new Date(NOW),
  builtAt: () => new Date(NOW - 1000),
  freeBytes: () => 5 * GB,
}
const OLD_FILE = 'create table migrations (number integer, name text, applied_at text)'

/** A working folder with the shipped flows, their invented phones made real. */
function createShop(): string {
  const folder = mkdtempSync(join(tmpdir(), 'porquesi-doctor-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(join(ROOT, 'flows'), join(folder, 'flows'), { recursive: true })
  edit(folder, 'business.yaml', /\+57300000000/g, '+57311222333')
  return folder
}

function edit(folder: string, file: string, found: string | RegExp, text: string): void {
  const path = join(folder, 'flows', file)
  writeFileSync(path, readFileSync(path, 'utf8').replace(found, text))
}

async function examine(folder: string, env: Env = {}, machine: Partial<Machine> = {}) {
  const port = String(await freePort())
  const { io, printed } = createTerminal(MESSAGES, { PORT: port, ...env })
  const code = await doctor({ ...io, cwd: folder }, { ...HEALTHY, ...machine })
  return { code, lines: printed().out.trimEnd().split('\n') }
}

/** The lines that are not fine, the summary left out. */
function findings(lines: readonly string[]): readonly string[] {
  return lines.slice(0, -1).filter((line) => !line.startsWith('✓'))
}

/** Whoever has not said hello is told of by every shop that is new. */
const SILENT = [
  '! Rosalba (•••3331) aún no ha escrito a la línea. Basta un «hola» desde ese número.',
  '! Fabián (•••3332) aún no ha escrito a la línea. Basta un «hola» desde ese número.',
  '! Teresa (•••3333) aún no ha escrito a la línea. Basta un «hola» desde ese número.',
]

describe('doctor', () => {
  test('has a line for everything it looks at, before the first start too', async () => {
    const folder = createShop()
    const before = readdirSync(folder)
    const { code, lines } = await examine(folder)
    expect(code).toBe(0)
    expect(lines.map((line) => line.replace(/\d+ (archivos|pasos)/g, 'N $1'))).toEqual([
      '✓ Node 22.11.0.',
      '✓ Ajustes en orden.',
      '✓ Flujos en orden: N archivos, N pasos.',
      '✓ Base de datos: data/local/porquesi.db todavía no existe y se crea al abrir.',
      '✓ Espacio libre en el disco: 5 GB.',
      '✓ Hora del negocio: mar 10 mar 2026, 10 a. m. (America/Bogota).',
      ...SILENT,
      '✓ Simulador encendido: lo que se escribe ahí no sale a WhatsApp.',
      expect.stringMatching(/^✓ WhatsApp sin vincular\. Con el bot abierto, se vincula en http:/),
      '✓ Sin modelo de lenguaje: no hace falta para responder.',
      expect.stringMatching(/^✓ Puerto \d+ libre\.$/),
      'Funciona. Hay 3 cosas para tener en cuenta (!).',
    ])
    expect(readdirSync(folder)).toEqual(before)
  })
})

type Sick = { readonly env?: Env; readonly machine?: Partial<Machine> }
type Situation = readonly [
  name: string,
  make: (folder: string) => Sick | Promise<Sick>,
  code: number,
  line: string | RegExp,
]

const SITUATIONS: readonly Situation[] = [
  [
    'a Node that is too old',
    () => ({ machine: { nodeVersion: '20.18.3' } }),
    1,
    '✗ Node 20.18.3 es muy viejo: hace falta 20.19 o una versión más nueva, de nodejs.org.',
  ],
  [
    'a bad setting',
    () => ({ env: { PORT: 'tres mil' } }),
    2,
    '✗ PORT=tres mil: se esperaba un número entre 1 y 65535.',
  ],
  [
    'a setting that this version does not obey',
    () => ({ env: { WHATSAPP_CLOUD_TOKEN: 'x' } }),
    0,
    '! WHATSAPP_CLOUD_TOKEN todavía no hace nada en esta versión. Se puede quitar.',
  ],
  [
    'a server for voice notes that is not there',
    () => ({ env: { TRANSCRIPTION_BASE_URL: 'http://127.0.0.1:9/v1' } }),
    0,
    /^! Nadie responde en 127\.0\.0\.1:9, o falla: revisar TRANSCRIPTION_BASE_URL\./,
  ],
  [
    'hours for writing that the law does not allow',
    (folder) => {
      const contact = 'contact:\n  hours: { sábado: ["8:00-18:00"], domingo: ["9:00-10:00"] }\n'
      edit(folder, 'business.yaml', '# contact:', `${contact}# contact:`)
      return {}
    },
    0,
    '! business.yaml, «contact»: el horario de sábado, domingo pasa de lo que permite la ley en CO. Solo se escribe en las horas que están en los dos; para que coincidan, recortar «hours» ahí.',
  ],
  [
    'more messages a day than the law allows',
    (folder) => {
      edit(folder, 'business.yaml', '# contact:', 'contact: { perDay: 3 }\n# contact:')
      return {}
    },
    0,
    '! business.yaml, «contact»: perDay pide 3 y la ley en CO deja 1. Vale 1; para que coincidan, ponerlo así o quitar la línea.',
  ],
  [
    'no hour in which anybody may be written to',
    (folder) => {
      const contact =
        'contact: { hours: { lunes: [], martes: [], miércoles: [], jueves: [], viernes: [], sábado: [] } }'
      edit(folder, 'business.yaml', '# contact:', `${contact}\n# contact:`)
      return {}
    },
    0,
    /^! business\.yaml: no queda ninguna hora para escribir a quien no lo pidió/,
  ],
  [
    'a broken flow',
    (folder) => {
      edit(folder, 'silence.yaml', 'next: descanso', 'next: descnso')
      return {}
    },
    2,
    /^✗ .*silence\.yaml:\d+: el paso «descnso» no existe\. ¿Será «descanso»\?/,
  ],
  [
    'a flow that is a link to nowhere',
    (folder) => {
      symlinkSync(join(folder, 'gone.yaml'), join(folder, 'flows', 'otro.yaml'))
      return {}
    },
    2,
    /^✗ .*otro\.yaml: es un enlace a un archivo que ya no está\./,
  ],
  [
    'no flows at all',
    () => ({ env: { FLOWS_DIR: 'ninguna' } }),
    2,
    /^✗ .*ninguna: la carpeta no existe o no se puede leer\./,
  ],
  [
    'the example left as it was',
    (folder) => {
      edit(folder, 'business.yaml', '+573112223331', '+573000000001')
      return {}
    },
    0,
    '! business.yaml sigue con un teléfono del ejemplo (Rosalba •••0001). Cambiarlo en «staff» por uno real.',
  ],
  [
    'a corrupt database',
    (folder) => {
      writeFileSync(join(folder, 'taller.db'), 'this was never a database\n'.repeat(500))
      return {}
    },
    1,
    '✗ taller.db está dañada y no se tocó. Para seguir, restaurar una copia o usar otra con DATABASE_URL.',
  ],
  [
    'a database whose pages were overwritten',
    async (folder) => {
      const path = join(folder, 'taller.db')
      await seed(path)
      const pages = readFileSync(path)
      writeFileSync(path, pages.fill(0x41, 8192, 8192 + 12_288))
      return {}
    },
    1,
    /^✗ taller\.db está dañada y no se tocó\./,
  ],
  [
    'a database of a newer version',
    (folder) => {
      sqlite(folder, OLD_FILE, 99)
      return {}
    },
    1,
    '✗ taller.db es de una versión más nueva. Actualizar Porquesí.',
  ],
  [
    'a database of another program',
    (folder) => {
      sqlite(folder, 'create table songs (id integer)', 0)
      return {}
    },
    1,
    '✗ taller.db es de otro programa y no se tocó. Usar otra base de datos con DATABASE_URL.',
  ],
  [
    'a database that is empty',
    (folder) => {
      writeFileSync(join(folder, 'taller.db'), '')
      return {}
    },
    0,
    '! Base de datos: taller.db está vacía y se llena al abrir.',
  ],
  [
    'a file where the folder should be',
    (folder) => {
      writeFileSync(join(folder, 'datos'), '')
      return { env: { DATABASE_URL: 'sqlite:datos/taller.db' } }
    },
    1,
    '✗ No se puede escribir en datos. Dar permiso sobre esa carpeta, o usar otra con DATABASE_URL.',
  ],
  [
    'a disk with little room',
    () => ({ machine: { freeBytes: () => 80 * 1_048_576 } }),
    0,
    '! Queda poco espacio en el disco: 80 MB. Liberar un poco pronto.',
  ],
  [
    'a disk without room',
    () => ({ machine: { freeBytes: () => 1_600_000 } }),
    1,
    '✗ Casi no queda espacio en el disco: 1,5 MB. Liberar un poco para que se puedan guardar los mensajes.',
  ],
  [
    'a clock that was never set',
    () => ({ machine: { now: () => new Date(0) } }),
    1,
    '✗ El reloj del equipo marca mié 31 dic 1969, 7 p. m., antes de que existiera este programa. Ponerlo en hora.',
  ],
  [
    'an address that is not of this machine',
    () => ({ env: { HOST: '203.0.113.1', PORT: '3999', SIMULATOR_REMOTE: '1' } }),
    1,
    '✗ No se puede abrir 203.0.113.1:3999. Revisar HOST y PORT.',
  ],
]

describe('doctor finds', () => {
  test.each(SITUATIONS)('%s', async (_, make, code, line) => {
    const folder = createShop()
    const { env, machine } = await make(folder)
    const found = await examine(folder, { DATABASE_URL: 'sqlite:taller.db', ...env }, machine)
    const told = findings(found.lines).filter((each) => !each.includes('aún no ha escrito'))
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(line)
    expect(found.code).toBe(code)
  })

  test('everything that is wrong at once', async () => {
    const folder = createShop()
    const env = { PORT: 'x', LOG_LEVEL: 'alto' }
    const { code, lines } = await examine(folder, env, { nodeVersion: '18.0.0' })
    expect(findings(lines)).toHaveLength(3)
    expect(lines.at(-1)).toBe('Hay 3 problemas por corregir (✗).')
    expect(code).toBe(2)
  })

  test('another program at our port', async () => {
    const server = await occupy()
    const { port } = addressOf(server)
    const { code, lines } = await examine(createShop(), { PORT: String(port) })
    expect(findings(lines)).toContain(
      `✗ El puerto ${port} está ocupado. Para usar otro: PORT=${port + 1} npm start`,
    )
    expect(code).toBe(1)
  })

  test('how much the coming night lets go of, where the business says so', async () => {
    const folder = createShop()
    edit(folder, 'business.yaml', /$/, '\nretention: { texts: 6, contact: 12 }\n')
    const db = openDatabase(join(folder, 'taller.db'))
    const heard = '2025-01-10T15:00:00.000Z' as never
    await db.write(() => keepContact(db, [{ kind: 'phone', value: ANA }], 'Ana', heard))
    await db.close()
    const { lines } = await examine(folder, { DATABASE_URL: 'sqlite:taller.db' })
    expect(lines.join()).toContain('esta noche, los mensajes y archivos de 0 y todo lo de 1.')
  })

  test('a linked number, and that alerts go over it from then on', async () => {
    const folder = createShop()
    const db = openDatabase(join(folder, 'taller.db'))
    const at = new Date(NOW).toISOString() as never
    keepLine(db, { id: 'whatsapp' as LineId, kind: 'baileys', phone: '+573110000999' }, at)
    await db.close()
    const { code, lines } = await examine(folder, { DATABASE_URL: 'sqlite:taller.db' })
    expect(lines).toContain('✓ WhatsApp vinculado: •••0999. Se conecta al abrir.')
    expect(findings(lines)).toEqual(SILENT)
    expect(code).toBe(0)
  })
})

describe('doctor beside a running bot', () => {
  test('tells who has it open, whose alerts wait and how far its clock was moved', async () => {
    const place = createPlace()
    onTestFinished(() => place.close())
    const product = await place.start()
    const post = async (path: string, body: object): Promise<void> => {
      const headers = { 'content-type': 'application/json' }
      const init = { method: 'POST', headers, body: JSON.stringify(body) }
      await fetch(`${product.url}/simulator/${path}`, init)
    }
    await post('messages', { from: '+573000000002', text: 'hola' })
    await post('messages', { from: '+573005550101', text: 'quiero hablar con una persona' })
    await post('settle', {})
    const env = { PORT: String(product.port) }
    const first = await place.run('doctor', env)
    expect(first.code).toBe(0)
    expect(first.out).toContain(
      `✓ Porquesí está abierto con esta base de datos (proceso ${product.pid}).\n`,
    )
    expect(first.out).toContain(
      `✓ Puerto ${product.port}: ahí responde este Porquesí, en ${product.url}\n`,
    )
    expect(first.out).toContain('! Rosalba (•••0001) aún no ha escrito a la línea.')
    expect(first.out).toContain('✓ Fabián (•••0002) recibe los avisos.')
    await post('clock', { advance: 'P3D' })
    expect((await place.run('doctor', env)).out).toContain('va 3 días adelante')
    const other = await place.run('doctor', { ...env, DATABASE_URL: 'sqlite:otra.db' })
    expect(other.out).toContain(`✗ El puerto ${product.port} lo usa otro Porquesí`)
    expect(other.code).toBe(1)
    await product.stop('SIGTERM')
    expect((await place.run('doctor', env)).out).toContain(
      '✓ Porquesí está cerrado. Para abrirlo: npm start\n',
    )
  })
})

describe('doctor looks back', () => {
  test('at alerts that wait for somebody, and at a clock that went back', async () => {
    const folder = createShop()
    const path = join(folder, 'taller.db')
    await leadWaits(path)
    const env = { DATABASE_URL: 'sqlite:taller.db' }
    const { lines } = await examine(folder, env, { now: () => new Date(NOW) })
    expect(findings(lines).at(-1)).toBe(
      '! Un aviso espera a que alguien del negocio escriba «hola» a la línea.',
    )
    const back = await examine(folder, env, {
      now: () => new Date(NOW - 3_600_000),
      builtAt: () => new Date(0),
    })
    expect(findings(back.lines)[0]).toBe(
      '✗ El reloj marca mar 10 mar 2026, 9 a. m., antes de lo último guardado (mar 10 mar 2026, 10 a. m.). Poner el equipo en hora.',
    )
    expect(back.code).toBe(1)
  })
})

/** A database that somebody asked for a person in, while nobody had said hello. */
async function leadWaits(path: string): Promise<void> {
  const house = createHouse()
  const app = house.open()
  await writes(app, ANA, 'quiero hablar con una persona')
  await app.close()
  cpSync(house.path, path)
}

async function seed(path: string): Promise<void> {
  await openDatabase(path).close()
}

function sqlite(folder: string, sql: string, version: number): void {
  const raw = new Sqlite(join(folder, 'taller.db'))
  raw.exec(sql)
  raw.pragma(`user_version = ${version}`)
  raw.close()
}

/** Somebody who listens and never answers. */
async function occupy(): Promise<Server> {
  const server = createServer((socket) => socket.end())
  onTestFinished(() => {
    server.close()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

async function freePort(): Promise<number> {
  const server = await occupy()
  const { port } = addressOf(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

function addressOf(server: Server): { readonly port: number } {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  return address
}

describe('doctor asks the model', () => {
  const PROMPTS_DIR = join(ROOT, 'prompts')
  const modelLine = async (env: Env): Promise<string | undefined> =>
    (await examine(createShop(), { PROMPTS_DIR, ...env })).lines.find((line) =>
      /modelo|OPENAI/.test(line),
    )

  test('for a word, and tells how it lets itself be asked', async () => {
    const { url } = await createModelServer(({ response_format }, response, say) => {
      if (response_format?.type === 'json_schema') response.writeHead(400).end('{}')
      else say('{"ok":true}')
    })
    expect(await modelLine({ OPENAI_BASE_URL: url, OPENAI_MODEL: 'm' })).toBe(
      `✓ El modelo m responde en ${new URL(url).host} (con JSON).`,
    )
  })

  test('and says what to look at when there is none', async () => {
    expect(await modelLine({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' })).toBe(
      '! Nadie responde en 127.0.0.1:9: revisar OPENAI_BASE_URL. Mientras tanto se responde sin modelo.',
    )
    const env = {
      OPENAI_API_KEY: 'x',
      OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
      PROMPTS_DIR: '/no',
    }
    const { code, lines } = await examine(createShop(), env)
    expect(lines.join()).toContain('✗ answer.md: estas instrucciones para el modelo')
    expect(code).toBe(1)
  })
})
