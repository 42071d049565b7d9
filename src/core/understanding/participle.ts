/** "dañao", "arreglaos": how participles are said, and written, along the Caribbean and in Chile. */
export function participle(text: string): string | null {
  if (text.length < 5) return null
  if (text.endsWith('ao')) return `${text.slice(0, -1)}do`
  return text.endsWith('aos') ? `${text.slice(0, -2)}dos` : null
}
