import { fold } from '../understanding/normalise.js'

/** The last word of a text before a place in it, folded; empty at its beginning. */
export function wordBefore(text: string, at: number): string {
  return fold(text.slice(0, at)).trim().split(/\s+/).at(-1) ?? ''
}
