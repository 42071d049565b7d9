import { describe, expect, test } from 'vitest'
import type { App } from '../../../src/app/app.js'
import type { Undoable } from '../../../src/core/conversation/events.js'
import type { HouseUndoable } from '../../../src/core/owner/types.js'
import { readHouse } from '../../../src/store/house.js'
import { ANA, OWNER, openApp, phone, writes } from '../_house.js'

const FABIAN = '+573000000002'
const FITS = 'soy Ana, 20 camisetas polo para el 15 de abril, tengo un millón, yo decido'
/** Never asked here: it is only there to be turned off. */
const MODEL = {
  ...{ baseUrl: 'http://127.0.0.1:9/v1', apiKey: null, model: 'm', promptsDir: 'prompts' },
  ...{ dailyTokens: null, callsPerContactHour: 30 },
}
const WILMER = '+573005550103'

/** Lines said before, the word, and what of the rows stays as the word left it. */
type Case = {
  readonly before?: readonly string[]
  readonly word: string
  readonly says?: string
  readonly stays?: RegExp
}

type Kind = Undoable['kind'] | HouseUndoable['kind']

/**
 * Every change that the undo log knows: one that is not here does not compile. What was said stays
 * said. Points of the scorecard have a year of cases behind them: see `core/owner/undo.test.ts`.
 */
const CASES: { readonly [K in Exclude<Kind, 'weigh'>]: readonly Case[] } = {
  take: [{ word: 'tomar ana' }, { before: [`${FABIAN}: tomar ana`], word: 'tomar ana' }],
  release: [{ before: ['tomar ana'], word: 'soltar ana' }],
  won: [
    { word: 'ganado ana 840 mil' },
    { before: ['cotización ana 840 mil', 'sí'], word: 'ganado ana 840 mil' },
    { before: ['ganado ana 840 mil'], word: 'venta ana 300 mil 12 delantales' },
    {
      before: ['ganado ana 840 mil', 'P2D', `${ANA}: sí, todo bien`, 'P3D'],
      word: 'venta ana 300 mil',
    },
  ],
  lost: [
    { word: 'perdido ana por precio' },
    { before: ['posponer ana 3 días'], word: 'perdido ana por precio' },
    { before: [`${ANA}: por ahora no, escríbame en mayo`], word: 'perdido ana por precio' },
  ],
  pause: [{ word: 'pausa ana' }],
  resume: [{ before: ['pausa ana'], word: 'sigue ana' }],
  postpone: [
    { word: 'posponer ana 3 días' },
    { before: ['posponer ana 3 días'], word: 'posponer ana 5 días' },
  ],
  stop_nurture: [
    {
      before: [`${ANA}: por ahora no, escríbame en mayo`],
      word: 'sin seguimiento ana',
    },
  ],
  opt_out: [
    { word: 'baja ana' },
    { before: [`${ANA}: por ahora no, escríbame en mayo`], word: 'baja ana' },
  ],
  vip: [{ word: 'vip ana' }],
  unvip: [{ before: ['vip ana'], word: 'quitar vip ana' }],
  ignore: [
    { word: 'ignorar ana' },
    { before: ['ganado ana 840 mil', 'porque sí ana el viernes'], word: 'ignorar ana' },
  ],
  attend: [{ before: ['ignorar ana'], word: 'atender ana' }],
  respond: [
    {
      word: 'responder ana ya salió',
      says: 'no se puede recoger',
      stays: /promise|attendedAt|lastSaid|said\.chat\.relay/,
    },
  ],
  hush: [{ before: ['ensayo 3 días', `${ANA}: ¿hacen delantales?`], word: 'no' }],
  approve: [
    {
      before: ['ensayo 3 días', `${ANA}: ¿hacen delantales?`],
      word: 'sí',
      says: 'no se puede recoger',
      stays: /./,
    },
  ],
  say_instead: [
    {
      before: ['ensayo 3 días', `${ANA}: ¿hacen delantales?`],
      word: 'sí, desde 12 delantales',
      says: 'no se puede recoger',
      stays: /./,
    },
  ],
  rehearse: [{ word: 'ensayo 3 días' }, { before: ['ensayo 3 días'], word: 'fin del ensayo' }],
  send_quote: [
    {
      before: ['cotización ana 840 mil'],
      word: 'sí',
      says: 'no se puede recoger',
      stays: /quote|sent_at|attendedAt|promise|lastSaid|timers after-quote/,
    },
  ],
  settle: [
    {
      before: ['ganado ana 840 mil', 'P2D', `${ANA}: 3 llegaron con el logo torcido`],
      word: 'ticket 1 resuelto',
    },
  ],
  cancel_meeting: [{ before: ['cita ana viernes 10'], word: 'cancela la cita con ana' }],
  note: [{ word: 'nota ana prefiere la tarde' }],
  deliver_reward: [
    {
      before: [
        'ganado ana 840 mil',
        ...['P2D', `${ANA}: sí, todo bien`, 'P30D', `${ANA}: un 10`, `${ANA}: la tela`],
        `${WILMER}: soy Wilmer, vengo con el código {code}, 20 camisetas polo para el 30 de mayo, tengo un millón, yo decido`,
        'ganado wilmer 840 mil',
      ],
      word: 'beneficio entregado ana',
    },
  ],
  plan_call: [
    { word: 'porque sí ana el viernes' },
    { before: ['recordar viernes llamar a ana'], word: 'porque sí ana el lunes' },
  ],
  drop_call: [
    { before: ['vip ana', 'porque sí ana el viernes'], word: 'soltar ana' },
    { before: ['posponer ana 3 días'], word: 'ya no me recuerdes lo de ana' },
  ],
  meet: [
    { word: 'cita ana martes 10' },
    { before: ['cita ana martes 10'], word: 'cita ana miércoles a las 11' },
  ],
  entrust: [{ word: 'cuenta ana de Fabián' }],
  touch: [
    { word: 'llamé a ana, todo bien' },
    { before: ['porque sí ana el viernes'], word: 'llamé a ana, todo bien' },
  ],
  quote: [
    { word: 'cotización ana 840 mil' },
    { before: ['cotización ana 840 mil', 'sí'], word: 'cotización ana 800 mil con descuento' },
  ],
  silence: [{ word: 'pausa todo' }],
  speak: [{ before: ['pausa todo'], word: 'sigue todo' }],
  model_off: [{ word: 'ia no' }],
  model_on: [{ before: ['ia no'], word: 'ia sí' }],
  ignore_number: [{ before: ['ignorar +573005559999', 'deshacer'], word: 'ignorar +573005559999' }],
  attend_number: [{ before: ['ignorar +573005559999', 'deshacer'], word: 'atender +573005559999' }],
  learn: [{ word: 'dato: sí enviamos a Pasto' }],
  forget: [{ before: ['dato: sí enviamos a Pasto'], word: 'quitar dato 1' }],
  spend: [{ word: 'gasté 50000 en meta' }],
}

/** What rows say, without what only counts up and without what stands voided. */
const ROWS: readonly string[] = [
  'select id, stage, consent, vip, inquiry_id, state from contacts',
  'select id, score, assigned_to, outcome, state from inquiries',
  'select contact_id, flow_id, status, paused_until, state from conversations',
  "select id, due_at, flow, step, held from timers where status = 'pending' and flow not in ('@alerts', '@digests', '@reports', '@call-lists')",
  "select number, status, text, due_at, reopened from tickets where status <> 'closed'",
  'select id, amount, product from sales where voided_at is null',
  'select amount, discount, sent_at from quotes where voided_at is null',
  'select text from notes where voided_at is null',
  'select note from touches where voided_at is null',
  'select text from facts where withdrawn_at is null',
  'select amount, source from spend where voided_at is null',
  'select contact_id, status, reward from referrals',
]

/** Every value of every row as a line of its own, so that a difference says what it is about. */
function rowsOf(app: App): readonly string[] {
  const rows = ROWS.flatMap((sql) =>
    app.db.raw
      .prepare(`${sql} order by 1`)
      .all()
      .flatMap((row) =>
        leaves(`${/from (\w+)/.exec(sql)?.[1]} ${Object.values(row as object)[0]}`, row),
      ),
  )
  const { silence, model, weights } = readHouse(app.db)
  return [...rows, ...leaves('house', { silence, model, weights })]
}

function leaves(path: string, value: unknown): readonly string[] {
  if (typeof value === 'string' && /^[{[]/.test(value)) return leaves(path, JSON.parse(value))
  if (typeof value !== 'object' || value === null) return [`${path} = ${String(value)}`]
  return Object.entries(value).flatMap(([key, each]) => leaves(`${path}.${key}`, each))
}

async function does(app: App, line: string): Promise<void> {
  if (/^P\d/.test(line)) return void (await app.advance(line))
  const [, from = OWNER, text = line] = /^(\+\d+): (.*)$/s.exec(line) ?? []
  await writes(app, from, text.replace('{code}', codeIn(app)))
}

function codeIn(app: App): string {
  return /código \*([^*]+)\*/.exec(phone(app, ANA).join('\n'))?.[1] ?? ''
}

describe.each(Object.entries(CASES))('deshacer %s', (_, cases) => {
  test.each(cases)('$word, after $before', async (row) => {
    const { before = [], word, says = 'Deshecho', stays = /^$/ } = row
    const app = openApp({ config: { model: MODEL } })
    for (const line of [`${OWNER}: hola`, `${FABIAN}: hola`, `${ANA}: ${FITS}`, ...before]) {
      await does(app, line)
    }
    const rows = rowsOf(app)
    await does(app, word)
    expect(rowsOf(app)).not.toEqual(rows)
    await does(app, 'deshacer')
    expect(phone(app, OWNER).at(-1)).toContain(says)
    const now = rowsOf(app)
    expect({
      gone: rows.filter((line) => !now.includes(line) && !stays.test(line)),
      new: now.filter((line) => !rows.includes(line) && !stays.test(line)),
    }).toEqual({ gone: [], new: [] })
  })
})
