import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { App } from '../../src/app/app.js'
import { ANA, createHouse, LUIS, OWNER, writes } from './_house.js'

const NAME = 'Filomena'
const WORDS = 'quiero veinte camisetas polo color tornasolado'
const FILE = 'una foto que nadie debe volver a ver'
const MODEL = 'resumen de lo que dijo Filomena'

/** Whether these words stand anywhere in what the bot keeps on disk, deleted rows and the log included. */
function kept(folder: string, word: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    // The simulated phones are not ours: each keeps its own messages.
    .filter((path) => !path.includes('phones'))
  return files.filter((path) => readFileSync(path).includes(word))
}

async function keepFile(app: App): Promise<string> {
  let file = ''
  async function* bytes() {
    yield Buffer.from(FILE)
  }
  await app.media.put(bytes(), (name) => {
    file = name
  })
  const person = `(select id from contacts where phone = '${ANA}')`
  const columns = 'contact_id, line_id, message_id, kind, mime, source, status, file, created_at'
  const values = `${person}, 'simulator', 'm', 'image', 'image/png', '{}', 'kept', '${file}', '2026'`
  app.db.raw.exec(`insert into media (${columns}) values (${values})`)
  app.db.raw.exec(
    `insert into llm_calls (contact_id, task, question, tokens, at)
      values (${person}, 'answer', '${MODEL}', 1, '2026')`,
  )
  return file
}

test('of whoever is erased not a byte is left, in the database, its log or the media folder', async () => {
  const house = createHouse()
  const app = house.open()
  await writes(app, OWNER, 'hola')
  await writes(app, ANA, `hola, soy ${NAME}`)
  await writes(app, ANA, WORDS)
  await writes(app, LUIS, 'hola, soy Luis, necesito 15 camisas')
  await writes(app, OWNER, 'lead filomena')
  await writes(app, OWNER, 'nota filomena le gusta el tornasolado')
  await writes(app, OWNER, 'leads')
  const file = await keepFile(app)
  for (const word of [NAME, WORDS, ANA.slice(1), FILE, MODEL]) {
    expect(kept(house.folder, word), word).not.toEqual([])
  }
  await writes(app, OWNER, 'borrar filomena')
  await writes(app, OWNER, 'sí')
  await app.advance('PT2M')
  await app.close()
  const traces = [NAME, 'filomena', WORDS, 'tornasolado', ANA.slice(1), FILE, MODEL]
  expect(traces.flatMap((word) => kept(house.folder, word).map((path) => [word, path]))).toEqual([])
  expect(existsSync(join(house.folder, 'media', file))).toBe(false)
  const again = house.open()
  expect(await writes(again, LUIS, 'para el 30 de abril')).not.toEqual([])
})
