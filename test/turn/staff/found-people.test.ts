import { expect, test } from 'vitest'
import type { App } from '../../../src/app/app.js'
import { copyPeople } from '../../../src/commands/bench/crowd.js'
import { ENTERED, fillAccounts } from '../../../src/store/fill-accounts.js'
import { writeSetting } from '../../../src/store/settings.js'
import { ANA, LUIS, OWNER, openApp, writes } from '../_house.js'

const ASKS = (name: string): string =>
  `soy ${name}, necesito 20 camisetas polo para dentro de un mes, tengo un millón`
const ZOILA = '+573005550103'

/** Words that show people, name somebody, or are about whoever it can be. */
const WORDS = [
  ...[
    'hoy',
    'leads',
    'clientes',
    'tickets',
    'porque sí',
    'ver ana',
    'ana',
    'ver zoyla',
    'ver 5550103',
  ],
  ...[
    'vendido ana 300000',
    'sigue ana',
    'nota ana: prefiere llamadas',
    'cliente ana',
    'lead nadie',
  ],
  ...['tomar', 'soltar', 'perdido', 'vip', 'atender', 'sigue', 'cliente', 'ignorar +573005550103'],
]

test('no word of the owner reads everybody from end to end', async () => {
  const app = openApp()
  const texts = new Set<string>()
  watch(app, (sql) => texts.add(sql))
  await sells(app, ANA, 'Ana')
  for (const word of WORDS) expect(await writes(app, OWNER, word), word).not.toEqual([])
  const whole = [...texts].filter((sql) => readsEverybody(app, sql))
  expect(whole).toEqual([])
})

test('with four hundred customers a word reads those it may mean, however long ago they wrote', async () => {
  const app = openApp()
  const read: string[] = []
  watch(
    app,
    () => undefined,
    (sql) => read.push(sql),
  )
  await sells(app, ZOILA, 'Zoila')
  await sells(app, ANA, 'Ana')
  await sells(app, LUIS, 'Luis')
  copyPeople(app, [ANA, LUIS], { contacts: 400, messages: 0 })
  const { db } = app
  // What was to happen to the copies is not looked at here.
  db.raw.exec(`delete from timers where contact_id like 'z%'`)
  // A year later than the copies, which are spread over it.
  db.raw.exec(`update conversations set heard_at = '2020-01-01T00:00:00.000Z' where contact_id =
    (select contact_id from identities where match_key = '${ZOILA.slice(1)}')`)
  await db.write(() => writeSetting(db, ENTERED, ''))
  while (!(await db.write(() => fillAccounts(db, 100))));
  const reads = async (word: string): Promise<readonly [number, string]> => {
    read.length = 0
    const said = await writes(app, OWNER, word)
    return [read.length, said.join('\n')]
  }
  const [named, card] = await reads('lead zoila')
  expect(card).toContain('Zoila')
  expect(named).toBeLessThan(220)
  const [, customers] = await reads('clientes')
  expect(customers).toContain('403')
  const [both, which] = await reads('cliente ana')
  expect(which).toContain('Hay ')
  expect(both).toBeLessThan(220)
  const [slip, found] = await reads('lead zoola')
  expect(found).toContain('Zoila')
  expect(slip).toBeLessThan(220)
  const [today] = await reads('hoy')
  expect(today).toBeLessThan(220)
}, 60_000)

async function sells(app: App, phone: string, name: string): Promise<void> {
  await writes(app, OWNER, 'hola')
  await writes(app, phone, 'hola')
  await writes(app, phone, ASKS(name))
  const [done] = await writes(app, OWNER, `ganado ${name} 840 mil`)
  expect(done).toContain('840')
}

type Statement = { get(...args: unknown[]): unknown; all(...args: unknown[]): unknown[] }

/** Tells of every statement that is prepared, and of every person whose card and inquiry is read. */
function watch(
  { db }: App,
  prepared: (sql: string) => unknown,
  read: (sql: string) => unknown = () => undefined,
): void {
  const prepare = db.raw.prepare.bind(db.raw)
  const watched = (sql: string): unknown => {
    prepared(sql)
    const made = prepare(sql)
    if (!sql.includes('"inquiries"."state" as "inquiry"')) return made
    const { get, all }: Statement = made
    return Object.assign(made, {
      get: (...args: unknown[]) => {
        read(sql)
        return get.apply(made, args)
      },
      all: (...args: unknown[]) => {
        const rows = all.apply(made, args)
        for (const _ of rows) read(sql)
        return rows
      },
    })
  }
  Object.assign(db.raw, { prepare: watched })
}

/** A look at a small index made for the question is none. */
const SMALL = /^SCAN contacts USING (COVERING )?INDEX (contacts_vip|contacts_strangers)$/

function readsEverybody({ db }: App, sql: string): boolean {
  if (!/^\s*(select|update|with)/i.test(sql)) return false
  const blanks = Array.from(sql.matchAll(/\?/g), () => null)
  const steps = db.raw
    .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
    .all(blanks)
  return steps.some(
    ({ detail }) =>
      /^SCAN (contacts|conversations|inquiries|accounts|account_words)\b/.test(detail) &&
      !SMALL.test(detail),
  )
}
