import { expect, test } from 'vitest'
import type { Flow } from '../../../src/core/flow/types.js'
import type { Content } from '../../../src/core/types.js'
import { contextOf, NOW, newChat, reply, says, sends, slots, talk } from './_engine.js'

const HERE: Content = { kind: 'location', name: null, latitude: 4.6, longitude: -74.1 }
const LINK = 'https://maps.google.com/?q=4.6,-74.1'

const plain = contextOf(NOW)

/** The shipped talk, which asks where they are before it asks for when. */
function askingPlace(): typeof plain {
  const talkFlow = plain.flow(plain.business.flows.talk, null)
  const date = talkFlow.steps.fecha
  if (date?.kind !== 'ask') throw new Error('the talk asks for no date')
  const text = (said: string) => ({ text: { usted: said, tú: said, vos: said }, when: null })
  const lugar = {
    ...date,
    id: 'lugar',
    slots: ['place'],
    text: [text('¿En qué barrio?'), text('¿Y dónde sería?')],
    options: [],
    next: 'fecha',
  }
  const order = talkFlow.steps.pedido
  if (order === undefined || !('next' in order)) throw new Error('the talk begins otherwise')
  const flow: Flow = {
    ...talkFlow,
    steps: { ...talkFlow.steps, pedido: { ...order, next: 'lugar' }, lugar },
    order: [...talkFlow.order, 'lugar'],
  }
  return { ...plain, flow: (id, hash) => (id === flow.id ? flow : plain.flow(id, hash)) }
}

test('a place is the answer where the talk asks for one, and the talk goes on', () => {
  const asked = says(newChat(askingPlace()), 'soy Ana, 20 camisetas polo')
  expect(reply(asked)).toContain('¿En qué barrio?')
  const here = sends(asked, HERE)
  expect(slots(here).place).toBe(LINK)
  expect(reply(here)).toMatch(/^Recibí la ubicación, gracias; ya la tiene Rosalba\. ¿Para cuándo/)
  const named = sends(asked, { ...HERE, name: 'La Alacena' })
  expect(slots(named).place).toBe('La Alacena')
})

test('a place said before stays, and where nobody asks for one it is only kept', () => {
  const chat = sends(talk('soy Ana, 20 camisetas polo'), HERE)
  expect(slots(chat).place).toBeUndefined()
  expect(chat.state.inquiry?.shared).toMatchObject([{ kind: 'location', latitude: 4.6 }])
  expect(sends(chat, HERE).state.inquiry?.shared).toHaveLength(1)
})

test('of very many the newest twelve stay at hand', () => {
  const sent = Array.from({ length: 30 }, (_, n): Content => {
    return { kind: 'document', name: `${n}.pdf`, bytes: n, caption: null }
  })
  const { shared = [] } = sends(talk('hola'), ...sent).state.inquiry ?? {}
  expect(shared).toHaveLength(12)
  expect(shared.at(-1)).toMatchObject({ name: '29.pdf' })
})
