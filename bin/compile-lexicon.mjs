import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { checkLexicon } from './check-lexicon.mjs'
import { keysTwice, needsBar, oddPhrase, unreadable } from './check-lexicon-form.mjs'
import { checkNames } from './check-lexicon-names.mjs'

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

/** Reads data/lexicon into one plain object; refuses bad files, every problem with its file and line. */
export function compileLexicon(dir) {
  const problems = []
  const entries = []
  const languages = {}
  for (const { name } of readdirSync(dir, { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  )) {
    const compile = (country) => compileFile({ dir, language: name, country, problems, entries })
    const { only, ...common } = compile(null)
    const countries = {}
    for (const file of readdirSync(join(dir, name)).sort()) {
      const country = file.endsWith('.yaml') ? file.slice(0, -5) : 'common'
      if (country !== 'common') countries[country.toUpperCase()] = compile(country)
    }
    languages[name] = {
      ...(only && { only: only.map((c) => c.toUpperCase()) }),
      common,
      countries,
    }
  }
  problems.push(...checkNames(entries), ...checkLexicon(entries))
  if (problems.length > 0) throw new Error(`Palabras con problemas:\n${problems.join('\n')}`)
  return { languages }
}

/** Every word and phrase goes to `entries` too, with its place, to be compared with all the others. */
function compileFile({ dir, language, country, problems, entries }) {
  const file = join(dir, language, `${country ?? 'common'}.yaml`)
  const path = relative('.', file)
  const lines = new LineCounter()
  const source = readFileSync(file, 'utf8')
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: false })
  const say = (node, what) => {
    const line = node?.range ? lines.linePos(node.range[0]).line : 1
    problems.push(`${path}:${line}: ${what}`)
  }
  const out = {}
  if (document.errors.length > 0) {
    // What follows the first fault is only its echo.
    const { line } = lines.linePos(document.errors[0].pos[0])
    problems.push(`${path}:${line}: ${unreadable(source, line)}`)
    return out
  }
  if (!isMap(document.contents)) return out
  const lineOf = (node) => lines.linePos(node.range[0]).line
  for (const { line, what } of keysTwice(document.contents, lineOf)) {
    problems.push(`${path}:${line}: ${what}`)
  }
  for (const { key, value } of document.contents.items) {
    const shape = SECTIONS[key.value]
    if (shape === undefined) {
      say(key, `«${key.value}» no es una sección. Hay: ${Object.keys(SECTIONS).join(', ')}.`)
      continue
    }
    const keep = (text, line, tag = '', meaning = '') =>
      entries.push({ language, country, path, line, section: key.value, tag, meaning, text })
    out[key.value] = READERS[shape](value, { lines, source, say, path, problems, keep })
  }
  return out
}

const READERS = {
  words: (node, at) => words(node, at),
  sequence: (node, at) => {
    if (isSeq(node)) return node.items.map((item) => words(item, at))
    at.say(node, 'se esperaba una lista de líneas')
    return []
  },
  pairs: (node, at) =>
    table(node, at, (value, name, line) => {
      const meaning = fold(String(value.value), true)
      at.keep(name, line, '', meaning)
      return meaning
    }),
  numbers: (node, at) =>
    table(node, at, (value, name, line) => {
      if (typeof value.value !== 'number') at.say(value, 'se esperaba un número')
      at.keep(name, line, '', String(value.value))
      return value.value
    }),
  'word-lists': (node, at) => table(node, at, (value, name) => words(value, at, name), true),
  phrases: (node, at) =>
    table(
      node,
      at,
      (value, tag) => {
        if (!isMap(value)) return phrases(value, at, tag, '')
        return table(value, at, (inner, meaning) => phrases(inner, at, tag, meaning), true)
      },
      true,
    ),
}

function table(node, at, read, plainKeys = false) {
  const out = {}
  if (!isMap(node)) {
    at.say(node, 'se esperaba una tabla de nombres con su valor')
    return out
  }
  for (const { key, value } of node.items) {
    const name = plainKeys ? String(key.value) : fold(String(key.value), true)
    out[name] = read(value, name, at.lines.linePos(key.range[0]).line)
  }
  return out
}

/** Words of a section, split at spaces. */
function words(node, at, tag = '') {
  const out = []
  for (const { text, line } of rowsOf(node, at)) {
    for (const word of text.split(/\s+/)) {
      const folded = fold(word)
      at.keep(folded, line, tag, tag)
      out.push(folded)
    }
  }
  return out
}

/** One phrase a line. */
function phrases(node, at, tag, meaning) {
  const out = []
  if (needsBar(node, at.source))
    at.say(
      node,
      'falta «|» después de los dos puntos: sin ella las líneas se leen como una sola frase',
    )
  for (const { text, line } of linesOf(node, at)) {
    const folded = fold(text, true)
    const odd = oddPhrase(text)
    if (odd !== undefined) at.problems.push(`${at.path}:${line}: ${odd}`)
    const open = [...folded].filter((c) => '(['.includes(c)).length
    const close = [...folded].filter((c) => ')]'.includes(c)).length
    if (open !== close) {
      at.problems.push(`${at.path}:${line}: en «${text}» falta abrir o cerrar un paréntesis`)
    }
    at.keep(folded, line, tag, meaning)
    out.push(folded)
  }
  return out
}

/** Like `linesOf`, but a folded block line by line as it is written, for each word's own line. */
function rowsOf(node, at) {
  if (!isScalar(node) || node.type !== 'BLOCK_FOLDED') return linesOf(node, at)
  const first = at.lines.linePos(node.range[0]).line
  return at.source
    .slice(node.range[0], node.range[1])
    .split('\n')
    .map((text, i) => ({ text: text.trim(), line: first + i }))
    .filter(({ text }, i) => i > 0 && text !== '')
}

function linesOf(node, at) {
  if (!isScalar(node)) {
    at.say(node, 'se esperaba texto, una frase por línea')
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
