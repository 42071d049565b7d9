import type { Business } from '../business/types.js'
import { DIRECT, META, REFERRED } from '../funnel/source-name.js'
import { type Messages, message } from '../messages.js'
import { OTHER_WAY } from '../origin/ways.js'

const KEYS: { readonly [source: string]: string } = {
  [DIRECT]: 'owner.figures.source_direct',
  [REFERRED]: 'owner.figures.source_referred',
  [META]: 'owner.figures.source_meta',
  [OTHER_WAY]: 'owner.figures.source_other',
  instagram: 'owner.figures.source_instagram',
  facebook: 'owner.figures.source_facebook',
  tiktok: 'owner.figures.source_tiktok',
  google: 'owner.figures.source_google',
  web: 'owner.figures.source_web',
  publicity: 'owner.figures.source_publicity',
  friend: 'owner.figures.source_friend',
  street: 'owner.figures.source_street',
  flyer: 'owner.figures.source_flyer',
  press: 'owner.figures.source_press',
  event: 'owner.figures.source_event',
  before: 'owner.figures.source_before',
}

type Known = {
  readonly business: Pick<Business, 'campaigns' | 'origins'>
  readonly messages: Messages
}

/** Where people came from, or what money was spent on, as it is said. */
export function sourceText(source: string, { business, messages }: Known): string {
  const own = business.origins.options.find(({ id }) => id === source)?.label
  const campaign = business.campaigns.find((each) => each.source === source)?.name
  const key = KEYS[source]
  return own ?? campaign ?? (key === undefined ? source : message(messages, key))
}
