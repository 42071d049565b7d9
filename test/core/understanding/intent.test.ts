import { describe, expect, test } from 'vitest'
import { ask } from './lexicon.js'

describe('intents as they are said from country to country', () => {
  test.each([
    ['no me texteen más', 'PR', 'opt_out'],
    ['dejad de bombardearme con publicidad', 'ES', 'opt_out'],
    ['me pueden sacar de este grupo de difusión?', 'CR', 'opt_out'],
    ['déjenme de mandar spam', 'CL', 'opt_out'],
    ['corten con los mensajes', 'AR', 'opt_out'],
    ['hábleme usted directamente, no quiero contestarle a una máquina', 'SV', 'handoff'],
    ['necesito bregar con una persona', 'PR', 'handoff'],
    ['hay alguien de carne y hueso ahí?', 'MX', 'handoff'],
    ['me comunica con el encargado?', 'EC', 'handoff'],
    ['proforma de 3 puertas de laurel por favor', 'EC', 'price'],
    ['pásame un presupuesto para pintar la casa', 'ES', 'price'],
    ['me regala una cotización', 'CO', 'price'],
    ['cuánto na sale la docena de chipa?', 'PY', 'price'],
    ['a cómo el ciento?', 'GT', 'price'],
    ['lista de precios porfa', 'PE', 'price'],
    ['podríais pasaros el jueves a ver el local?', 'ES', 'meeting'],
    ['tienen tiempo el jueves para venir a ver el apto?', 'CO', 'meeting'],
    ['me agenda una cita para el lunes?', 'MX', 'meeting'],
    ['nos juntamos el martes?', 'CL', 'meeting'],
    ['asere qué bolá', 'CU', 'greeting'],
    ['qué más pues, parce', 'CO', 'greeting'],
    ['qué xopá', 'PA', 'greeting'],
    ['klk montro', 'DO', 'greeting'],
    ['wena po, cómo estai', 'CL', 'greeting'],
    ['buen dia señito', 'PE', 'greeting'],
    ['agradecido siempre 🙏', 'PR', 'thanks'],
    ['se agradece el paro', 'MX', 'thanks'],
    ['mi Dios le pague veci', 'CO', 'thanks'],
  ])('%s', (text, country, intent) => {
    expect(ask(text, { country }).intent).toBe(intent)
  })
})

describe('corrections told in own words', () => {
  test.each([
    ['puse abril pero es mayo', 'urgency', 'EC'],
    ['donde dije tres semanas pon cinco', 'urgency', 'ES'],
    ['me comí un número, son 14 mil', 'budget', 'UY'],
    ['me he colado un cero, son 500', 'budget', 'ES'],
    ['me enredé, son 18 lucas', 'budget', 'CL'],
    ['bórrale el 10, ponle 7', 'nps', 'MX'],
    ['yo dije 8 pero pensándolo bien un 9', 'nps', 'DO'],
    ['me expresé mal, lo vemos entre los dos', 'authority', 'AR'],
    ['maldito autocorrector', 'name', 'AR'],
    ['la dirección que te pasé está mal, es Rivadavia 4530', 'open', 'AR'],
    ['lo que te dije antes no', 'open', 'ES'],
    ['dije abril? qué va, es en mayo', 'urgency', 'PA'],
  ] as const)('%s', (text, question, country) => {
    expect(ask(text, { question, country }).intent).toBe('correction')
  })
})

describe('words of an intent that mean something else', () => {
  test.each([
    ['como le dije, son 300 soles', 'budget'],
    ['ya le dije que 500 mil', 'budget'],
    ['perdón, estaba en una junta', 'open'],
    ['ay no mi amor', 'yesno'],
    ['no puedo pasar de 6 mil', 'budget'],
    ['puedo llegar a 700', 'budget'],
    ['mi familia viene el domingo', 'open'],
    ['voy a ver y le digo', 'open'],
    ['tengo una reunión el lunes y necesito un traje', 'open'],
    ['busco alguien que me pinte la casa', 'need'],
    ['el dueño', 'authority'],
    ['necesito dar de baja las placas de mi coche', 'need'],
    ['no me mande el paquete a casa', 'open'],
    ['me dieron una cotización en 750 mil', 'open'],
    ['no sé cuánto cuesta', 'open'],
  ] as const)('%s', (text, question) => {
    expect(ask(text, { question }).intent).toBe('none')
  })
})
