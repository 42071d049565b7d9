import { queryPhone, queryText } from './query.js'
import type { Wanted } from './view/simulator-view.js'

/** Whose chats the page shows, as its address says: the same for the page and for what it fetches. */
export function wantedBy(query: { readonly [name: string]: unknown }): Wanted {
  return {
    phone: queryPhone(query.phone),
    staff: queryPhone(query.staff),
    draft: queryText(query.name),
  }
}
