/**
 * What is wrong with how a lexicon file is written, before any word is compared with another. Every
 * sentence is for somebody who does not program.
 */
import { isMap, isScalar } from 'yaml'

/** A word with its value (`xq: porque`) is compared by `checkLexicon`, which tells both places. */
const WORDS_AS_KEYS = ['aliases', 'numbers', 'home']

/** Blocks that begin twice, at every level: of two, only the last would count. */
export function keysTwice(map, lineOf) {
  const found = []
  const seen = new Map()
  for (const { key, value } of map.items) {
    const name = String(key.value)
    const first = seen.get(name)
    if (first === undefined) seen.set(name, lineOf(key))
    else found.push({ line: lineOf(key), what: begunAt(name, first) })
    if (isMap(value) && !WORDS_AS_KEYS.includes(name)) found.push(...keysTwice(value, lineOf))
  }
  return found
}

function begunAt(name, line) {
  return `«${name}» ya empieza en la línea ${line}; pase sus líneas allá y borre esta`
}

/** Phrases over several lines that YAML folds into one long phrase nobody ever says. */
export function needsBar(node, source) {
  if (!isScalar(node) || node.type === 'BLOCK_LITERAL' || !node.range) return false
  return source.slice(node.range[0], node.range[1]).trim().includes('\n')
}

/** What makes a line a phrase that can never be heard; undefined where nothing does. */
export function oddPhrase(text) {
  if (text.startsWith('- '))
    return `«${text}»: quite el guion; va una frase por línea, sin nada delante`
  if (/[«»]/.test(text)) return `${text}: quite las comillas; la frase va sola en su línea`
  if (text.includes(' #')) return `«${text}»: una nota va en su propia línea, que empieza con «# »`
  if (text === '*') return '«*» sola sería cualquier palabra; escriba también las que la acompañan'
  return undefined
}

/** Why the file cannot be read from this line on. */
export function unreadable(source, line) {
  const before = source.split('\n').slice(0, line)
  const tab = before.findIndex((text) => /^ *\t/.test(text))
  if (tab !== -1) {
    return `aquí no se puede leer: la línea ${tab + 1} empieza con un tabulador; cámbielo por espacios`
  }
  return 'aquí no se puede leer: revise que este renglón y el anterior empiecen con los mismos espacios que sus vecinos y que cada nombre termine en «:»'
}
