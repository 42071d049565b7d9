import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import type { Problems } from '../../src/core/flow/problem.js'
import { problemText } from '../../src/core/flow/problem.js'
import type { Result } from '../../src/core/types.js'
import { policyOf } from '../../src/project/compiled-data.js'
import { loadFlows, loadProject } from '../../src/project/load.js'
import { MESSAGES } from '../core/flow/written.js'

const GOOD = fileURLToPath(new URL('../fixtures/flows-good', import.meta.url))
const SHIPPED = fileURLToPath(new URL('../../flows', import.meta.url))
const BUSINESS = readFileSync(join(GOOD, 'business.yaml'), 'utf8')
const folders: string[] = []

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

function folderOf(files: { readonly [name: string]: string }): string {
  const folder = mkdtempSync(join(tmpdir(), 'flows-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

/** Every problem in words, with the name of the folder left out. */
function inWords<T>(folder: string, result: Result<T, Problems>): readonly string[] {
  if (result.ok) return []
  return result.error.problems.map((problem) =>
    problemText(MESSAGES, problem).replace(`${folder}/`, ''),
  )
}

describe('a project', () => {
  const loading = loadProject({ flowsDir: GOOD })

  test('has its business, its flows by file and where each comes from', async () => {
    const project = await loading
    if (!project.ok) throw new Error(inWords(GOOD, project).join('\n'))
    expect(project.value.business.name).toBe('Uniformes Hilván')
    expect(project.value.flows.map((flow) => flow.id)).toEqual(['calificacion', 'recordatorio'])
    expect(project.value.flowSources).toEqual(
      project.value.flows.map(({ id, hash }) => ({
        id,
        hash,
        file: `test/fixtures/flows-good/${id}.yaml`,
      })),
    )
  })

  test('comes with messages, a lexicon, contact hours and holidays', async () => {
    const project = await loading
    if (!project.ok) throw new Error(inWords(GOOD, project).join('\n'))
    const { messages, lexicon, policies, holidays } = project.value
    expect(messages['flows.yaml_tab']).toBe('hay una tabulación; usar espacios.')
    expect(Object.keys(lexicon.languages)).toContain('es')
    expect(policyOf(policies, 'CO')).toMatchObject({ country: 'CO', onHolidays: false, perDay: 1 })
    expect(policyOf(policies, 'CO').hours.map((day) => day[0])).toEqual([
      ...Array(5).fill([420, 1140]),
      [480, 900],
      undefined,
    ])
    expect(policyOf(policies, 'MX').hours[0]).toEqual([[540, 1140]])
    expect(policyOf(policies, 'MX').country).toBe('MX')
    expect(Object.keys(holidays)).toContain('CO')
  })

  test('is the shipped one without a problem', async () => {
    expect(inWords(SHIPPED, await loadFlows(SHIPPED))).toEqual([])
  })
})

describe('a folder of flows', () => {
  test('says what is wrong in every file at once, by file and line', async () => {
    const folder = folderOf({
      'business.yaml': BUSINESS.replace('silence: recordatorio', 'silence: recordar'),
      'a.yaml': 'id: a\ntitle: "A"\nsteps:\n\t- end: done\n',
      'b.yaml': 'id: calificacion\nsteps:\n  - { say: "{totl}" }\n  - { end: dne }\n',
    })
    expect(inWords(folder, await loadFlows(folder))).toEqual([
      'a.yaml:4: hay una tabulación; usar espacios.',
      'b.yaml:1: falta «title». Agregarlo.',
      'b.yaml:3: {totl} no está en business.yaml ni la pregunta ningún paso. ¿Será {total}?',
      'b.yaml:4: «dne» no vale en «end». ¿Será «done»? Hay: done, handed, rest.',
    ])
  })

  test('knows that a flow with problems is there all the same', async () => {
    const folder = folderOf({
      'business.yaml': BUSINESS.replaceAll('recordatorio', 'calificacion'),
      'b.yaml': 'id: calificacion\ntitle: "B"\nsteps: []\n',
    })
    expect(inWords(folder, await loadFlows(folder))).toEqual([
      'b.yaml:3: «steps» está vacío. Hace falta al menos uno.',
    ])
  })

  test('cannot have two flows of one name', async () => {
    const flow = 'id: calificacion\ntitle: "A"\nsteps: [{ end: done }]\n'
    const folder = folderOf({
      'business.yaml': BUSINESS.replaceAll('recordatorio', 'calificacion'),
      'a.yaml': flow,
      'b.yaml': flow,
    })
    const told = inWords(folder, await loadFlows(folder)).map((line) => line.replace(folder, ''))
    expect(told).toEqual([
      'b.yaml:1: el flujo «calificacion» ya está en /a.yaml. Cambiar uno de los dos nombres.',
    ])
  })

  test('leaves the files of its folders alone', async () => {
    const folder = folderOf({
      'business.yaml': BUSINESS.replaceAll('recordatorio', 'calificacion'),
      'a.yaml': 'id: calificacion\ntitle: "A"\nsteps: [{ end: done }]\n',
    })
    mkdirSync(join(folder, 'tests'))
    writeFileSync(join(folder, 'tests', 'x.yaml'), 'not: a flow\n')
    const loaded = await loadFlows(folder)
    expect(loaded.ok && loaded.value.flows.map((flow) => flow.id)).toEqual(['calificacion'])
  })

  test('says which link leads nowhere, and does not take its flow for missing', async () => {
    const folder = folderOf({
      'business.yaml': BUSINESS.replace('{ name: "Rosalba"', '{ nme: "Rosalba"'),
      'a.yaml': 'id: calificacion\ntitle: "A"\nonSilence: recordatorio\nsteps: [{ end: done }]\n',
    })
    symlinkSync(join(folder, 'gone.yaml'), join(folder, 'recordatorio.yaml'))
    expect(inWords(folder, await loadFlows(folder))).toContain(
      'recordatorio.yaml: es un enlace a un archivo que ya no está. Borrar el enlace o volver a poner el archivo.',
    )
    expect(inWords(folder, await loadFlows(folder)).join()).not.toContain('el flujo')
  })

  test('says a business file that is only a link to nowhere once', async () => {
    const folder = folderOf({})
    symlinkSync(join(folder, 'gone.yaml'), join(folder, 'business.yaml'))
    expect(inWords(folder, await loadFlows(folder))).toEqual([
      'business.yaml: es un enlace a un archivo que ya no está. Borrar el enlace o volver a poner el archivo.',
    ])
  })

  test('follows a link to a file that is there, and refuses one to a folder', async () => {
    const folder = folderOf({
      'business.yaml': BUSINESS.replaceAll('recordatorio', 'calificacion'),
    })
    const elsewhere = folderOf({
      'b.txt': 'id: calificacion\ntitle: "A"\nsteps: [{ end: done }]\n',
    })
    symlinkSync(join(elsewhere, 'b.txt'), join(folder, 'a.yaml'))
    expect((await loadFlows(folder)).ok).toBe(true)
    symlinkSync(elsewhere, join(folder, 'c.yaml'))
    expect(inWords(folder, await loadFlows(folder))).toEqual([
      'c.yaml: no se puede leer. Dar permiso de lectura, o quitarlo de esta carpeta.',
    ])
  })

  test('needs its business file', async () => {
    const folder = folderOf({ 'a.yaml': 'id: a\ntitle: "A"\nsteps: [{ end: done }]\n' })
    expect(inWords(folder, await loadFlows(folder))).toEqual([
      'business.yaml: no existe. Crearlo, o decir otra carpeta con FLOWS_DIR.',
    ])
  })

  test('has to be there', async () => {
    const folder = join(folderOf({}), 'nowhere')
    expect(inWords(folder, await loadFlows(folder))).toEqual([
      `${folder}: la carpeta no existe o no se puede leer. Crearla, o decir otra con FLOWS_DIR.`,
    ])
  })
})
