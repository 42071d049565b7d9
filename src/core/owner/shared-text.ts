import type { Business } from '../business/types.js'
import { mapsLink, type Shared } from '../conversation/shared.js'
import type { Messages } from '../messages.js'
import { sizeText } from '../size-text.js'
import { cardText } from './card-text.js'
import { plain } from './quoted.js'

type Props = { readonly business: Business; readonly messages: Messages }

/** What somebody sent, one line each: a number and a place that can be tapped, a file and its size. */
export function sharedLines(shared: readonly Shared[], props: Props): readonly string[] {
  return shared.map((each) => sharedLine(each, props))
}

function sharedLine(shared: Shared, props: Props): string {
  switch (shared.kind) {
    case 'contact':
      return contactLine(shared, props)
    case 'location': {
      const link = mapsLink(shared)
      return shared.name === null
        ? cardText(props, 'owner.shared.location', { link })
        : cardText(props, 'owner.shared.location_named', { name: plain(shared.name), link })
    }
    case 'document': {
      const name = plain(shared.name) || cardText(props, 'owner.shared.nameless')
      return shared.bytes === null
        ? cardText(props, 'owner.shared.document', { name })
        : cardText(props, 'owner.shared.document_of', { name, size: sizeText(shared.bytes) })
    }
  }
}

function contactLine({ name, phone }: Extract<Shared, { kind: 'contact' }>, props: Props): string {
  const digits = phone.replace(/\D/g, '')
  const shown = plain(name) || cardText(props, 'owner.nameless')
  if (digits === '') return cardText(props, 'owner.shared.contact_alone', { name: shown })
  return cardText(props, 'owner.shared.contact', { name: shown, phone: plain(phone), digits })
}
