import { daysLater, wallTime } from './calendar.js'
import type { Person } from './people.js'
import { type Life, later, note, type Stage, says, soon } from './stage.js'
import { CODE, HEARS } from './words.js'

const MONTHS = [
  ...['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio'],
  ...['agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
]

/** Somebody writes for the first time; `opening` is what they were given to say. */
export async function begin(stage: Stage, person: Person, opening = ''): Promise<void> {
  const life = {
    ...{ person, card: null, sold: 0, left: false, ticket: null, refused: false, code: null },
  }
  stage.lives.set(person.phone, life)
  const say = (text: string) => says(stage, person.phone, { text, name: person.name })
  switch (person.plan) {
    case 'buys':
    case 'is quoted':
      return say(`${opening}${orderText(stage, person)}`)
    case 'asks':
      return say('buenas, ¿cuánto valen 20 camisetas polo?')
    case 'greets':
      return say('hola')
    case 'is poor':
      return say('necesito 15 camisetas polo y tengo 200 mil')
    case 'comes later':
      await say('hola, quiero 30 delantales')
      return say(`escríbame en ${monthIn(stage, 2)}`)
    case 'leaves':
      await say('¿hacen delantales?')
      await say('no me escriban más')
      return leave(stage, life)
  }
}

function orderText(stage: Stage, { name }: Person): string {
  const { date } = wallTime(stage.town.now())
  const due = daysLater(date, 20)
  const day = `${Number(due.slice(8))} de ${MONTHS[Number(due.slice(5, 7)) - 1]}`
  return `soy ${name.split(' ')[0]}, necesito 20 camisetas polo para el ${day}, tengo como un millón, yo decido`
}

function monthIn(stage: Stage, months: number): string {
  const now = Number(wallTime(stage.town.now()).date.slice(5, 7))
  return MONTHS[(now - 1 + months) % 12] ?? ''
}

function leave(stage: Stage, life: Life): void {
  life.left = true
  note(stage, 'left', life.person.phone)
}

/** What comes after a sale by itself: a complaint, a second order, a farewell. */
export function liveOn(stage: Stage, life: Life): void {
  const { person } = life
  const { complainsAfter, returnsAfter, leavesAfter } = person
  if (complainsAfter !== null && life.sold === 1) {
    later(stage, complainsAfter, async () => {
      if (life.left) return
      note(stage, 'complained', person.phone)
      await says(stage, person.phone, { text: 'el bordado se está soltando, quedó muy mal hecho' })
    })
  }
  if (returnsAfter !== null && life.sold === 1) {
    later(stage, returnsAfter, async () => {
      if (life.left) return
      life.card = null
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

function replyTo(stage: Stage, life: Life, text: string): (() => Promise<void>) | null {
  const { person } = life
  const { mood, phone } = person
  const say = (words: string) => says(stage, phone, { text: words })
  if (HEARS.solved.test(text)) return () => confirm(stage, life)
  if (mood === 'silent') return null
  if (HEARS.score.test(text)) {
    return async () => {
      note(stage, mood === 'happy' ? 'liked' : mood === 'fine' ? 'shrugged' : 'disliked', phone)
      await say(mood === 'happy' ? 'un 10' : mood === 'fine' ? '8' : '3')
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

/** One of three says no the first time. */
async function confirm(stage: Stage, life: Life): Promise<void> {
  const { phone } = life.person
  const denies = !life.refused && stage.random() < 0.33
  life.refused ||= denies
  if (denies) {
    note(stage, 'complained', phone)
    return says(stage, phone, { text: 'no, sigue igual' })
  }
  note(stage, 'settled', phone)
  await says(stage, phone, { text: 'sí, ya quedó' })
}
