import type { Campaign } from '../business/origin-rules.js'
import { campaignLink, prefilled } from '../origin/campaign-link.js'
import { answer } from './answer.js'
import { wordsOf } from './command-words.js'
import { oneLetterAway } from './one-letter-away.js'
import type { Obeyed, StaffState, World } from './types.js'
import { say } from './wording.js'

/** `enlace feria`: the link of that campaign with the text it writes; `enlace` alone: all of them. */
export function showLinks(name: string | null, staff: StaffState, world: World): Obeyed {
  const { campaigns } = world.business
  if (campaigns.length === 0) return answer(staff, say(world, 'owner.campaign.none'))
  const wanted = name === null ? [] : wordsOf(name).map(({ text }) => text)
  const meant = wanted.length === 0 ? campaigns : campaigns.filter((each) => fits(each, wanted))
  const shown = meant.length === 0 ? campaigns : meant
  const lines = shown.map((campaign) => linkText(campaign, world))
  const unknown =
    meant.length === 0 ? [say(world, 'owner.campaign.unknown', { name: name ?? '' })] : []
  return answer(staff, [...unknown, ...lines, say(world, 'owner.campaign.foot')].join('\n'))
}

function linkText(campaign: Campaign, world: World): string {
  const link = campaignLink(campaign, world.business, world.messages)
  const { name } = campaign
  if (link === null) return say(world, 'owner.campaign.no_phone', { name })
  const text = prefilled(campaign, world.messages)
  return say(world, 'owner.campaign.link', { name, link, text })
}

function fits({ code, name }: Campaign, wanted: readonly string[]): boolean {
  const known = wordsOf(`${code} ${name}`).map(({ text }) => text)
  return wanted.every((word) =>
    known.some((each) => each === word || (each.length > 4 && oneLetterAway(each, word))),
  )
}
