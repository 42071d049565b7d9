import type { Content, Iso } from '../types.js'
import { type Draft, flowOf, patchInquiry } from './draft.js'
import type { Heard } from './heard.js'
import { noteSlot, slotOf } from './note-slot.js'
import type { Part } from './types.js'

/** Something they sent that whoever writes to them needs at hand. */
export type Shared =
  | { readonly kind: 'contact'; readonly name: string; readonly phone: string; readonly at: Iso }
  | {
      readonly kind: 'location'
      readonly name: string | null
      readonly latitude: number
      readonly longitude: number
      readonly at: Iso
    }
  | {
      readonly kind: 'document'
      readonly name: string
      readonly bytes: number | null
      readonly at: Iso
    }

/** Of an inquiry the newest are kept at hand; the chat has all of them. */
const MOST_KEPT = 12

/**
 * Keeps contacts, places and documents with what they want, whoever talks to them. A place is the answer
 * where the talk asks for one.
 */
export function keepShared(draft: Draft, heard: Heard, parts: readonly Part[]): void {
  const shared = parts.flatMap(({ content, at }) => sharedIn(content, at))
  if (shared.length === 0 || draft.inquiry === null) return
  const before = draft.inquiry.shared.filter((old) => !shared.some((each) => isSame(old, each)))
  patchInquiry(draft, { shared: [...before, ...shared].slice(-MOST_KEPT) })
  const place = shared.findLast((each) => each.kind === 'location')
  if (place?.kind !== 'location' || slotOf(draft, 'place') !== undefined) return
  if (!wantsPlace(draft, heard)) return
  const said = mapsLink(place)
  noteSlot(draft, heard, 'place', place.name ?? said, { said, confidence: 1 })
}

/** Sent again, it is still one thing. */
function isSame(a: Shared, b: Shared): boolean {
  return JSON.stringify({ ...a, at: null }) === JSON.stringify({ ...b, at: null })
}

export function sharedIn(content: Content, at: Iso): readonly Shared[] {
  switch (content.kind) {
    case 'contact':
      return [{ kind: 'contact', name: content.name, phone: content.phone, at }]
    case 'location': {
      const { name, latitude, longitude } = content
      return [{ kind: 'location', name, latitude, longitude, at }]
    }
    case 'document':
      return [{ kind: 'document', name: content.name, bytes: content.bytes, at }]
    default:
      return []
  }
}

/** Opens the place in whatever shows maps on that phone. */
export function mapsLink(place: { readonly latitude: number; readonly longitude: number }): string {
  return `https://maps.google.com/?q=${place.latitude},${place.longitude}`
}

/** Somewhere in the talk, or in the sequence that asks just now, it is asked for. */
function wantsPlace(draft: Draft, { asked }: Heard): boolean {
  const steps = [...Object.values(flowOf(draft).steps), ...(asked === null ? [] : [asked.step])]
  return steps.some((step) => step.kind === 'ask' && step.slots.includes('place'))
}
