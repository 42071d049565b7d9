import { describe, expect, test } from 'vitest'
import { attributeKinds, type Judged } from '../../../src/core/aftersale/attribute-kinds.js'
import { beforeOf } from '../../../src/core/conversation/act.js'
import {
  acts,
  type Chat,
  later,
  of,
  project,
  reply,
  says,
  take,
  talk,
  told,
} from '../conversation/_engine.js'

const LEAD = talk('soy Ana, necesito 20 camisetas polo para el 15 de abril, tengo un millón')
const WON = acts(LEAD, { kind: 'won', amount: 840_000, saleId: 's1' })

/** The newest timer of that flow goes off. */
function wakes(chat: Chat, flow: string): Chat {
  const timer = of(chat.all, 'set_timer').findLast((each) => each.flow === flow)
  if (timer === undefined) throw new Error(`nothing of ${flow} waits`)
  const { id, name, step, dueAt } = timer
  const then = { ...chat, context: { ...chat.context, now: dueAt } }
  const counts = { proactiveToday: 0, proactiveThisWeek: 0, lockedUntil: null }
  return take(then, { kind: 'timer', id, name, flow, step, ...counts })
}

const BROKEN = 'el bordado se está soltando, quedó muy mal hecho'

const content = ({ state }: Chat) => state.contact.satisfaction
const tickets = ({ state }: Chat) => state.contact.tickets
const surveys = ({ all }: Chat) => of(all, 'survey').map(({ survey, score }) => ({ survey, score }))

describe('the mark after thirty days', () => {
  const asked = wakes(WON, 'nps')

  test('is asked from 0 to 10', () => {
    expect(reply(asked)).toContain('Del 0 al 10')
  })

  test.each([
    ['9', 9],
    ['un 10', 10],
    ['diez!', 10],
  ])('%j: thanks, and what they liked', (text, score) => {
    const chat = says(asked, text)
    expect(content(chat)).toMatchObject({ kind: 'nps', score, good: true })
    expect(reply(chat)).toContain('¿Qué fue lo que más le gustó?')
    expect(reply(says(chat, 'la tela, no se arruga'))).toContain('Se lo cuento al taller')
    expect(tickets(chat)).toEqual([])
  })

  test.each(['7', 'un 8'])('%j: what was missing, told to the owner', (text) => {
    const chat = says(asked, text)
    expect(content(chat)).toMatchObject({ good: false })
    expect(reply(chat)).toContain('¿Qué nos faltó para un 10?')
    const why = says(chat, 'que entreguen más rápido')
    expect(told(why)).toEqual(['comment'])
    expect(tickets(why)).toEqual([])
  })

  test.each(['6', 'un 3', 'cero'])('%j: a ticket at once, and why', (text) => {
    const chat = says(asked, text)
    expect(tickets(chat)).toMatchObject([{ about: 'score', priority: 'high' }])
    expect(told(chat)).toEqual(['ticket'])
    expect(reply(chat)).toContain('¿Qué fue lo que no salió bien?')
    const why = says(chat, 'se demoraron 5 días más de lo que dijeron')
    expect(tickets(why)).toMatchObject([{ said: 'se demoraron 5 días más de lo que dijeron' }])
    expect(told(why)).toEqual(['ticket_added'])
    expect(reply(why)).toContain('caso 5')
  })

  test('a reason given with it is not asked for again', () => {
    const chat = says(asked, 'un 4, se demoraron muchísimo')
    expect(reply(chat)).toContain('caso 5')
    expect(reply(chat)).not.toContain('?')
    expect(told(chat)).toEqual(['ticket'])
    const good = says(asked, 'un 10, la tela quedó hermosa')
    expect(reply(good)).toContain('Se lo cuento al taller.')
  })

  test('a complaint beside a good mark is a ticket all the same', () => {
    const chat = says(asked, 'un 9, pero qué mal servicio el de la entrega')
    expect(content(chat)).toMatchObject({ score: 9 })
    expect(tickets(chat)).toMatchObject([{ about: 'complaint' }])
    expect(reply(chat)).toContain('lo anoté como caso 5')
  })

  test('a complaint in answer to what they liked is a ticket, and no time to ask for a favour', () => {
    const chat = says(says(asked, '10'), BROKEN)
    expect(tickets(chat)).toMatchObject([{ about: 'complaint', said: BROKEN }])
    expect(reply(chat)).toContain('caso')
    expect(reply(chat)).not.toContain('código')
    expect(reply(says(chat, 'gracias'))).not.toContain('código')
  })

  test('a complaint in place of a mark is a ticket, and asks for no number', () => {
    const chat = says(asked, BROKEN)
    expect(tickets(chat)).toHaveLength(1)
    expect(reply(chat)).not.toContain('número')
  })

  test('days after it was asked what was missing, a complaint is no answer to that', () => {
    const chat = says(later(says(asked, '8'), 'P5D'), BROKEN)
    expect(tickets(chat)).toMatchObject([{ about: 'complaint', said: BROKEN }])
  })

  test('what is not understood brings an example, and then goes to a person as it is', () => {
    const once = says(asked, 'la de la esquina')
    expect(reply(once)).toContain('Me sirve un número')
    const twice = says(once, 'esa misma')
    expect(told(twice)).toEqual(['comment'])
    expect(twice.state.dialogue.pending).toBeNull()
  })

  test('waits while something is open', () => {
    const upset = says(later(WON, 'PT1H'), 'qué mal, 3 venían con el logo torcido')
    const held = wakes(upset, 'nps')
    expect(held.said).toEqual([])
    expect(of(held.effects, 'set_timer')).toMatchObject([{ flow: 'nps', held: 'held.ticket' }])
  })

  test('of a company is a conversation', () => {
    const company = talk(
      'soy Ana, de la empresa Aceros del Sur, necesito 40 camisas para el 15 de abril, 3 millones',
    )
    const talked = wakes(acts(company, { kind: 'won', amount: 1, saleId: 's' }), 'nps')
    expect(reply(talked)).toContain('Cuénteme con confianza')
    const fine = says(talked, 'muy contentos, la gente los usa a diario')
    expect(content(fine)).toMatchObject({ kind: 'check_in', good: true, score: null })
    const bad = says(talked, 'mal, pésimo servicio, se descosieron')
    expect(content(bad)).toMatchObject({ good: false })
    expect(tickets(bad)).toHaveLength(1)
  })
})

describe('what they expected', () => {
  const asked = wakes(WON, 'expectation')
  const answers = (chat: Chat) => of(chat.all, 'attributes').flatMap((each) => each.answers)

  test('is asked of the three things that the business is judged by', () => {
    expect(reply(asked)).toContain('la confección')
    const chat = ['mejor', 'como lo esperaba', '1'].reduce(says, asked)
    expect(answers(chat).map(({ level }) => level)).toEqual(['above', 'met', 'above'])
    expect(answers(chat).map(({ attribute }) => attribute)).toEqual(
      project.business.attributes.map(({ id }) => id),
    )
    expect(content(chat)).toMatchObject({ kind: 'expectation', good: true })
    expect(tickets(chat)).toEqual([])
  })

  test('a complaint in the middle is a ticket at once, and ends the questions', () => {
    const chat = says(says(wakes(WON, 'expectation'), 'bien'), BROKEN)
    expect(tickets(chat)).toHaveLength(1)
    expect(reply(chat)).not.toContain('¿')
    expect(chat.state.dialogue.pending).toBeNull()
  })

  test('what fell short is a ticket once they say why', () => {
    const chat = ['2', 'por debajo', 'bien'].reduce(says, asked)
    expect(content(chat)).toMatchObject({ good: false })
    expect(reply(chat)).toContain('¿Qué fue lo que quedó por debajo')
    expect(tickets(says(chat, 'llegó tres días tarde'))).toMatchObject([{ about: 'complaint' }])
  })

  test('is not asked of a business that names nothing', () => {
    const bare = { ...WON.context.business, attributes: [] }
    const chat = { ...WON, context: { ...WON.context, business: bare } }
    expect(wakes(chat, 'expectation').said).toEqual([])
  })
})

test('attributes are sorted by what goes with being content', () => {
  const rows = (attribute: string, ...levels: readonly [Judged['level'], boolean][]): Judged[] =>
    levels.map(([level, content]) => ({ attribute, level, content }))
  const met: [Judged['level'], boolean][] = [
    ['met', true],
    ['met', false],
  ]
  expect(
    attributeKinds([
      ...rows(
        'basic',
        ...met,
        ['below', false],
        ['below', false],
        ['above', false],
        ['above', true],
      ),
      ...rows(
        'delight',
        ...met,
        ['below', true],
        ['below', false],
        ['above', true],
        ['above', true],
      ),
      ...rows('more', ...met, ['below', false], ['below', false], ['above', true], ['above', true]),
      ...rows('few', ['below', false]),
    ]),
  ).toEqual({ basic: 'basic', delight: 'delight', more: 'performance' })
})

describe('later on', () => {
  test('what was bought is offered again when it is used up', () => {
    const chat = wakes(WON, 'repurchase')
    expect(reply(chat)).toBe(
      'Hola, Ana. En marzo llevó 20 camisetas polo. Si ya toca reponer, me dice cuántas y le paso el valor de hoy.',
    )
    const back = says(chat, 'sí, unas 30')
    expect(back.state.inquiry?.number).toBe(2)
  })

  test('a key account gets a call instead, and who is not content is offered nothing', () => {
    const vip = wakes(acts(WON, { kind: 'vip' }), 'repurchase')
    expect([vip.said, told(vip)]).toEqual([[], ['repurchase']])
    const sad = says(wakes(WON, 'nps'), '2')
    const closed = acts(sad, { kind: 'settle', ticket: 5 })
    expect(wakes(says(wakes(closed, '@ticket/5'), 'sí'), 'repurchase').said).toEqual([])
  })

  test('who has not come back is greeted once', () => {
    expect(reply(wakes(WON, 'win-back'))).toContain('Hace rato no sabemos de usted')
  })

  test('what has to be renewed is said with time to spare', () => {
    const { business } = LEAD.context
    const products = business.products.map((each) => ({ ...each, renewal: 'P1Y' }))
    const shop = { ...LEAD.context, business: { ...business, products } }
    const won = acts({ ...LEAD, context: shop }, { kind: 'won', amount: 1, saleId: 's' })
    const chat = wakes(won, 'renewal')
    expect(chat.context.now.slice(0, 10)).toBe('2027-02-23')
    expect(reply(chat)).toContain('10 de marzo')
    expect(tickets(says(chat, 'sí, claro'))).toMatchObject([{ about: 'request' }])
  })
})

describe('the plan', () => {
  test('of a new sale takes the place of the earlier one', () => {
    const answered = says(wakes(WON, 'nps'), '9')
    const back = says(later(answered, 'P20D'), 'necesito 30 delantales')
    const again = acts(back, { kind: 'won', amount: 870_000, saleId: 's2' })
    expect(of(again.effects, 'cancel_timers').map(({ flow }) => flow)).toContain('nps')
    expect(of(again.effects, 'set_timer').map(({ id }) => id)).toContain('nps:ana.2')
    expect(reply(wakes(again, 'nps'))).toContain('Del 0 al 10')
    expect(surveys(says(wakes(again, 'nps'), '7')).map(({ score }) => score)).toEqual([9, 7])
  })

  test('ends with the sale when that is undone', () => {
    const of1 = { kind: 'won', saleId: 's1', amount: 840_000 } as const
    const undone = acts(WON, { kind: 'undo', of: of1, before: beforeOf(LEAD.state) })
    const cancelled = of(undone.effects, 'cancel_timers').map(({ flow }) => flow)
    expect(cancelled).toEqual(expect.arrayContaining(['after-sale', 'nps', 'repurchase']))
  })

  test('says nothing to who opted out', () => {
    const out = says(WON, 'no me escriban más')
    for (const flow of ['nps', 'expectation', 'repurchase', 'win-back']) {
      expect(wakes(out, flow).said).toEqual([])
    }
  })
})
