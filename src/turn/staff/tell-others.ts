import type { Obeyed } from '../../core/owner/types.js'
import type { ContactId, Iso } from '../../core/types.js'
import type { ChatKey } from '../../store/chat-key.js'
import type { TurnDeps } from '../deps.js'
import { colleagues } from './colleagues.js'
import { tellText } from './notify.js'

type Telling = { readonly deps: TurnDeps; readonly key: ChatKey; readonly now: Iso }

/** Tells colleagues what became of a contact, so that they can take it back from there. */
export function tellOthers(
  work: Telling,
  news: Obeyed['news'],
  word: number | null,
): readonly ChatKey[] {
  const told = new Set<ContactId>()
  return news.flatMap(({ about, text, to }) =>
    colleagues(work, about, to)
      .filter(({ contactId }) => !told.has(contactId))
      .map((colleague) => {
        told.add(colleague.contactId)
        const notice = { kind: 'colleague', text, word } as const
        tellText(work.deps, colleague, { about, notice }, text, work.now)
        return { contactId: colleague.contactId, lineId: colleague.lineId }
      }),
  )
}
