import { describe, expect, test } from 'vitest'
import type { Question } from '../../../src/core/understanding/types.js'
import { ask } from './lexicon.js'

/** "300000..400000 COP", "..500", "none" or null. */
function budgetIn(text: string, country: string, question: Question = 'budget'): string | null {
  const budget = ask(text, { country, question }).budget?.value
  if (budget === undefined) return null
  if (budget.none) return 'none'
  const bounds = budget.min === budget.max ? budget.min : `${budget.min ?? ''}..${budget.max ?? ''}`
  return budget.currency === null ? `${bounds}` : `${bounds} ${budget.currency}`
}

describe('at most and at least', () => {
  test.each([
    ['CO', 'no me quiero pasar del millón', '..1000000'],
    ['ES', 'no me quiero ir de los ochocientos pavos', '..800 EUR'],
    ['MX', 'si sale arriba de 4 mil mejor no', '..4000'],
    ['AR', 'arriba de 2 palos no puedo', '..2000000 ARS'],
    ['GT', 'más de Q150 por bordado no le doy', '..150 GTQ'],
    ['AR', 'ni en pedo más de 100 lucas', '..100000 ARS'],
    ['ES', 'de 700 no quisiera pasar', '..700'],
    ['PR', 'lo más que puedo son 90 pesos', '..90 USD'],
    ['DO', 'de 5 mil pa bajo', '..5000'],
    ['CL', '3 UF a lo más', '..3 CLF'],
    ['US', "I can't go over 750", '..750'],
    ['BR', 'meu limite é 450 reais', '..450 BRL'],
    ['MX', 'de los 700 pesos pa arriba', '700.. MXN'],
    ['ES', 'de 500 no bajo', '500..'],
    ['CL', 'tengo 80 lucas no más', '80000 CLP'],
    ['MX', '$18 mil + iva', '18000'],
  ])('%s: %s', (country, text, budget) => {
    expect(budgetIn(text, country)).toBe(budget)
  })
})

describe('two ends in one breath', () => {
  test.each([
    ['UY', '30 lucas y si es muy bueno 35', '30000..35000 UYU'],
    ['AR', '300 luquitas, 350 si me lo traen a casa', '300000..350000 ARS'],
    ['MX', 'traigo como 8 mil varos pero si está chido le subo a 10', '8000..10000 MXN'],
    ['CO', 'son 12 millones pero si vale la pena podríamos llegar a 15', '12000000..15000000'],
    ['PY', '2 palos, 2 palos y medio', '2000000..2500000 PYG'],
    ['MX', '10, a lo mucho 12 mil', '10000..12000'],
    ['ES', '500 tirando a 600', '500..600'],
    ['US', '300ish, could stretch to 350', '300..350'],
  ])('%s: %s', (country, text, budget) => {
    expect(budgetIn(text, country)).toBe(budget)
  })
})

describe('a sum taken back', () => {
  test.each([
    ['HN', '5 mil no, 3 mil, me confundí', '3000'],
    ['AR', 'perdón, 2 palos no, 1 palo y medio', '1500000 ARS'],
    ['CU', 'no chico, dije 2 mil pero son 20 mil', '20000'],
    ['CO', 'son 850 mil no 85', '850000'],
  ])('%s: %s', (country, text, budget) => {
    expect(budgetIn(text, country)).toBe(budget)
  })
})

describe('numbers as people say and type them', () => {
  test.each([
    ['PE', 'quinientitos', '500'],
    ['MX', '3mil500', '3500'],
    ['MX', 'tres quinientos', '3500'],
    ['CL', 'cuatro cientos', '400'],
    ['AR', '200 y pico de lucas', '200000 ARS'],
    ['AR', 'un palo doscientos', '1200000 ARS'],
    ['ES', 'medio millar de euros', '500 EUR'],
    ['CO', 'dosmil quinientos', '2500'],
    ['BR', 'mil e duzentos reais', '1200 BRL'],
    ['US', 'two thousand five hundred', '2500'],
    ['BO', '500.- Bs', '500 BOB'],
  ])('%s: %s', (country, text, budget) => {
    expect(budgetIn(text, country)).toBe(budget)
  })
})

describe('slang and currencies', () => {
  test.each([
    ['PE', 'tres gambas', '300 PEN'],
    ['PE', 'medio palo verde', '500000 USD'],
    ['CU', 'le doy 5 mil baros', '5000 CUP'],
    ['CU', 'pago en usd, unos 120', '120 USD'],
    ['PA', '60 balboas', '60 PAB'],
    ['CR', '2 tejas', '200 CRC'],
    ['EC', 'unas 50 latas', '50 USD'],
    ['BR', 'uns 800 conto', '800 BRL'],
  ])('%s: %s', (country, text, budget) => {
    expect(budgetIn(text, country)).toBe(budget)
  })
})

describe('no figure', () => {
  test.each([
    ['MX', 'no traigo ni un quinto oiga'],
    ['CU', 'no tengo ni un kilo prieto partido por la mitad'],
    ['PA', 'no tengo chen chen'],
    ['ES', 'estoy a dos velas'],
    ['PE', 'ando misio'],
    ['GT', 'por pisto no tenga pena'],
    ['DO', 'el dinero no e problema mi hermano'],
    ['PR', 'ni lo he pensado, brega tú con eso'],
    ['BO', 'no me animo a decirle un monto aun'],
    ['AR', 'lo que me salga'],
    ['AR', 'lo charlamos después'],
    ['CL', 'ando al tres y al cuatro'],
    ['ES', 'no me lo he planteado'],
    ['CO', 'presupuesto limitado'],
    ['PE', 'mañana le digo'],
    ['HN', 'apenas hay pisto pa comer'],
    ['BR', 'tô sem grana agora'],
  ])('%s: %s', (country, text) => {
    expect(budgetIn(text, country)).toBe('none')
  })

  test.each([
    'todavía no tenemos definido cuánto gastar',
    'de plata todavía ni idea',
    'la plata no es el problema',
  ])('said unasked: %s', (text) => {
    expect(budgetIn(text, 'CO', 'open')).toBe('none')
  })

  test.each(['la tela no es el problema', 'no importa la luz'])('%s is of no money', (text) => {
    expect(budgetIn(text, 'CO', 'open')).toBeNull()
  })
})

describe('money that is nobody’s to spend', () => {
  test.each([
    ['EC', 'mi prima pagó 90 dólares donde la competencia'],
    ['DO', 'ya solté 6 mil en otro salón y me quemaron el pelo'],
    ['PR', 'el mecánico anterior me tumbó 650'],
    ['AR', 'a mi cuñado le sacaron 700 lucas por lo mismo'],
    ['ES', 'me han cobrado 300 euros en otro taller'],
    ['CO', 'en Homecenter vale 250 mil'],
    ['CO', 'la vez pasada fueron 200 mil'],
    ['CO', 'mi vecino dice que eso vale 300 mil'],
    ['GT', 'saco como Q4,200 al mes vendiendo por catálogo'],
    ['DO', 'yo hago como 35 mil mensual en la banca'],
    ['UY', 'mi jubilación son 28 mil'],
    ['CO', 'pago 500 mil de colegio'],
    ['PY', 'vendí mi terreno en 40 millones'],
    ['US', 'I make 52k a year, single mom'],
    ['BR', 'ganho 3 mil por mês'],
    ['MX', 'traigo puros billetes de 500, tendrán cambio?'],
  ])('%s: %s', (country, text) => {
    for (const question of ['budget', 'open'] as const) {
      expect(budgetIn(text, country, question)).toBeNull()
    }
  })

  test('only the accent tells what another paid from what the writer pays', () => {
    expect(budgetIn('pagó 500 por eso', 'MX')).toBeNull()
    expect(budgetIn('pago 500 por eso', 'MX')).toBe('500')
  })

  test.each([
    ['AR', 'la anterior me dijo 800 lucas y yo puedo poner 500', '500000 ARS'],
    ['ES', '60 la hora me parece un atraco, yo puedo llegar a 35', '..35'],
    ['BR', 'já fizeram um orçamento de 7 mil mas eu só tenho 5 mil', '5000'],
  ])('%s: %s leaves the own sum', (country, text, budget) => {
    expect(budgetIn(text, country)).toBe(budget)
  })
})

describe('unasked', () => {
  test.each([
    ['ES', 'con 300 iríamos sobraos para las dos puertas', 'open', '300'],
    ['ES', 'cena para 20, unos 35 por persona', 'open', '35'],
    ['US', 'no hay rush, pero máximo 700 eh', 'urgency', '..700'],
    ['AR', 'tengo un gol 2008 q levanta temperatura', 'need', null],
    ['MX', 'hicieron una cochinada con mi sillón', 'open', null],
    ['CL', 'calzo 38', 'need', null],
  ] as const)('%s: %s', (country, text, question, budget) => {
    expect(budgetIn(text, country, question)).toBe(budget)
  })
})
