/** Country codes of one and two digits; all others have three. */
const CODE = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d{4,})$/

/** Tied together, so that a number never breaks at the end of a line. */
const TIE = '\u00a0'

/** "+57 310 555 0101": a number as people write it down; anything else as it is. */
export function phoneText(phone: string): string {
  const [, code, rest] = CODE.exec(phone) ?? []
  if (code === undefined || rest === undefined) return phone
  return [`+${code}`, ...groupsOf(rest)].join(TIE)
}

/** "··· 0101": enough to tell one number from another where there is little room. */
export function phoneEnd(phone: string): string {
  return `···${TIE}${phone.slice(-4)}`
}

/** By three, and what is left over in one of four or two of four. */
function groupsOf(digits: string): readonly string[] {
  if (digits.length <= 4) return [digits]
  if (digits.length === 8) return [digits.slice(0, 4), digits.slice(4)]
  const rest = digits.length % 3 === 0 ? digits.length - 3 : digits.length - 4
  return [...groupsOfThree(digits.slice(0, rest)), digits.slice(rest)]
}

function groupsOfThree(digits: string): readonly string[] {
  return digits.match(/\d{1,3}/g) ?? []
}
