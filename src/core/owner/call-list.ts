import { type Account, callList, daysSince } from '../aftersale/call-list.js'
import { lastTold } from '../aftersale/last-told.js'
import { quiet } from './answer.js'
import { cardText } from './card-text.js'
import { displayName, shortName } from './find-lead.js'
import type { People } from './people.js'
import { plain, quoted } from './quoted.js'
import type { TodayWords } from './today.js'
import type { Obeyed, OpenLead, StaffState, World } from './types.js'
import { reply, say } from './wording.js'

export type ListedCall = { readonly account: Account; readonly lead: OpenLead }

/** `porque sí`: whom to call without a reason; a number answers with that one's card. */
export function listCalls(staff: StaffState, world: World): Obeyed {
  const { me, now, business } = world
  const phone = business.staff.find(({ name }) => name === me.name)?.phone
  const mine = world.people
    .keyAccounts()
    .filter(({ manager }) => me.role === 'owner' || (manager !== null && manager === phone))
  const listed = listedCalls(callList(mine, now, business), world.people)
  if (listed.length === 0) {
    return {
      ...quiet({ ...staff, pending: null }),
      replies: [reply(say(world, 'owner.calls.none'))],
    }
  }
  const candidates = listed.map(({ lead }) => lead.id)
  const command = { kind: 'lead', name: null } as const
  return {
    ...quiet({ ...staff, pending: { kind: 'which', command, candidates } }),
    replies: [reply(callListText(listed, 'owner.calls.title', world))],
  }
}

export function listedCalls(
  accounts: readonly Account[],
  people: Pick<People, 'byId'>,
): readonly ListedCall[] {
  return accounts.flatMap((account) => {
    const lead = people.byId(account.id)
    return lead === null ? [] : [{ account, lead }]
  })
}

/** The list as one message: since when nobody called, what they told last, and that nothing is sold. */
export function callListText(
  listed: readonly ListedCall[],
  title: 'owner.calls.title' | 'owner.calls.title_week',
  words: TodayWords,
): string {
  const short = listed.map(({ lead }) => shortName(lead, words.messages))[0] ?? ''
  return [
    cardText(words, title),
    ...listed.map((each, at) => lineText(each, at + 1, words)),
    cardText(words, 'owner.calls.no_sale'),
    cardText(words, 'owner.calls.foot', { short }),
  ].join('\n')
}

function lineText({ account, lead }: ListedCall, n: number, words: TodayWords): string {
  const name = plain(displayName(lead, words.messages))
  const phone = lead.phone ?? cardText(words, 'owner.card.hidden_short')
  const told = lastTold(account.notes, words.messages)
  const line = cardText(words, 'owner.calls.line', {
    n,
    name,
    phone,
    since: sinceText(account, words),
  })
  return told === null
    ? line
    : `${line} ${cardText(words, 'owner.calls.told', { text: quoted(told) })}`
}

function sinceText({ touchedAt, firstSaleAt }: Account, words: TodayWords): string {
  const { timeZone } = words.business
  if (touchedAt !== null) {
    return cardText(words, 'owner.calls.since', { n: daysSince(touchedAt, words.now, timeZone) })
  }
  if (firstSaleAt === null) return cardText(words, 'owner.calls.never')
  const n = daysSince(firstSaleAt, words.now, timeZone)
  return cardText(words, 'owner.calls.never_since', { n })
}
