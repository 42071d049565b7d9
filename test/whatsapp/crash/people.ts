import type { Contact } from '../double/contact.js'
import type { WhatsAppDouble } from '../double/whatsapp-double.js'

/** Somebody who orders one more each time; the price in an answer tells which message it answers. */
export type Person = {
  readonly contact: Contact
  /** How many they have written. */
  written: number
  /** The ids of what they wrote, in order. */
  readonly ids: string[]
}

const FIRST = 20
const UNIT_PRICE = 42_000

export function createPeople(double: WhatsAppDouble, count: number): readonly Person[] {
  return Array.from({ length: count }, (_, at) => {
    const phone = `57300556${String(at).padStart(4, '0')}`
    return { contact: double.contact({ phone, name: `Persona ${at}` }), written: 0, ids: [] }
  })
}

/** Writes the next message, and gives its id; whether it was taken is seen in the end. */
export function write(person: Person): string {
  const id = `3AC${person.contact.phone}${String(person.written).padStart(3, '0')}`
  const text = `necesito ${FIRST + person.written} camisetas polo`
  person.written += 1
  person.ids.push(id)
  person.contact.say(text, { id }).catch(() => undefined)
  return id
}

/** Which of their messages were answered, in the order in which they heard it, the first being 0. */
export function answered({ contact, written }: Person): readonly number[] {
  return contact.heard.flatMap(({ text }) => {
    const found = Array.from({ length: written }, (_, at) => at).filter((at) =>
      text.includes(price(at)),
    )
    return found.slice(-1)
  })
}

/** The last message is answered: then nothing of theirs is under way. */
export function isAnswered(person: Person): boolean {
  return person.written === 0 || answered(person).includes(person.written - 1)
}

function price(at: number): string {
  const digits = String((FIRST + at) * UNIT_PRICE)
  return `$${digits.replace(/\B(?=(\d{3})+$)/g, '.')}`
}
