import { found, hitsOf, type Scan } from './scan.js'
import { isMark, type Token } from './token.js'
import type { Found } from './types.js'

/** Numbers that stand side by side, perhaps one number written with spaces or dashes. */
export type Run = {
  readonly from: number
  readonly to: number
  readonly digits: string
  readonly sizes: readonly number[]
  readonly plus: boolean
  readonly dashed: boolean
  readonly separated: boolean
}

/** Whether the digits are a phone or an id rather than a sum. `asked`: a sum was asked for. */
export function looksLikePhone(run: Run, asked: boolean): boolean {
  const { digits, sizes } = run
  if (digits.length < 7) return false
  if (run.plus) return true
  if (sizes.length === 1) {
    if (run.separated) return false
    return !digits.endsWith('000') && digits.length >= (asked ? 9 : 7)
  }
  // "1,500-1,800" are two sums.
  if (run.dashed) return !(run.separated && asked)
  return !(isGroupedNumber(run) && digits.endsWith('000'))
}

function isGroupedNumber({ sizes }: Run): boolean {
  return (sizes[0] ?? 0) <= 3 && sizes.slice(1).every((size) => size === 3)
}

/** The phone number of a message as typed, digits and a leading plus only. */
export function readPhone(scan: Scan): Found<string> | null {
  const { tokens, uses } = scan
  for (let i = 0; i < tokens.length; i += 1) {
    if (tokens[i]?.kind !== 'number' || uses[i] !== 'masked') continue
    const plus = isMark(tokens[i - 1], '+')
    let digits = ''
    let to = i
    for (let at = i; at < tokens.length; at += 1) {
      const token = tokens[at]
      if (token?.kind === 'number') {
        digits += token.text
        to = at + 1
      } else if (!isMark(token, '-().')) break
    }
    const cued = hitsOf(scan, 'phone_cue').some((hit) => hit.to <= i && i - hit.to <= 4)
    if (
      digits.length > 7 &&
      digits.length < 16 &&
      !digits.includes(',') &&
      (cued || plus || digits.length > 8)
    ) {
      if (!idCued(scan, i)) {
        const from = plus ? i - 1 : i
        return found(
          scan,
          (plus ? '+' : '') + digits.replaceAll('.', ''),
          from,
          to,
          cued || plus ? 0.95 : 0.7,
        )
      }
    }
    i = Math.max(i, to - 1)
  }
  return null
}

function idCued(scan: Scan, at: number): boolean {
  const phones = hitsOf(scan, 'phone_cue')
  return hitsOf(scan, 'masks').some((hit) => {
    const close = hit.to <= at && at - hit.to <= 4
    return close && !phones.some((phone) => phone.from <= hit.from && hit.to <= phone.to)
  })
}

/** The e-mail address of a message: marks and words glued around an at sign. */
export function readEmail(scan: Scan): Found<string> | null {
  const { tokens } = scan
  const at = tokens.findIndex((token) => isMark(token, '@'))
  if (at < 1 || !tokens[at]?.glued) return null
  let from = at
  while (from > 0 && tokens[from]?.glued && isAddressPart(scan, from - 1)) from -= 1
  let to = at + 1
  while (to < tokens.length && tokens[to]?.glued && isAddressPart(scan, to)) to += 1
  while (isMark(tokens[to - 1], '.-_')) to -= 1
  const email = found(scan, '', from, to, 0.98)
  const host = email.said.slice(email.said.indexOf('@') + 1)
  if (from === at || !host.includes('.')) return null
  return { ...email, value: email.said.toLowerCase() }
}

function isAddressPart(scan: Scan, at: number): boolean {
  const token = scan.tokens[at]
  return token !== undefined && (token.kind !== 'mark' || isMark(token, '.-_+'))
}

/** The digits from a token on that are written as one. */
export function readRun(tokens: readonly Token[], from: number): Run {
  const plus = isMark(tokens[from - 1], '+')
  let digits = ''
  let dashed = false
  let i = from
  const sizes: number[] = []
  while (i < tokens.length) {
    const token = tokens[i]
    if (token?.kind === 'number') {
      digits += token.text.replace(/[.,']/g, '')
      sizes.push(token.text.length)
      i += 1
    } else if (isMark(token, '-()') && tokens[i + 1]?.kind === 'number' && token?.glued) {
      dashed = true
      i += 1
    } else break
  }
  const separated = tokens[from]?.text.includes('.') || tokens[from]?.text.includes(',') || false
  if (isDateShape(sizes)) digits = ''
  return { from, to: i, digits, sizes, plus, dashed, separated }
}

/** "2026-04-15", "15-04-2026" */
function isDateShape(sizes: readonly number[]): boolean {
  const [first, second, third] = sizes
  if (sizes.length !== 3 || (second ?? 9) > 2) return false
  return (first === 4 && (third ?? 9) <= 2) || (third === 4 && (first ?? 9) <= 2)
}
