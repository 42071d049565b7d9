import { describe, expect, test } from 'vitest'
import { SIGNS } from '../../../src/core/flow/types.js'
import { complaints } from './written.js'

const HEAD = 'id: venta\ntitle: "Venta"\n'
const END = '  - end: done\n    id: fin\n'

/** What is wrong, the file (its first two lines are `HEAD`), and every line of the answer. */
const BROKEN: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a step that does not exist, with the one that was meant',
    `steps:
  - say: "Hola."
    id: saludo
    next: presupusto
  - ask: budget
    id: presupuesto
    text: "¿Cuánto tiene pensado gastar?"
${END}`,
    [
      '6: el paso «presupusto» no existe. ¿Será «presupuesto»? Hay: saludo, presupuesto, fin.',
      '7: a «presupuesto» no llega ningún paso. Decir desde dónde se llega, o quitarlo.',
      '10: a «fin» no llega ningún paso. Decir desde dónde se llega, o quitarlo.',
    ],
  ],
  [
    'a step that does not exist and resembles none',
    `steps:\n  - say: "Hola."\n    next: zzz\n${END}disqualified:\n  - { id: x, when: { known: need }, reason: "r", step: fin }\n`,
    ['5: el paso «zzz» no existe. Hay: say-1, fin.'],
  ],
  [
    'two steps of the same name',
    `steps:\n  - { say: "Uno.", id: fecha }\n  - { say: "Dos.", id: fecha }\n${END}`,
    ['5: «fecha» ya está en la línea 4. Cambiar uno de los dos nombres.'],
  ],
  [
    'a last step that leads nowhere',
    'steps:\n  - say: "Hola."\n    id: cierre\n',
    [
      '4: después de «cierre» no sigue nada y la charla quedaría colgada. Decir a qué paso va, o terminarla.',
    ],
  ],
  [
    'a question after the last one allowed',
    `questions: 2
steps:
  - { ask: need, text: "¿Qué necesita?" }
  - { ask: place, text: "¿Dónde?", spare: true }
  - { ask: quantity, text: "¿Cuántas?" }
  - { ask: urgency, text: "¿Para cuándo?" }
${END}`,
    ['8: esta es la tercera pregunta y el máximo es 2. Quitar una.'],
  ],
  [
    'a fifth question on one way and not on the other',
    `steps:
  - branch: [{ when: { sign: priced }, next: figura }]
  - { ask: place, text: "¿Dónde?" }
  - { ask: need, text: "¿Qué necesita?" }
  - { ask: quantity, text: "¿Cuántas?" }
  - { ask: urgency, id: fecha, text: "¿Para cuándo?" }
  - { ask: budget, id: figura, text: "¿Cuánto?" }
${END}`,
    ['9: esta es la quinta pregunta y el máximo es 4. Quitar una.'],
  ],
  [
    'a text over 300 characters, by form',
    `steps:\n  - say: { usted: "${'a'.repeat(342)}", tú: "b", vos: "${'á'.repeat(301)}" }\n${END}`,
    [
      '4: este mensaje tiene 342 caracteres y caben 300. Acortarlo o partirlo en dos.',
      '4: este mensaje tiene 301 caracteres y caben 300. Acortarlo o partirlo en dos.',
    ],
  ],
  [
    'a text over 300 characters on its own line of a list',
    `steps:\n  - say:\n      - "Corto."\n      - "${'a'.repeat(342)}"\n${END}`,
    ['6: este mensaje tiene 342 caracteres y caben 300. Acortarlo o partirlo en dos.'],
  ],
  [
    'a variable nobody knows',
    `steps:\n  - say: "Hola, {ciudad}. {Pedido}, {need} y {negocio}."\n${END}`,
    ['4: {ciudad} no está en business.yaml ni la pregunta ningún paso. Agregarla o quitarla.'],
  ],
  [
    'a variable with a slip',
    `steps:\n  - say: "Son {totl}."\n${END}`,
    ['4: {totl} no está en business.yaml ni la pregunta ningún paso. ¿Será {total}?'],
  ],
  [
    'a treatment without words',
    `steps:\n  - say: { usted: "¿Qué necesita?", tú: "¿Qué necesitas?" }\n    id: saludo\n${END}`,
    ['4: a «saludo» le falta la forma «vos».'],
  ],
  [
    'a wording with text and forms',
    `steps:\n  - say: { text: "Hola.", usted: "Hola.", tú: "Hola.", vos: "Hola." }\n${END}`,
    ['4: hace falta «text» o las tres formas («usted», «tú» y «vos»), no ambas cosas.'],
  ],
  [
    'a question that may be left without words',
    `steps:\n  - ask: need\n    text:\n      - "¿Lo mismo, {nombre}?"\n      - { when: { sign: told }, text: "¿Qué necesita?" }\n${END}`,
    [
      '5: todas las frases de «need» dependen de algo que puede no saberse. Agregar una que sirva siempre.',
    ],
  ],
  [
    'a circle that asks nothing',
    `steps:
  - { ask: need, text: "¿Qué necesita?" }
  - { say: "Uno.", id: uno }
  - { branch: [{ when: { sign: told }, next: fin }, { otherwise: uno }], id: dos }
${END}`,
    [
      '5: uno, dos: estos pasos dan vueltas sin preguntar ni esperar. Poner una pregunta, una espera o una salida.',
    ],
  ],
  [
    'slots of a type that does not exist, or in words that only free text has',
    `slots:
  tela: opcion
  reto: { type: number, words: ["se daña"] }
  otro: { type: text }
steps:
  - end: done
`,
    [
      '4: «opcion» no vale en «tela». ¿Será «option»? Hay: text, number, option, yes_no, date, email, phone.',
      '5: «number» no vale en «type». Hay: text.',
      '6: falta «words». Agregarlo.',
    ],
  ],
  [
    'slots nobody declared, wherever they stand',
    `slots: { tela: option }
steps:
  - ask: [tela, color]
    text: "¿Tela y color?"
    options: [{ id: drill, label: "Drill" }]
    only: { talla: "¿Qué talla?" }
  - branch: [{ when: { known: bugdet }, next: fin }]
${END}qualified: { all: [{ not: { missing: xyzw } }] }
echoes: [{ of: telas, text: "Bien." }]
scorecard: { threshold: 1, lines: [{ id: a, points: 1, when: { declined: need }, reason: "r", slot: urgencia }] }
`,
    [
      '5: el dato «color» no existe. Declararlo en «slots» o usar uno de estos: need, quantity, budget, urgency, authority, name, organization, sector, size, place, email, phone, nps, tela.',
      '8: este paso no pregunta «talla»; pregunta: tela, color.',
      '9: el dato «bugdet» no existe. ¿Será «budget»? Si es nuevo, declararlo en «slots».',
      '12: el dato «xyzw» no existe. Declararlo en «slots» o usar uno de estos: need, quantity, budget, urgency, authority, name, organization, sector, size, place, email, phone, nps, tela.',
      '13: el dato «telas» no existe. ¿Será «tela»? Si es nuevo, declararlo en «slots».',
      '14: el dato «urgencia» no existe. ¿Será «urgency»? Si es nuevo, declararlo en «slots».',
    ],
  ],
  [
    'flows that do not exist',
    `onSilence: vent\nonSale: postventa\nsteps:\n  - do: { start: otro }\n${END}`,
    [
      '3: el flujo «vent» no existe. ¿Será «venta»? Hay: venta.',
      '4: el flujo «postventa» no existe. Hay: venta.',
      '6: el flujo «otro» no existe. Hay: venta.',
    ],
  ],
  [
    'fields with a slip, fields that are absent and values of another kind, all at once',
    `qestions: 4
mode: speak
steps:
  - ask: need
    txt: "¿Qué necesita?"
  - say: 12
  - { branch: [], id: x }
  - { do: { wait: primero, after: mañana } }
  - { do: { llamar: "ya" } }
  - { id: nada }
  - { sya: "Hola." }
  - { end: done, id: "Dos palabras" }
scorecard: { threshold: "sesenta", lines: [] }
qualified: { knwon: need }
`,
    [
      '3: «qestions» no se conoce aquí. ¿Será «questions»? Hay: id, title, mode, questions, onSilence, onSale, afterTickets, slots, steps, echoes, scorecard, qualified, disqualified.',
      '4: «speak» no vale en «mode». Hay: talk, sequence.',
      '6: falta «text». Agregarlo.',
      '7: «txt» no se conoce aquí. ¿Será «text»? Hay: ask, id, label, text, any, only, hint, options, optionsText, offer, yes, unsure, anythingElse, spare, atLeast, atMost, outside, next.',
      '8: «say» tiene que ser un texto entre comillas.',
      '9: «branch» está vacío. Hace falta al menos uno.',
      '10: «mañana» no es una duración. Se escribe P1D (un día), P3D o PT20H (20 horas).',
      '11: aquí no se dice de qué se trata. Poner una de estas palabras: alert, handoff, start, wait, tag, survey, ticket, refer, close, share.',
      '12: aquí no se dice de qué se trata. Poner una de estas palabras: ask, say, branch, do, end.',
      '13: «sya» no se conoce aquí. ¿Será «say»? Hay: ask, say, branch, do, end.',
      '14: «Dos palabras» no sirve como nombre. Usar minúsculas, números y guiones, sin espacios.',
      '15: «threshold» tiene que ser un número, sin comillas ni puntos de miles.',
      '16: «knwon» no se conoce aquí. ¿Será «known»? Hay: known, declined, missing, is, number, sign, all, any, not.',
    ],
  ],
  [
    'a comparison with nothing to compare to and a sign that does not exist',
    `steps:
  - branch:
      - { when: { number: { of: budget } }, next: fin }
      - { when: { sign: pricd }, next: fin }
      - { otherwise: fin }
${END}`,
    [
      '5: a la comparación le falta «atLeast» o «below».',
      `6: «pricd» no vale en «sign». ¿Será «priced»? Hay: ${SIGNS.join(', ')}.`,
    ],
  ],
  [
    'a branch that ends the file without a way out',
    `steps:
  - { say: "Hola.", next: otra }
${END}  - { branch: [{ when: { known: need }, next: fin }], id: otra }
`,
    ['7: a «otra» le hace falta un solo «otherwise»: adónde va cuando nada se cumple.'],
  ],
  [
    'the rest of a file of which one step is broken',
    `steps:
  - { say: "Hola.", next: preguta }
  - { ask: need, txt: "¿Qué necesita?", id: pregunta }
  - { say: "Son {totl}.", id: suma }
${END}`,
    [
      '4: el paso «preguta» no existe. ¿Será «pregunta»? Hay: say-1, pregunta, suma, fin.',
      '5: falta «text». Agregarlo.',
      '5: «txt» no se conoce aquí. ¿Será «text»? Hay: ask, id, label, text, any, only, hint, options, optionsText, offer, yes, unsure, anythingElse, spare, atLeast, atMost, outside, next.',
      '6: {totl} no está en business.yaml ni la pregunta ningún paso. ¿Será {total}?',
    ],
  ],
  [
    'an option that is not among those offered',
    `steps:\n  - ask: need\n    text: "¿Qué?"\n    options: [{ id: uno, label: "Uno" }]\n    anythingElse: dos\n${END}`,
    ['7: la opción «dos» no existe. Hay: uno.'],
  ],
  [
    'options of one name, and a choice without options',
    `slots: { tela: option }
steps:
  - ask: need
    text: "¿Qué?"
    options: [{ id: uno, label: "Uno" }, { id: uno, label: { usted: "Otro", tú: "Otro" } }]
  - { ask: tela, text: "¿Qué tela?" }
${END}`,
    [
      '7: «uno» ya está en la línea 7. Cambiar uno de los dos nombres.',
      '7: a «need» le falta la forma «vos».',
      '8: «tela» se responde escogiendo y este paso no ofrece opciones. Agregar «options».',
    ],
  ],
  ['a tab', 'steps:\n\t- say: "Hola."\n', ['4: hay una tabulación; usar espacios.']],
  [
    'a quote that is never closed',
    'steps:\n  - say: "Hola.\n    id: uno\n',
    ['4: se abrió una comilla y no se cerró. Cerrarla al final del texto.'],
  ],
  [
    'a quote closed by the next one',
    'steps:\n  - say: "Hola.\n    id: uno\n  - say: "Adiós."\n',
    ['4: se abrió una comilla y no se cerró. Cerrarla al final del texto.'],
  ],
  ['a field twice', 'title: "Otra"\nsteps: []\n', ['3: este campo está dos veces. Quitar uno.']],
  [
    'a star without quotes',
    'steps:\n  - say: *hola*\n',
    ['4: este texto empieza con un signo especial. Ponerlo entre comillas.'],
  ],
  [
    'two points without quotes',
    'steps:\n  - say: hola: que tal: bien\n',
    ['4: esta línea no se entiende. Revisar la sangría, los dos puntos y las comillas.'],
  ],
]

describe('a broken flow file', () => {
  test.each(BROKEN)('says %s', (_, yaml, expected) => {
    expect(complaints(HEAD + yaml)).toEqual(expected)
  })

  test('that is empty asks for its fields', () => {
    expect(complaints('')).toEqual([
      '1: «» tiene que ser un grupo de campos, uno por línea y con sangría.',
    ])
  })
})
