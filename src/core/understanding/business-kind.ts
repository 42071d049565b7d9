import type { Num } from './numbers.js'
import { found, hitBefore, hitsOf, isFree, type Scan, spend } from './scan.js'
import { is } from './token.js'
import type { Found } from './types.js'

/** In so few words, a kind of business alone is all of an answer. */
const FEW = 3

/** What kind of business they have: "tengo una clínica veterinaria", "somos un restaurante", "restaurante". */
export function readSector(scan: Scan): Found<string> | null {
  for (const hit of longest(scan)) {
    const alone = scan.tokens.length <= FEW && hit.from === 0 && hit.to === scan.tokens.length
    if (!alone && hitBefore(scan, 'sector_cue', hit.from) === null) continue
    return found(scan, hit.value, hit.from, hit.to, 0.85)
  }
  return null
}

/** "clínica veterinaria" is no clinic: of what starts at a word the longest counts. */
function longest(scan: Scan) {
  return [...hitsOf(scan, 'sector')].sort((a, b) => a.from - b.from || b.to - a.to)
}

/**
 * How big their business is: "somos 40 empleados", "tenemos 3 locales", "una empresa de 200 personas". Places, and
 * the people of a business as such, are no count of what they want; people who are to wear it may be.
 */
export function readSize(scan: Scan): Found<string> | null {
  for (const num of scan.numbers) {
    const size = sizeAt(scan, num)
    if (size !== null) return size
  }
  return null
}

function sizeAt(scan: Scan, num: Num): Found<string> | null {
  const { tokens, options } = scan
  const noun = tokens[num.to]
  const [staff, branch] = [is(noun, 'workforce'), is(noun, 'branch')]
  const ofBusiness = hitBefore(scan, 'size_cue_business', num.from) !== null
  const people = ofBusiness && is(noun, 'person_word')
  const led = ofBusiness || hitBefore(scan, 'size_cue', num.from) !== null
  if (!led || !(staff || branch || people) || !isCount(scan, num)) return null
  const size = found(scan, '', num.from, num.to + 1, 0.85)
  const asked = options.question === 'quantity' || options.question === 'need'
  // Asked how many, they count what was asked.
  if (!asked && (branch || ofBusiness)) spend(scan, num.from, num.to + 1, 'masked')
  return { ...size, value: size.said.toLowerCase() }
}

function isCount(scan: Scan, num: Num): boolean {
  return isFree(scan, num.from, num.to) && Number.isInteger(num.value) && num.currency === null
}
