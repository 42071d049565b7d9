/** Names in a country's file that nothing reads: what stands under them would silently do nothing. */

/** Topics whose values are these and no others. */
const VALUES = {
  answer: ['yes', 'no', 'maybe'],
  urgency: ['now', 'none', 'later'],
  authority: ['self', 'shared', 'other', 'unknown'],
}
/** What multiplies: a number, alone or with a currency. */
const SCALE = /^\d+(?: home| [A-Z]{3})?$/
/** Read by the grammar itself, a group of no file. */
const OWN_GROUP = 'number'

/** `entries` as `compileLexicon` found them. The files for all countries say which names there are. */
export function checkNames(entries) {
  const tags = (section) =>
    new Set(entries.filter((e) => e.country === null && e.section === section).map((e) => e.tag))
  const known = { phrases: tags('phrases'), groups: tags('groups') }
  const groups = new Set(entries.filter((e) => e.section === 'groups').map((e) => e.tag))
  const problems = new Set()
  for (const entry of entries) {
    const what = nameless(entry, known) ?? groupless(entry, groups)
    if (what !== undefined) problems.add(`${entry.path}:${entry.line}: ${what}`)
  }
  return [...problems]
}

function nameless({ country, section, tag, meaning }, known) {
  if (section === 'scales' && !SCALE.test(tag)) {
    return `«${tag}» no es un número; se escribe primero el número y después la palabra, como «1000: mil» o «1000 home: luca»`
  }
  if (country !== null && known[section]?.has(tag) === false) {
    return `«${tag}» no es ${section === 'groups' ? 'un grupo' : 'un asunto'}${meant(tag, known[section])}`
  }
  const values = section === 'phrases' ? VALUES[tag] : undefined
  if (values === undefined || values.includes(meaning)) return undefined
  return `«${meaning}» no va debajo de «${tag}». Hay: ${values.join(', ')}`
}

function groupless({ section, text }, groups) {
  if (section !== 'phrases') return undefined
  for (const [, name] of text.matchAll(/<([^<>]*)>/g)) {
    if (name !== OWN_GROUP && !groups.has(name))
      return `«<${name}>» no es un grupo${meant(name, groups)}`
  }
  return undefined
}

/** Names that differ in more letters are others. */
const FAR = 3

/** A name that differs by a slip; none is better than a far one. */
function meant(name, names) {
  let best
  for (const one of names) {
    const steps = distance(name, one)
    if (best === undefined || steps < best.steps) best = { one, steps }
  }
  return best === undefined || best.steps >= FAR
    ? '; los que hay están en los archivos common.yaml'
    : `; ¿quiso decir «${best.one}»?`
}

/** How many letters to change, add or leave out. */
function distance(one, other) {
  let row = [...other, ''].map((_, i) => i)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (const [j, its] of [...other].entries()) {
      next.push(Math.min(next[j] + 1, row[j + 1] + 1, row[j] + (letter === its ? 0 : 1)))
    }
    row = next
  }
  return row.at(-1)
}
