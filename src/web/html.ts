/** Markup that is safe to send. Only `html` makes it. */
export type Html = { readonly markup: string }
type Piece = string | number | Html | null | false | readonly Piece[]

/**
 * A template whose values are escaped unless they are `Html` themselves, for text and for
 * attributes in double quotes. Null and false leave nothing behind, lists are joined.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Piece[]): Html {
  const markup = parts.reduce((before, part, at) => before + render(values[at - 1] ?? null) + part)
  return { markup }
}

function render(value: Piece): string {
  if (value === null || value === false) return ''
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  if (isList(value)) return value.map(render).join('')
  return value.markup
}

// `Array.isArray` alone does not narrow a readonly list.
function isList(value: Html | readonly Piece[]): value is readonly Piece[] {
  return Array.isArray(value)
}

const ENTITIES: { readonly [char: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char)
}
