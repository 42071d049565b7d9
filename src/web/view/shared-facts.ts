import { mapsLink, type Shared } from '../../core/conversation/shared.js'
import { message } from '../../core/messages.js'
import { sizeText } from '../../core/size-text.js'
import type { Insight } from '../deps.js'
import type { FactView } from './facts-view.js'
import { phoneText } from './phone-text.js'
import type { Wall } from './when.js'

const SHOWN = 4

/** Contacts, places and documents that they sent, the newest last: what can be opened leads there. */
export function sharedFacts({ state }: Insight, wall: Wall): readonly FactView[] {
  return (state.inquiry?.shared ?? []).slice(-SHOWN).map((shared) => ({
    slots: [],
    ...lineOf(shared, wall),
    status: 'known',
    points: null,
    proofs: [],
    why: '',
  }))
}

function lineOf(shared: Shared, { messages }: Wall): Pick<FactView, 'label' | 'value' | 'href'> {
  switch (shared.kind) {
    case 'contact': {
      const digits = shared.phone.replace(/\D/g, '')
      return {
        label: message(messages, 'web.shared.contact'),
        value: [shared.name, phoneText(shared.phone)].filter((part) => part !== '').join(' · '),
        href: digits === '' ? null : `https://wa.me/${digits}`,
      }
    }
    case 'location':
      return {
        label: message(messages, 'web.shared.location'),
        value: shared.name ?? `${shared.latitude}, ${shared.longitude}`,
        href: mapsLink(shared),
      }
    case 'document':
      return {
        label: message(messages, 'web.shared.document'),
        value: [shared.name, ...(shared.bytes === null ? [] : [sizeText(shared.bytes)])].join(
          ' · ',
        ),
        href: null,
      }
  }
}
