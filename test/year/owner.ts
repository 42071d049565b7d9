import { begin, liveOn } from './customer.js'
import { friendOf } from './people.js'
import { type Life, later, note, OWNER, type Stage, says, soon } from './stage.js'
import type { Heard } from './town.js'
import { CALLS, REWARD, TICKET } from './words.js'

/** The owner hears something: takes a card, and sells; solves a ticket; hands over what somebody earned. */
export function ownerHears(stage: Stage, line: Heard): void {
  if (CALLS.test(line.text)) return callSomebody(stage, line)
  const life = [...stage.lives.values()].find(({ person }) => line.text.includes(person.phone))
  if (life === undefined) return
  if (REWARD.test(line.text)) return later(stage, 2, () => handOver(stage, life, line))
  const ticket = TICKET.exec(line.text)?.[1]
  if (ticket !== undefined) return openTicket(stage, life, ticket)
  if (life.card !== null || life.left) return
  life.card = line.id
  soon(stage, () => tells(stage, 'tomar', line.id))
  const { plan, ends } = life.person
  if (plan === 'buys') later(stage, days(stage, 1, 3), () => sell(stage, life, line.id))
  if (plan === 'is quoted') later(stage, 1, () => quote(stage, life, line.id))
  if (plan === 'meets') {
    later(stage, 1, () => tells(stage, 'cita mañana a las 10', line.id))
    if (ends === 'buys') later(stage, 4, () => sell(stage, life, line.id))
  }
}

async function tells(stage: Stage, text: string, replyTo?: string): Promise<void> {
  await says(stage, OWNER, { text, replyTo })
}

/** Every other week there is time for the first of the list. */
function callSomebody(stage: Stage, line: Heard): void {
  if (stage.random() < 0.5) return
  later(stage, 1, () => tells(stage, 'llamé a la 1, todo bien', line.id))
}

function openTicket(stage: Stage, life: Life, ticket: string): void {
  if (life.ticket === ticket) return
  // Sometimes it waits until they are told again.
  if (stage.random() < 0.4) return
  life.ticket = ticket
  later(stage, days(stage, 1, 3), async () => {
    note(stage, 'mended', life.person.phone)
    await tells(stage, `ticket ${ticket} resuelto`)
    // Asked again if it was denied: it is told anew under the same number.
    life.ticket = null
    // Who never answers does not deny it either.
    if (life.person.mood === 'silent' || life.left) note(stage, 'settled', life.person.phone)
  })
}

async function sell(stage: Stage, life: Life, card: string): Promise<void> {
  if (life.left) return
  const { person } = life
  if (person.mistaken && life.sold === 0) {
    await tells(stage, `ganado ${dotted(person.sum * 2)}`, card)
    await tells(stage, 'deshacer')
  }
  life.sold += 1
  const cheaper = life.sold === 1 && Number(person.phone.slice(-1)) === 4
  if (cheaper) note(stage, 'discount', person.phone, 'sale')
  note(stage, 'bought', person.phone, String(person.sum))
  await tells(stage, `ganado ${dotted(person.sum)}${cheaper ? ' con descuento' : ''}`, card)
  if (person.special && life.sold === 1) {
    note(stage, 'special', person.phone)
    await tells(stage, 'vip', card)
  }
  liveOn(stage, life)
  const { brings, returnsAfter, phones } = person
  if (life.sold > 1) return
  if (brings !== null) later(stage, 45, () => bring(stage, life, brings))
  if (returnsAfter !== null && phones) {
    later(stage, returnsAfter, async () => {
      if (life.left) return
      life.sold += 1
      note(stage, 'bought more', person.phone, '300000')
      await tells(stage, 'venta 300.000 10 delantales', card)
    })
  }
}

async function quote(stage: Stage, life: Life, card: string): Promise<void> {
  const { phone, sum, ends } = life.person
  const cheaper = Number(phone.slice(-1)) % 3 === 0
  note(stage, 'was quoted', phone, String(sum))
  if (cheaper) note(stage, 'discount', phone, 'quote')
  await tells(stage, `cotización ${dotted(sum)}${cheaper ? ' con descuento del 10 %' : ''}`, card)
  await tells(stage, 'sí')
  if (ends === 'buys') later(stage, 3, () => sell(stage, life, card))
  if (ends === 'refuses') {
    later(stage, 1, () => object(stage, life))
    later(stage, 2, async () => {
      note(stage, 'was lost', phone)
      await tells(stage, 'perdido por precio', card)
    })
  }
}

/** Some say why, before the owner gives them up. */
async function object(stage: Stage, { person, left }: Life): Promise<void> {
  if (left || Number(person.phone.slice(-1)) % 2 === 1) return
  note(stage, 'objected', person.phone)
  await says(stage, person.phone, { text: 'está muy caro' })
}

async function handOver(stage: Stage, { person }: Life, line: Heard): Promise<void> {
  note(stage, 'benefit', person.phone)
  await tells(stage, 'beneficio entregado', line.id)
}

/** A friend comes with the code, if by then there is one. */
async function bring(stage: Stage, life: Life, first: string): Promise<void> {
  const { code, person } = life
  if (code === null || life.left || person.organization !== null) return
  const friend = friendOf(person, first)
  note(stage, 'was sent', friend.phone, person.phone)
  await begin(stage, friend, `hola, vengo con el código ${code}. `)
}

/** "1.240.000". */
function dotted(sum: number): string {
  return String(sum).replace(/\B(?=(\d{3})+$)/g, '.')
}

function days(stage: Stage, least: number, most: number): number {
  return least + Math.floor(stage.random() * (most - least + 1))
}
