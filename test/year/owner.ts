import { begin, liveOn } from './customer.js'
import type { Person } from './people.js'
import { type Life, later, note, OWNER, type Stage, says, soon } from './stage.js'
import type { Heard } from './town.js'
import { TICKET } from './words.js'

/** The owner hears something: takes a card, and sells; solves a ticket. */
export function ownerHears(stage: Stage, line: Heard): void {
  const life = [...stage.lives.values()].find(({ person }) => line.text.includes(person.phone))
  if (life === undefined) return
  const ticket = TICKET.exec(line.text)?.[1]
  if (ticket !== undefined) return openTicket(stage, life, ticket)
  if (life.card !== null || life.left) return
  life.card = line.id
  soon(stage, () => says(stage, OWNER, { text: 'tomar', replyTo: line.id }))
  if (life.person.plan === 'buys') later(stage, days(stage, 1, 3), () => sell(stage, life, line.id))
  if (life.person.plan === 'is quoted') later(stage, 1, () => quote(stage, line.id))
}

function openTicket(stage: Stage, life: Life, ticket: string): void {
  if (life.ticket === ticket) return
  life.ticket = ticket
  later(stage, days(stage, 2, 6), async () => {
    await says(stage, OWNER, { text: `ticket ${ticket} resuelto` })
    // Asked again if it was denied: it is told anew under the same number.
    life.ticket = null
    // Who never answers does not deny it either.
    if (life.person.mood === 'silent' || life.left) note(stage, 'settled', life.person.phone)
  })
}

async function sell(stage: Stage, life: Life, card: string): Promise<void> {
  if (life.left) return
  const { person } = life
  life.sold += 1
  note(stage, 'bought', person.phone, String(life.sold))
  await says(stage, OWNER, { text: 'ganado 840 mil', replyTo: card })
  if (person.special && life.sold === 1) {
    note(stage, 'special', person.phone)
    await says(stage, OWNER, { text: 'vip', replyTo: card })
  }
  liveOn(stage, life)
  if (person.brings && life.sold === 1) later(stage, 45, () => bring(stage, life))
}

async function quote(stage: Stage, card: string): Promise<void> {
  await says(stage, OWNER, { text: 'cotización 840.000', replyTo: card })
  await says(stage, OWNER, { text: 'sí' })
}

/** A friend comes with the code, if by then there is one. */
async function bring(stage: Stage, life: Life): Promise<void> {
  const { code, person } = life
  if (code === null || life.left) return
  const friend: Person = {
    ...person,
    phone: person.phone.replace('+57310', '+57315'),
    name: `Amiga de ${person.name}`,
    ...{ plan: 'buys', complainsAfter: null, leavesAfter: null, returnsAfter: null },
    ...{ brings: false, special: false },
  }
  note(stage, 'came by code', friend.phone, friend.name)
  await begin(stage, friend, `hola, vengo con el código ${code}. `)
}

function days(stage: Stage, least: number, most: number): number {
  return least + Math.floor(stage.random() * (most - least + 1))
}
