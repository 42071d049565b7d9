import { daysLater, wallTime } from './calendar.js'
import { friendOf, type Person } from './people.js'
import { type Deed, type Life, later, note, type Stage, says, soon } from './stage.js'
import { CODE, HEARS } from './words.js'

const MONTHS = [
  ...['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio'],
  ...['agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
]

/** Somebody writes for the first time; `opening` is what they were given to say. */
export async function begin(stage: Stage, person: Person, opening = ''): Promise<void> {
  const life: Life = {
    ...{ person, card: null, sold: 0, left: false, ticket: null, refused: false, code: null },
  }
  stage.lives.set(person.phone, life)
  const { name, source } = person
  const referral = source === null ? undefined : cameBy(source)
  const say = (text: string) => says(stage, person.phone, { text, name, referral })
  switch (person.plan) {
    case 'buys':
    case 'is quoted':
      note(stage, 'ordered', person.phone)
      await say(`${opening}${orderText(stage, person)}`)
      return
    case 'meets':
      note(stage, 'ordered', person.phone)
      note(stage, 'asked to meet', person.phone)
      await say(`${orderText(stage, person)}, ¿podemos agendar una cita?`)
      return
    case 'asks':
      await say('buenas, ¿cuánto valen 20 camisetas polo?')
      return
    case 'greets':
      await say('hola')
      return
    case 'is poor':
      await say('necesito 15 camisetas polo y tengo 200 mil')
      return
    case 'comes later':
      await say('hola, quiero 30 delantales')
      await says(stage, person.phone, { text: `escríbame en ${monthIn(stage, 2)}` })
      return
    case 'leaves':
      await say('¿hacen delantales?')
      await says(stage, person.phone, { text: 'no me escriban más' })
      leave(stage, life)
  }
}

function cameBy(source: NonNullable<Person['source']>): object {
  const sourceType = source === 'meta' ? 'ad' : source
  return { sourceType, sourceId: source, clickId: null, headline: 'Uniformes para su equipo' }
}

/** Every fifth order is small, and by whoever does not say who decides: fewer points, and still worth a call. */
function orderText({ place, town }: Stage, { name, organization, phone }: Person): string {
  const due = daysLater(wallTime(place, town.now()).date, 20)
  const day = `${Number(due.slice(8))} de ${MONTHS[Number(due.slice(5, 7)) - 1]}`
  const who = organization === null ? '' : `, del ${organization}`
  const [count, decides] = isSmall(phone) ? [8, ''] : [20, ', yo decido']
  return `soy ${name.split(' ')[0]}${who}, necesito ${count} camisetas polo para el ${day}, tengo como un millón${decides}`
}

function isSmall(phone: string): boolean {
  return Number(phone.slice(-2)) % 5 === 3
}

function monthIn({ place, town }: Stage, months: number): string {
  const now = Number(wallTime(place, town.now()).date.slice(5, 7))
  return MONTHS[(now - 1 + months) % 12] ?? ''
}

function leave(stage: Stage, life: Life): void {
  life.left = true
  const { phone } = life.person
  note(stage, 'left', phone)
  // Nobody may ask them any more whether what the owner mended is mended.
  const matter = stage.deeds.findLast(({ who, kind }) => who === phone && MATTERS.includes(kind))
  if (matter?.kind === 'mended') note(stage, 'settled', phone)
}

const MATTERS: readonly Deed['kind'][] = ['complained', 'mended', 'settled']

/** What comes after a sale by itself: a complaint, a second order, a farewell. */
export function liveOn(stage: Stage, life: Life): void {
  const { person } = life
  const { complainsAfter, returnsAfter, leavesAfter, phones } = person
  if (complainsAfter !== null && life.sold === 1) {
    later(stage, complainsAfter, async () => {
      if (life.left) return
      note(stage, 'complained', person.phone)
      await says(stage, person.phone, { text: 'el bordado se está soltando, quedó muy mal hecho' })
    })
  }
  if (returnsAfter !== null && life.sold === 1 && !phones) {
    later(stage, returnsAfter, async () => {
      if (life.left) return
      life.card = null
      note(stage, 'ordered', person.phone)
      await says(stage, person.phone, { text: orderText(stage, person) })
    })
  }
  if (leavesAfter !== null && life.sold === 1) {
    later(stage, leavesAfter, async () => {
      leave(stage, life)
      await says(stage, person.phone, { text: 'por favor no me escriban más' })
    })
  }
}

/** Somebody hears what they did not ask for, and answers as they are. */
export function react(stage: Stage, life: Life, text: string): void {
  const code = CODE.exec(text)?.[1]
  if (code !== undefined) life.code = code
  if (life.left || life.sold === 0) return
  const reply = replyTo(stage, life, text)
  if (reply !== null) soon(stage, reply)
}

type Reply = () => Promise<void>

function replyTo(stage: Stage, life: Life, text: string): Reply | null {
  const { person } = life
  const { mood, phone, brings } = person
  const say = async (words: string): Promise<void> => {
    await says(stage, phone, { text: words })
  }
  if (HEARS.solved.test(text)) return () => confirm(stage, life)
  if (mood === 'silent') return null
  if (HEARS.contact.test(text)) return brings === null ? null : () => give(stage, person, brings)
  if (HEARS.score.test(text)) {
    return async () => {
      const score = mood === 'happy' ? 10 : mood === 'fine' ? 8 : 3
      note(stage, mood === 'happy' ? 'liked' : mood === 'fine' ? 'shrugged' : 'disliked', phone)
      note(stage, 'scored', phone, String(score))
      await say(mood === 'happy' ? 'un 10' : String(score))
    }
  }
  if (HEARS.checkIn.test(text)) {
    return async () => {
      note(stage, mood === 'cross' ? 'disliked' : 'liked', phone)
      if (mood === 'cross') note(stage, 'complained', phone)
      await say(mood === 'cross' ? 'pues 3 venían con el logo torcido' : 'sí, todo bien')
    }
  }
  if (HEARS.expectation.test(text)) {
    return () =>
      say(mood === 'cross' ? 'la tela es más delgada de lo que esperaba' : 'sí, tal cual')
  }
  if (HEARS.liked.test(text)) return () => say('la tela, no se arruga')
  if (HEARS.missing.test(text)) return () => say('que llegara más rápido')
  return null
}

/** A business sends the contact of somebody, who writes or does not. */
async function give(stage: Stage, person: Person, first: string): Promise<void> {
  const friend = friendOf(person, first)
  note(stage, 'gave', person.phone, friend.phone)
  await says(stage, person.phone, { contact: { name: friend.name, phone: friend.phone } })
  if (stage.random() < 0.5) return
  later(stage, 9, async () => {
    note(stage, 'was sent', friend.phone, person.phone)
    await begin(stage, friend, 'hola, me dieron este número. ')
  })
}

/** Half of them say no the first time. */
async function confirm(stage: Stage, life: Life): Promise<void> {
  const { phone } = life.person
  const denies = !life.refused && stage.random() < 0.5
  life.refused ||= denies
  if (denies) {
    note(stage, 'complained', phone)
    await says(stage, phone, { text: 'no, sigue igual' })
    return
  }
  note(stage, 'settled', phone)
  await says(stage, phone, { text: 'sí, ya quedó' })
}
