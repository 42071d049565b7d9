/**
 * Merges `data/messages/<language>*.yaml` into one flat table: `chat.greeting.morning` → a text, a
 * list of wordings, `{one, other}` or `{usted, tú, vos}`. What other languages translate stands beside it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'

/** Languages that some sentences are translated to. */
const OTHERS = ['pt', 'en']
const FORMS = ['usted', 'tú', 'vos']
const NUMBERS = ['one', 'other']

/** Throws an Error that names every problem, one a line, as `file:line: what`. */
export function compileMessages(dir, language) {
  const names = readdirSync(dir)
    .filter((name) => name === `${language}.yaml` || isSection(name, language))
    .sort()
  const table = { messages: {}, places: {}, problems: [] }
  for (const name of names) addFile(join(dir, name), table)
  // What cannot be read would make every translation look like one of nothing.
  if (table.problems.length > 0) throw new Error(table.problems.join('\n'))
  for (const other of OTHERS.filter((name) => name !== language)) {
    if (existsSync(join(dir, `${other}.yaml`)))
      addTranslation(join(dir, `${other}.yaml`), other, table)
  }
  if (table.problems.length > 0) throw new Error(table.problems.join('\n'))
  return table.messages
}

/** `chat.closed` of en.yaml is `en:chat.closed`; it translates a sentence that there is. */
function addTranslation(path, language, table) {
  const own = { messages: {}, places: {}, problems: table.problems }
  addFile(path, own)
  for (const [key, message] of Object.entries(own.messages)) {
    if (table.messages[key] === undefined)
      table.problems.push(`${own.places[key]}: «${key}» no está en español.`)
    table.messages[`${language}:${key}`] = message
  }
}

function isSection(name, language) {
  return name.startsWith(`${language}.`) && name.endsWith('.yaml')
}

function addFile(path, table) {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines })
  const file = { ...table, name: shortName(path), lines }
  for (const error of document.errors) report(file, error.pos[0], error.message.split('\n')[0])
  if (document.errors.length > 0 || document.contents === null) return
  if (!isMap(document.contents)) return report(file, 0, 'se esperaba una sección.')
  addGroup(document.contents, '', file)
}

/** `/home/x/data/messages/es.yaml` → `data/messages/es.yaml`. */
function shortName(path) {
  return path.split(/[\\/]/).slice(-3).join('/')
}

function addGroup(map, prefix, file) {
  for (const { key, value } of map.items) {
    const name = String(key.value)
    const full = `${prefix}${name}`
    if (isMap(value) && !isLeaf(value)) addGroup(value, `${full}.`, file)
    else addMessage(full, name, key, value, file)
  }
}

function addMessage(full, name, key, value, file) {
  const place = `${file.name}:${file.lines.linePos(key.range[0]).line}`
  if (Object.hasOwn(file.messages, full)) {
    report(file, key.range[0], `«${full}» ya está en ${file.places[full]}.`)
    return
  }
  const message = messageOf(value, name, key.range[0], file)
  if (message === null) return
  file.messages[full] = message
  file.places[full] = place
}

function messageOf(node, name, offset, file) {
  const at = node?.range?.[0] ?? offset
  if (isScalar(node) && typeof node.value === 'string') return node.value
  if (isSeq(node) && node.items.length > 0) {
    return node.items.map((item) => messageOf(item, name, at, file))
  }
  if (isMap(node) && isLeaf(node)) return variants(node, name, offset, file)
  report(file, at, `«${name}» tiene que ser un texto entre comillas.`)
  return null
}

function variants(map, name, offset, file) {
  const given = map.items.map((item) => String(item.key.value))
  const expected = given.some((key) => FORMS.includes(key)) ? FORMS : NUMBERS
  for (const form of expected.filter((key) => !given.includes(key))) {
    report(file, offset, `a «${name}» le falta la forma «${form}».`)
  }
  for (const key of given.filter((other) => !expected.includes(other))) {
    report(file, offset, `en «${name}» sobra «${key}».`)
  }
  return Object.fromEntries(
    map.items.map(({ key, value }) => [key.value, messageOf(value, name, key.range[0], file)]),
  )
}

/** `one` and `other` are also good names of a group; the treatments never are. */
function isLeaf(map) {
  const keys = map.items.map(({ key }) => String(key.value))
  return keys.some((key) => FORMS.includes(key)) || keys.every((key) => NUMBERS.includes(key))
}

function report(file, offset, text) {
  file.problems.push(`${file.name}:${file.lines.linePos(offset).line}: ${text}`)
}
