import type { Business } from '../business/types.js'
import type { Messages } from '../messages.js'
import { OTHER_WAY, WAYS } from '../origin/ways.js'
import type { Referral } from '../types.js'
import { cardText } from './card-text.js'
import { plain, quoted } from './quoted.js'
import { sourceText } from './source-text.js'

type Props = { readonly business: Business; readonly messages: Messages }

/** How somebody came, in words: the link, the advertisement, or what they said of it; null when nobody knows. */
export function cameBy(source: Referral | null, props: Props): string | null {
  if (source === null) return null
  const { sourceType, sourceId } = source
  const headline = quoted(source.headline ?? '')
  const campaign = props.business.campaigns.find(({ code }) => code === sourceId)
  if (campaign !== undefined) {
    return cardText(props, 'owner.source.campaign', { name: plain(campaign.name) })
  }
  if (sourceType === OTHER_WAY) return cardText(props, 'owner.source.other', { said: headline })
  const way = [...WAYS, ...props.business.origins.options.map(({ id }) => id)].find(
    (each) => each === sourceType && sourceId === null,
  )
  if (way !== undefined) return toldText(way, headline, props)
  if (sourceType === 'post' && headline !== '') {
    return cardText(props, 'owner.source.post', { headline })
  }
  if (headline !== '') return cardText(props, 'owner.source.ad', { headline })
  if (sourceType === 'ad') return cardText(props, 'owner.source.ad_unnamed')
  // Of a list that was imported, as it stands there.
  const isList = sourceType !== null && sourceType !== 'referral' && sourceId === null
  return isList ? plain(sourceType) : cardText(props, 'owner.source.link')
}

/** What they wrote stands beside it where it says more. */
function toldText(way: string, said: string, props: Props): string {
  const name = sourceText(way, props)
  if (said === '' || said.toLowerCase() === name.toLowerCase()) return name
  return cardText(props, 'owner.source.told', { way: name, said })
}
