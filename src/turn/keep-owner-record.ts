import type { Effect } from '../core/conversation/effects.js'
import { type ContactId, type Iso, unreachable } from '../core/types.js'
import { addNote, voidNote } from '../store/notes.js'
import { addQuote, markQuoteSent, voidQuote } from '../store/quotes.js'
import { addSale, voidSale } from '../store/sales.js'
import { addTouch, voidTouch } from '../store/touches.js'
import type { TurnDeps } from './deps.js'

type Work = { readonly deps: TurnDeps; readonly contactId: ContactId; readonly now: Iso }

type Kept = Extract<
  Effect,
  {
    kind:
      | 'sale'
      | 'void_sale'
      | 'quote'
      | 'quote_sent'
      | 'void_quote'
      | 'note'
      | 'void_note'
      | 'touch'
      | 'void_touch'
  }
>

/** What owners write down about a contact: sales, quotes, notes and calls. */
export function keepOwnerRecord({ deps, contactId, now: at }: Work, effect: Kept): void {
  const { db, business } = deps
  switch (effect.kind) {
    case 'sale': {
      const { id, amount, discount, product, inquiry: inquiryId } = effect
      const { currency } = business
      const sold = { amount, currency, discount, product }
      return addSale(db, { id, contactId, inquiryId, ...sold, at: effect.at ?? at })
    }
    case 'void_sale':
      return voidSale(db, effect.id, at)
    case 'quote': {
      const { id: ref, amount, discount, inquiry: inquiryId } = effect
      const { currency } = business
      return addQuote(db, { ref, contactId, inquiryId, amount, currency, discount, at })
    }
    case 'quote_sent':
      return markQuoteSent(db, effect.id, contactId, at)
    case 'void_quote':
      return voidQuote(db, effect.id, contactId, at)
    case 'note':
      return addNote(db, { ref: effect.id, contactId, by: effect.by, text: effect.text, at })
    case 'void_note':
      return voidNote(db, effect.id, contactId, at)
    case 'touch': {
      const { id: ref, note, by } = effect
      return addTouch(db, { ref, contactId, by: by.id, byName: by.name, note, at })
    }
    case 'void_touch':
      return voidTouch(db, effect.id, contactId, at)
    default:
      return unreachable(effect)
  }
}
