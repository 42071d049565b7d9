import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'

/** Sections of a lexicon file and how each is written. See data/lexicon/README.md. */
const SECTIONS = {
  only: 'words',
  home: 'pairs',
  aliases: 'pairs',
  numbers: 'numbers',
  scales: 'word-lists',
  groups: 'word-lists',
  months: 'sequence',
  weekdays: 'sequence',
  known: 'words',
  trade_endings: 'words',
  past_endings: 'words',
  phrases: 'phrases',
}
const DECORATION = /[\u0300-\u036f]/g

/** Reads data/lexicon into one plain object; refuses a bad file with its name and line. */
export function compileLexicon(dir) {
  const problems = []
  const languages = {}
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const { only, ...common } = compileFile(join(dir, entry.name, 'common.yaml'), problems)
    const countries = {}
    for (const file of readdirSync(join(dir, entry.name)).sort()) {
      if (!file.endsWith('.yaml') || file === 'common.yaml') continue
      const part = compileFile(join(dir, entry.name, file), problems)
      countries[file.slice(0, -5).toUpperCase()] = part
    }
    languages[entry.name] = {
      ...(only && { only: only.map((c) => c.toUpperCase()) }),
      common,
      countries,
    }
  }
  if (problems.length > 0) throw new Error(`lexicon:\n${problems.join('\n')}`)
  return { languages }
}

function compileFile(path, problems) {
  const lines = new LineCounter()
  const source = readFileSync(path, 'utf8')
  const document = parseDocument(source, { lineCounter: lines })
  const say = (node, what) => {
    const line = node?.range ? lines.linePos(node.range[0]).line : 1
    problems.push(`${path}:${line}: ${what}`)
  }
  for (const error of document.errors) {
    problems.push(`${path}:${lines.linePos(error.pos[0]).line}: ${error.message.split('\n')[0]}`)
  }
  const out = {}
  if (!isMap(document.contents)) return out
  for (const { key, value } of document.contents.items) {
    const shape = SECTIONS[key.value]
    if (shape === undefined) say(key, `unknown section "${key.value}"`)
    else out[key.value] = READERS[shape](value, { source, lines, say, path, problems })
  }
  return out
}

const READERS = {
  words: (node, at) => words(node, at).map(({ text }) => text),
  sequence: (node, at) => {
    if (isSeq(node)) return node.items.map((item) => words(item, at).map(({ text }) => text))
    at.say(node, 'a list of lines was expected')
    return []
  },
  pairs: (node, at) => table(node, at, (value) => fold(String(value.value), true)),
  numbers: (node, at) =>
    table(node, at, (value) => {
      if (typeof value.value !== 'number') at.say(value, 'a number was expected')
      return value.value
    }),
  'word-lists': (node, at) => table(node, at, (value) => READERS.words(value, at), true),
  phrases: (node, at) =>
    table(
      node,
      at,
      (value) => {
        const seen = new Map()
        if (!isMap(value)) return phrases(value, at, seen)
        return table(value, at, (inner) => phrases(inner, at, seen), true)
      },
      true,
    ),
}

function table(node, at, read, plainKeys = false) {
  const out = {}
  if (!isMap(node)) {
    at.say(node, 'a table was expected')
    return out
  }
  for (const { key, value } of node.items) {
    const name = plainKeys ? String(key.value) : fold(String(key.value), true)
    if (name in out) at.say(key, `"${name}" stands here twice`)
    out[name] = read(value)
  }
  return out
}

/** Words of a section, split at spaces; the same word twice is refused. */
function words(node, at) {
  const seen = new Set()
  const out = []
  for (const { text, line } of linesOf(node, at)) {
    for (const word of text.split(/\s+/)) {
      const folded = fold(word)
      if (seen.has(folded)) at.problems.push(`${at.path}:${line}: "${word}" stands here twice`)
      seen.add(folded)
      out.push({ text: folded })
    }
  }
  return out
}

/** One phrase a line; the same phrase twice under one tag is refused. */
function phrases(node, at, seen) {
  const out = []
  for (const { text, line } of linesOf(node, at)) {
    const folded = fold(text, true)
    if (seen.has(folded)) {
      at.problems.push(`${at.path}:${line}: "${text}" stands here twice (line ${seen.get(folded)})`)
    }
    seen.set(folded, line)
    const open = [...folded].filter((c) => '(['.includes(c)).length
    const close = [...folded].filter((c) => ')]'.includes(c)).length
    if (open !== close) at.problems.push(`${at.path}:${line}: unbalanced brackets in "${text}"`)
    out.push(folded)
  }
  return out
}

function linesOf(node, at) {
  if (!isScalar(node)) {
    at.say(node, 'text was expected, one phrase a line')
    return []
  }
  const first = at.lines.linePos(node.range[0]).line
  const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED'
  return String(node.value ?? '')
    .split('\n')
    .map((text, i) => ({ text: text.trim(), line: first + (block ? i + 1 : 0) }))
    .filter(({ text }) => text !== '' && !text.startsWith('# '))
}

function fold(text, keepCase = false) {
  const plain = text.normalize('NFD').replace(DECORATION, '')
  return keepCase && /^[A-Z]{2,3}$/.test(plain) ? plain : plain.toLowerCase()
}
