/**
 * What is wrong among words that are each well written: the same twice, one that says two things, and
 * one that hides another. Each problem names both places and what to do.
 */

/** Sections whose words mean something by themselves, and what such a word is called. */
const OWN_MEANING = {
  numbers: 'un número',
  scales: 'una palabra de cantidad',
  months: 'un mes',
  weekdays: 'un día de la semana',
}
/** A word of these plays several parts at once. */
const SHARED = ['groups', 'known']

/** `entries` as `compileLexicon` found them, in order. Gives back sentences for the terminal. */
export function checkLexicon(entries) {
  return [...repeated(entries), ...hidden(entries), ...swallowed(entries)]
}

/** A country may say otherwise than all of them do; nobody says the same thing twice, or two at once. */
function repeated(entries) {
  const problems = []
  const seen = new Map()
  for (const entry of entries) {
    const before = seen.get(keyOf(entry, entry.country))
    const common = entry.country === null ? undefined : seen.get(keyOf(entry, null))
    if (before !== undefined) problems.push(twice(entry, before))
    else if (common?.meaning === entry.meaning) {
      problems.push(
        `${at(entry)}: «${entry.text}» ya está en ${at(common)} para todos los países; aquí sobra`,
      )
    }
    seen.set(keyOf(entry, entry.country), before ?? entry)
  }
  return problems
}

function twice(entry, before) {
  return entry.meaning === before.meaning
    ? `${at(entry)}: «${entry.text}» está dos veces (línea ${before.line}); una sobra`
    : `${at(entry)}: «${entry.text}» dice «${nameOf(entry)}» y en la línea ${before.line} dice «${nameOf(before)}»; dejar uno solo`
}

/** What counts as the same word. In `groups` a word may stand once in each. */
function keyOf({ language, section, tag, text }, country) {
  const part = SHARED.includes(section) || section === 'phrases' ? tag : ''
  return JSON.stringify([language, country, section, part, text])
}

function nameOf({ tag, meaning }) {
  return [tag, meaning].filter((word, i, all) => word !== '' && all.indexOf(word) === i).join(' › ')
}

/** A short spelling is replaced before anything is read: what it stood for itself is never seen. */
function hidden(entries) {
  const problems = []
  const aliases = entries.filter(({ section }) => section === 'aliases')
  for (const alias of aliases) {
    const onward = aliases.find((other) => other.text === alias.meaning && hears(alias, other))
    if (alias.text === alias.meaning) {
      problems.push(
        `${at(alias)}: «${alias.text}» es lo mismo sin tilde; las tildes no cuentan y aquí sobra`,
      )
    } else if (onward !== undefined) {
      problems.push(chained(alias, onward))
    }
    const own = entries.find((other) => other.text === alias.text && hides(alias, other))
    if (own !== undefined) {
      problems.push(
        `${at(alias)}: «${alias.text}: ${alias.meaning}» haría que «${own.text}» ya no se entienda como ${OWN_MEANING[own.section]} (${at(own)}); quite una de las dos`,
      )
    }
  }
  return problems
}

/** Where a country's line makes the chain, the line for all countries was right before it came. */
function chained(alias, onward) {
  return alias.country === null && onward.country !== null
    ? `${at(onward)}: «${onward.text}: ${onward.meaning}» cambia también lo que dice «${alias.text}: ${alias.meaning}» (${at(alias)}); quite esta línea`
    : `${at(alias)}: «${alias.text}: ${alias.meaning}» lleva a otra abreviatura (${at(onward)}); escribir «${alias.text}: ${onward.meaning}»`
}

/** Phrases of one word that a scale or a short spelling would take away, and what such a word is called. */
const OWN_PHRASE = { currency: 'una moneda', answer: 'un sí o un no' }
/** People: who decides would no longer be understood. */
const OWN_GROUP = { person: 'una persona', decider: 'quien decide' }

/** "100 home: bolas", where bolas are lempiras: one word would be read as the other, and sums a hundredfold. */
function swallowed(entries) {
  const problems = []
  const others = new Map()
  for (const entry of entries) {
    if (calledOf(entry) === undefined) continue
    others.set(entry.text, [...(others.get(entry.text) ?? []), entry])
  }
  for (const entry of entries) {
    if (entry.section !== 'scales' && entry.section !== 'aliases') continue
    const other = others.get(entry.text)?.find((each) => hears(entry, each))
    if (other === undefined || entry.text.length === 1) continue
    // "nop: no" leads to a word that says the same.
    const same = others.get(entry.meaning)?.some((each) => saysSame(each, other))
    if (entry.section === 'aliases' && same === true) continue
    problems.push(
      `${at(entry)}: «${entry.text}» ya es ${calledOf(other)} (${at(other)}) y dejaría de entenderse así; quite una de las dos`,
    )
  }
  return problems
}

function saysSame(one, other) {
  return one.section === other.section && one.tag === other.tag && one.meaning === other.meaning
}

function calledOf({ section, tag }) {
  if (section === 'phrases') return OWN_PHRASE[tag]
  return section === 'groups' ? OWN_GROUP[tag] : undefined
}

/** A single letter is what stands before it: "25k" is no "que". */
function hides(alias, other) {
  return other.text.length > 1 && other.section in OWN_MEANING && hears(alias, other)
}

/** Whether one country hears both. */
function hears(one, other) {
  if (one.language !== other.language) return false
  return one.country === null || other.country === null || one.country === other.country
}

function at({ path, line }) {
  return `${path}:${line}`
}
