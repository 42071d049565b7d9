import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createHouse, type House, hears } from './_house.js'

export type ManyLines = {
  /** What each person heard from the line they wrote to. */
  readonly heard: readonly (readonly string[])[]
  /** MB held by the first line with its WhatsApp double, and by each further one. */
  readonly firstMb: number
  readonly eachMb: number
}

/**
 * So many houses in this one process, each with a number, a database and a WhatsApp of its own. Somebody writes to
 * each once all are linked.
 */
export async function standTogether(count: number): Promise<ManyLines> {
  const empty = heldMb()
  const houses: House[] = []
  let one = empty
  for (let at = 0; at < count; at += 1) {
    const house = await createHouse(`5730011122${String(at).padStart(2, '0')}`)
    await house.openLinked()
    houses.push(house)
    if (at === 0) one = heldMb()
  }
  const all = heldMb()
  const heard = await Promise.all(
    houses.map(async ({ double }, at) => {
      const phone = `5730055501${String(at).padStart(2, '0')}`
      const person = double.contact({ phone, name: `Persona ${at}` })
      await person.say(`necesito ${20 + at} camisetas polo`)
      return hears(person, 1)
    }),
  )
  const each = count > 1 ? (all - one) / (count - 1) : 0
  return { heard, firstMb: Math.round(one - empty), eachMb: Math.round(10 * each) / 10 }
}

function heldMb(): number {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  collect()
  collect()
  const { heapUsed, external, arrayBuffers } = process.memoryUsage()
  return (heapUsed + external + arrayBuffers) / 1_048_576
}
