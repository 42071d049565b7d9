/** Longest quotation on a card, its ellipsis included. */
const LONGEST = 80

/** Marks of WhatsApp's formatting, each with a look-alike that formats nothing. */
const LOOK_ALIKES: { readonly [mark: string]: string } = {
  '*': '∗',
  _: '＿',
  '~': '∼',
  '`': 'ˋ',
}

/** Somebody else's words made safe to stand inside our formatting, on one line. */
export function plain(text: string): string {
  const defused = text.replace(/[*_~`]/g, (mark) => LOOK_ALIKES[mark] ?? '')
  return defused.replace(/\s+/g, ' ').trim()
}

/** The same, cut at eighty characters. */
export function quoted(text: string): string {
  const letters = Array.from(plain(text))
  if (letters.length <= LONGEST) return letters.join('')
  return `${letters
    .slice(0, LONGEST - 1)
    .join('')
    .trimEnd()}…`
}
