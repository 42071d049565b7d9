import { readAppointment } from './appointment.js'
import { readAuthority } from './authority.js'
import { readBudget } from './budget.js'
import { readSector, readSize } from './business-kind.js'
import { readCues } from './cues.js'
import { readDetails } from './details.js'
import { readIntents } from './intent.js'
import { readLanguage } from './language.js'
import { type Lexicon, vocabularyOf } from './lexicon.js'
import { maskNumbers } from './mask.js'
import { readName } from './name.js'
import { readOrganization, readPlace } from './organization.js'
import { readEmail, readPhone } from './phone.js'
import { maskPlaceNames } from './place-name.js'
import { readQuantities } from './quantity.js'
import { anew, createScan, type Scan } from './scan.js'
import { readScore } from './score-answer.js'
import type { Found, Reader, Reading, ReadOptions } from './types.js'
import { readUrgency } from './urgency.js'
import { readYesNo } from './yes-no.js'

/** Characters that are read; the rest of a longer message is kept but not looked at. */
export const READ_LIMIT = 2000

/** Builds the reader: text in, everything that could be read out. Pure, and linear in the text. */
export function createReader(lexicon: Lexicon): Reader {
  let last: Scan | null = null
  return (text, options) => {
    const head = readable(text)
    const vocabulary = vocabularyOf(lexicon, options.country)
    // The same message is often read once more, as the answer to another question.
    const again = last?.text === head && last.vocabulary === vocabulary
    last = again && last !== null ? anew(last, options) : createScan(head, vocabulary, options)
    const told = readLanguage(last)
    const language = told?.value ?? options.language ?? 'es'
    const only = lexicon.languages[language]?.only
    if (only === undefined || only.includes(options.country))
      return whole(readScan(last, told), text)
    const wider = vocabularyOf(lexicon, options.country, language)
    return whole(readScan(createScan(head, wider, options)), text)
  }
}

/** With all of its text, though only the beginning was looked at. */
function whole(reading: Reading, text: string): Reading {
  return reading.text === text ? reading : { ...reading, text }
}

/** The beginning of a text that is looked at, never cut between the halves of one character. */
export function readable(text: string): string {
  if (text.length <= READ_LIMIT) return text
  const last = text.charCodeAt(READ_LIMIT - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? READ_LIMIT - 1 : READ_LIMIT)
}

/** Reads a message that was cut up and of which nothing is spent yet; it is spent afterwards. */
export function readScan(scan: Scan, language = readLanguage(scan)): Reading {
  const email = readEmail(scan)
  if (email !== null) maskSpan(scan, email)
  maskNumbers(scan)
  maskPlaceNames(scan)
  const phone = readPhone(scan)
  const nps = readScore(scan)
  const intents = readIntents(scan)
  const name = readName(scan)
  // "Soy Abril": a name is no date.
  if (name !== null) maskSpan(scan, name)
  const appointment = readAppointment(scan, intents)
  const urgency = readUrgency(scan, intents)
  const budget = scan.options.question === 'nps' && nps !== null ? null : readBudget(scan)
  const size = readSize(scan)
  const organization = readOrganization(scan, name)
  // "a nombre de Hospedaje Los Portales SAC" names no person.
  const isCompany =
    name !== null &&
    organization !== null &&
    name.span[0] >= organization.span[0] &&
    name.span[1] <= organization.span[1]
  const quantities = scan.options.question === 'nps' ? [] : readQuantities(scan)
  return {
    text: scan.text,
    language,
    budget,
    urgency,
    appointment,
    authority: readAuthority(scan),
    yes: readYesNo(scan),
    nps,
    name: isCompany ? null : name,
    organization,
    sector: readSector(scan),
    size,
    place: readPlace(scan),
    email,
    phone,
    quantities,
    details: readDetails(scan, [name, organization]),
    intent: intents[0] ?? 'none',
    intents,
    cues: readCues(scan),
  }
}

function maskSpan(scan: Scan, { span }: Found<string>): void {
  scan.tokens.forEach((token, i) => {
    if (token.start >= span[0] && token.end <= span[1]) scan.uses[i] = 'masked'
  })
}

export type { Reader, Reading, ReadOptions }
