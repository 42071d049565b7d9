import { type Draft, label } from './draft.js'
import { friendlyName } from './friendly-name.js'
import { variableOf } from './variables.js'

/** What is kept about a person, for the person: a line each, unknown ones left out, and what to do. */
export function dataOf(draft: Draft): readonly string[] {
  const said = draft.contact.slots.name
  const nombre = said?.status === 'known' ? String(said.value) : friendlyName(draft.contact)
  const número = draft.contact.phone
  const [pedido, fecha, presupuesto] = ['pedido', 'fecha', 'presupuesto'].map((name) =>
    variableOf(draft, name),
  )
  const lines = [
    label(draft, 'chat.data.head'),
    nombre === null ? null : label(draft, 'chat.data.name', { nombre }),
    número === null ? null : label(draft, 'chat.data.phone', { número }),
    pedido === undefined ? null : label(draft, 'chat.data.order', { pedido }),
    fecha === undefined ? null : label(draft, 'chat.data.date', { fecha }),
    presupuesto === undefined ? null : label(draft, 'chat.data.budget', { presupuesto }),
    label(draft, 'chat.data.chat'),
  ]
  return [lines.filter((line) => line !== null).join('\n'), label(draft, 'chat.data.tail')]
}
