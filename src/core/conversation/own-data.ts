import { permissionText } from '../owner/permission-text.js'
import { type Draft, inSpanish, label } from './draft.js'
import { friendlyName } from './friendly-name.js'
import { variableOf } from './variables.js'

/** What is kept about a person, for the person: a line each, unknown ones left out, and what to do. */
export function dataOf(draft: Draft): readonly string[] {
  const said = draft.contact.slots.name
  const nombre = said?.status === 'known' ? String(said.value) : friendlyName(draft.contact)
  const número = draft.contact.phone
  const [pedido, fecha, presupuesto] = ['pedido', 'fecha', 'presupuesto'].map(
    (name) =>
      // What they ordered is told them in any case.
      variableOf(draft, name) ?? variableOf(inSpanish(draft), name),
  )
  const lines = [
    label(draft, 'chat.data.head'),
    nombre === null ? null : label(draft, 'chat.data.name', { nombre }),
    número === null ? null : label(draft, 'chat.data.phone', { número }),
    pedido === undefined ? null : label(draft, 'chat.data.order', { pedido }),
    fecha === undefined ? null : label(draft, 'chat.data.date', { fecha }),
    presupuesto === undefined ? null : label(draft, 'chat.data.budget', { presupuesto }),
    ...permissionLines(draft),
    label(draft, 'chat.data.chat'),
  ]
  const whole = lines.filter((line) => line !== null).join('\n')
  draft.native.add(whole)
  return [whole, label(draft, 'chat.data.tail')]
}

/** How they came to be written to: how it began, and what holds now. */
function permissionLines({ contact, context }: Draft): readonly string[] {
  const all = context.permissions(contact.id)
  const shown = all.length > SHOWN ? [...all.slice(0, 1), ...all.slice(1 - SHOWN)] : all
  return shown.map((each) => permissionText(each, context.business, context.messages))
}

const SHOWN = 3
