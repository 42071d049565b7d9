import { withLearned, withLearnedMentions } from '../core/business/learned.js'
import type { Mentions } from '../core/business/mentions.js'
import type { Business } from '../core/business/types.js'
import { listFacts } from '../store/facts.js'
import type { Database } from '../store/sqlite/database.js'
import type { TurnDeps } from './deps.js'

type TaughtBusiness = {
  readonly business: Business
  readonly mentions: (folded: string) => Mentions
}

type Kept = TaughtBusiness & { readonly version: string; readonly file: Business }

/** Built again only when the facts changed: the database says so, so that no undone write stays. */
const kept = new WeakMap<Database, Kept>()

/** The business file together with what owners taught since, which `version` tells apart. */
export function taughtBusiness(
  deps: Pick<TurnDeps, 'db' | 'business' | 'mentions' | 'messages'>,
  version: string,
): TaughtBusiness {
  const { db, business, mentions, messages } = deps
  if (version === '') return { business, mentions }
  const known = kept.get(db)
  if (known !== undefined && known.version === version && known.file === business) return known
  const learned = listFacts(db)
  const built: Kept = {
    business: withLearned(business, learned),
    mentions: withLearnedMentions(mentions, learned, messages),
    version,
    file: business,
  }
  kept.set(db, built)
  return built
}
