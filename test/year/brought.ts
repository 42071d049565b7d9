import { type Check, check, checkWord } from './check.js'
import { deedsOf, isSale } from './count.js'
import type { Story } from './play.js'
import { REWARD } from './words.js'

const MOST_LISTED = 10

/** `referidos`: everybody who was sent, how far each has come, and what is owed for it. */
export function broughtOf(story: Story, text: string): readonly Check[] {
  const links = linksOf(story)
  if (links.length === 0) return []
  const bought = links.filter(({ status }) => status === 'ya compró').length
  const known = new Set(links.map((link) => `${link.by} > ${link.friend} > ${link.status}`))
  const lines = text.split('\n').flatMap((line) => {
    const [, by, friend, status] =
      /^\*(\S+).*\* trajo a (\S+).*?: ([^·]+?)(?: ·.*)?$/.exec(line) ?? []
    return by === undefined ? [] : [`${by} > ${friend} > ${status}`]
  })
  const owed = story.heard.filter(({ to, text: line }) => to === story.owner && REWARD.test(line))
  const given = story.deeds.filter(({ kind }) => kind === 'benefit')
  const told = text.replace('una persona', '1 personas').replace('una ya', '1 ya')
  return [
    check('brought', told, '\\*: (#) personas?,', links.length),
    bought === 0
      ? checkWord('brought who bought', told, '(nadie ha comprado)', 'nadie ha comprado')
      : check('brought who bought', told, ', (#) ya', bought),
    { name: 'brought, listed', told: lines.length, counted: Math.min(MOST_LISTED, links.length) },
    ...(links.length > MOST_LISTED
      ? [
          check(
            'brought, left off',
            told.replace('una más', '1 más'),
            'y (#) más',
            links.length - MOST_LISTED,
          ),
        ]
      : []),
    ...lines.map((line, at) => ({
      name: `brought, line ${at + 1}`,
      told: line,
      counted: known.has(line) ? line : 'nobody of the town',
    })),
    {
      name: 'benefits to hand over',
      told: text.split('\n').filter((line) => line.includes('*beneficio por entregar*')).length,
      counted: Math.min(MOST_LISTED, owed.length - given.length),
    },
  ]
}

type Link = { readonly by: string; readonly friend: string; readonly status: string }

/** Whoever was given as a contact or came with a code, once each; by first names. */
function linksOf(story: Story): readonly Link[] {
  const friends = new Map<string, string>()
  for (const { kind, who, about } of story.deeds) {
    if (kind === 'gave' && !friends.has(about)) friends.set(about, who)
    if (kind === 'was sent' && !friends.has(who)) friends.set(who, about)
  }
  return [...friends].map(([phone, referrer]) => {
    const own = deedsOf(story, phone)
    const wrote = own.some(({ kind }) => kind === 'wrote')
    const status = own.some(isSale)
      ? 'ya compró'
      : wrote
        ? 'ya es lead'
        : 'dio su contacto, aún no escribe'
    return { by: firstName(story, referrer), friend: firstName(story, phone), status }
  })
}

/** Who never wrote is called as the contact that was sent. */
function firstName({ people, deeds }: Story, phone: string): string {
  const person =
    people.find((each) => each.phone === phone)?.name ??
    people.find(({ phone: other }) =>
      deeds.some(({ kind, who, about }) => kind === 'gave' && who === other && about === phone),
    )?.brings
  return person?.split(' ')[0] ?? ''
}

/** What the owner is told when they say what they spent. */
export function spendOf(story: Story): readonly Check[] {
  return story.deeds
    .filter(({ kind }) => kind === 'spent')
    .flatMap((deed, at) => {
      const [amount = '', source = ''] = deed.about.split(' ')
      const line = story.heard.slice(deed.heard).find(({ to }) => to === story.owner)?.text ?? ''
      const shown = source === 'meta' ? 'Meta' : source
      return [
        check(`spend ${at + 1}`, line, '^Anotado: (#) en', Number(amount)),
        checkWord(`spend ${at + 1}, on what`, line, '^Anotado: # en (\\S+), hoy\\.', shown),
      ]
    })
}
