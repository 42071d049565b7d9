import { BOGOTA, daysLater, instant } from '../year/calendar.js'
import type { Cast, Machine, Person } from './cast.js'
import {
  actUntil,
  type Deed,
  hear,
  later,
  note,
  OWNER,
  on,
  type Stage,
  says,
  types,
} from './stage.js'
import type { Heard, Town } from './town.js'

/** What happened, as whoever lives in this town can know it. */
export type Story = {
  readonly cast: Cast
  readonly from: string
  readonly until: string
  readonly deeds: readonly Deed[]
  readonly heard: readonly Heard[]
}

/** Plays a week of a number: customers, a family, machines, an owner who types by hand, a restriction. */
export async function play(town: Town, cast: Cast): Promise<Story> {
  const stage: Stage = {
    ...{ town, deeds: [], heard: [], agenda: [] },
    listen: (line) => answerLikeAMachine(stage, cast, line),
  }
  on(stage, cast.from, '05:00', () => says(stage, OWNER, 'wrote', 'hola'))
  for (const person of cast.people) on(stage, person.day, person.hour, () => begin(stage, person))
  planFamily(stage, cast)
  planMachines(stage, cast)
  planRestriction(stage, cast)
  const until = instant(BOGOTA, daysLater(cast.from, cast.days + cast.quietDays), '05:00')
  await actUntil(stage, until)
  const { deeds, heard } = stage
  return { cast, from: instant(BOGOTA, cast.from, '05:00'), until, deeds, heard }
}

async function begin(stage: Stage, person: Person): Promise<void> {
  const { phone, plan } = person
  if (person.owner === 'begins') return beginsWithTheOwner(stage, phone)
  const ask = (...texts: readonly string[]) => says(stage, phone, 'asked', ...texts)
  switch (plan) {
    case 'orders':
      await ask(
        'soy Marta, necesito 20 camisetas polo para dentro de un mes, tengo un millón, yo decido',
      )
      break
    case 'asks':
      await ask('buenas, ¿cuánto valen 20 camisetas polo?')
      later(stage, 3, () => ask('son para dentro de un mes'))
      break
    case 'greets':
      await ask('hola')
      break
    case 'is quick':
      await ask('hola', 'necesito camisetas', '20 polo')
      for (const [at, text] of QUICK.entries()) later(stage, 0.1 * (at + 1), () => ask(text))
      break
    case 'repeats':
      await ask('hola, ¿hacen domicilios?')
      for (const at of [25, 70, 200]) later(stage, at, () => ask('¿hacen domicilios?'))
      break
    case 'leaves':
      await ask('¿hacen delantales?')
      later(stage, 2, async () => {
        await ask('no me escriban más')
        note(stage, 'left', phone)
      })
      break
  }
  if (person.owner !== 'nothing') later(stage, 30, () => takeOver(stage, person))
}

const QUICK = [
  'para dentro de un mes',
  'un millón',
  'sí',
  '¿y dónde quedan?',
  'yo decido',
  '¿qué horario tienen?',
]

/** The owner answers by hand; the other writes on, an hour later and the day after. */
async function takeOver(stage: Stage, { phone, owner }: Person): Promise<void> {
  await types(stage, phone, 'Hola, le habla Rosalba. Ya le cotizo.')
  later(stage, 60, () => says(stage, phone, 'asked', '¿y me los pueden entregar antes?'))
  later(stage, 14 * 60, () => says(stage, phone, 'asked', '¿cuánto valen 30 delantales?'))
  if (owner !== 'types and gives it back') return
  later(stage, 120, async () => {
    note(stage, 'gave back', phone)
    await says(stage, OWNER, 'wrote', `sigue ${phone}`)
  })
  later(stage, 180, () => says(stage, phone, 'asked', '¿hacen camisas?'))
}

/** A chat that a person of the shop begins belongs to that person. */
async function beginsWithTheOwner(stage: Stage, phone: string): Promise<void> {
  await types(stage, phone, 'Hola, soy Rosalba, de los uniformes. Nos presentó Clara.')
  later(stage, 20, () => says(stage, phone, 'asked', 'hola, claro, ¿qué precios manejan?'))
  later(stage, 15 * 60, () => says(stage, phone, 'asked', '¿cuánto valen 20 camisetas polo?'))
}

function planFamily(stage: Stage, { family, from, days }: Cast): void {
  for (const [at, { phone, attended }] of family.entries()) {
    for (let day = at % 2; day < days; day += 2) {
      const date = daysLater(from, day)
      on(stage, date, `${10 + at}:15`, () =>
        says(stage, phone, 'asked', 'hola, ¿cuánto valen 20 camisetas polo?'),
      )
      on(stage, date, `${12 + at}:40`, () => says(stage, phone, 'asked', '¿vienes a almorzar?'))
    }
    if (!attended) continue
    on(stage, daysLater(from, days - 1), '18:10', async () => {
      await says(stage, OWNER, 'wrote', `atender ${phone}`)
      note(stage, 'attended', phone)
      await says(stage, phone, 'asked', '¿cuánto valen 20 camisetas polo?')
    })
  }
}

const MENU =
  'Bienvenido a Distribuciones Andina. Digite el número de la opción:\n1. Ventas\n2. Cartera\n3. Asesor'
const SAME = 'Hemos recibido su mensaje y lo tendremos en cuenta para nuestra próxima compra'

/** They write each day as the first, and then to whatever they hear. */
function planMachines(stage: Stage, { machines, flooder, from, days }: Cast): void {
  for (const [at, machine] of machines.entries()) {
    for (let day = 0; day < days; day += 1) {
      const date = daysLater(from, day)
      const say = (text: string) => () => says(stage, machine.phone, 'wrote', text)
      on(stage, date, `${8 + at}:30`, say(textOf(machine, day)))
      // A menu insists, whether or not anybody chooses.
      if (machine.kind !== 'menu') continue
      on(stage, date, `${8 + at}:32`, say('Opción no válida. Seleccione una opción del menú.'))
      on(stage, date, `${8 + at}:35`, say(MENU))
    }
  }
  const texts = Array.from({ length: flooder.messages }, (_, n) => `responda ya por favor ${n}`)
  on(stage, daysLater(from, Math.min(1, days - 1)), '11:25', () =>
    says(stage, flooder.phone, 'flooded', ...texts),
  )
}

let turn = 0

function textOf({ kind }: Machine, nth: number): string {
  if (kind === 'menu') return MENU
  if (kind === 'same') return SAME
  return `Tenemos ${20 + nth} camisetas polo en oferta para su empresa, escríbanos y le contamos más`
}

/** Two seconds after anything it hears. */
function answerLikeAMachine(stage: Stage, { machines }: Cast, { to }: Heard): void {
  const machine = machines.find(({ phone }) => phone === to)
  if (machine === undefined) return
  turn += 1
  const text = textOf(machine, turn)
  later(stage, 1 / 30, () => says(stage, to, 'wrote', text))
}

function planRestriction(stage: Stage, { restricted }: Cast): void {
  on(stage, restricted.day, '08:02', async () => {
    const until = new Date(
      Date.parse(stage.town.now()) + restricted.hours * 3_600_000,
    ).toISOString()
    note(stage, 'restricted', '', until)
    hear(stage, await stage.town.restrict(until))
  })
}
