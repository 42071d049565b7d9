import { expect, test } from 'vitest'
import type { Referral } from '../../../src/core/types.js'
import {
  acts,
  type Chat,
  contextOf,
  messageOf,
  NOW,
  newChat,
  of,
  reply,
  says,
  take,
  talk,
} from '../conversation/_engine.js'

const ALL = 'soy Ana, 20 camisetas polo para el 27 de marzo, tengo un millón, yo decido'
const QUESTION = '¿cómo nos conoció?'
const AD: Referral = { sourceType: 'ad', sourceId: '120', clickId: 'c', headline: 'Uniformes' }

function fromAd(chat: Chat, text: string, referral: Referral = AD): Chat {
  return take(chat, { ...messageOf(chat, [{ kind: 'text', text }]), referral })
}

const source = ({ state }: Chat) => state.contact.source

test('the first source is never overwritten, whatever comes after it', () => {
  const later: Referral = { sourceType: 'post', sourceId: '9', clickId: null, headline: 'Otro' }
  const link = talk('hola, vengo por Feria del hogar, código FERIA')
  expect(source(link)).toMatchObject({ sourceType: 'feria', sourceId: 'FERIA' })
  const ad = fromAd(newChat(), 'hola')
  expect(source(ad)).toEqual(AD)
  const told = talk(ALL, 'por instagram')
  expect(source(told)).toMatchObject({ sourceType: 'instagram', headline: 'por instagram' })
  for (const chat of [link, ad, told]) {
    const first = source(chat)
    const on = fromAd(says(says(chat, 'código FERIA'), 'los vi en google'), 'hola', later)
    expect(source(on)).toEqual(first)
    expect(source(says(on, 'me recomendó Camilo'))).toEqual(first)
  }
})

test('it is asked once, last of all, and never of somebody whose source is known', () => {
  const asked = talk('hola', 'soy Ana, 20 camisetas polo', 'para el 27 de marzo')
  expect(reply(asked)).not.toContain(QUESTION)
  const done = says(asked, 'tengo un millón, yo decido')
  expect(reply(done).endsWith(QUESTION)).toBe(true)
  expect(done.state.dialogue.questions).toBe(asked.state.dialogue.questions)
  const on = says(says(done, '¿dónde quedan?'), 'y hacen delantales?')
  expect(reply(on)).not.toContain(QUESTION)
  for (const known of [fromAd(newChat(), ALL), talk(`los vi en instagram, ${ALL}`)]) {
    expect(known.state.inquiry?.qualified).toBe(true)
    expect(reply(known)).not.toContain(QUESTION)
  }
})

test('it waits for no answer: what they go on with is read as ever', () => {
  const asked = talk(ALL)
  const changed = says(asked, 'mejor 35 camisetas polo')
  expect(changed.state.inquiry?.items).toEqual([{ product: 'polo', quantity: 35 }])
  expect(source(changed)).toBeNull()
  const both = says(asked, 'los vi en instagram, y mejor 35 camisetas polo')
  expect(both.state.inquiry?.items).toEqual([{ product: 'polo', quantity: 35 }])
  expect(source(both)).toMatchObject({ sourceType: 'instagram' })
  expect(source(says(asked, 'no me acuerdo'))).toBeNull()
  // A person took over: the answer is noted all the same, without a word.
  const paused = says(acts(asked, { kind: 'pause' }), 'por google')
  expect(source(paused)).toMatchObject({ sourceType: 'google' })
  expect(paused.said).toEqual([])
})

test('a name that recommended is told; a friend without one is not', () => {
  const named = says(talk(ALL), 'me recomendó Camilo Rojas')
  expect(of(named.effects, 'recommended')).toEqual([{ kind: 'recommended', name: 'Camilo Rojas' }])
  expect(named.state.contact.slots.name).toMatchObject({ value: 'Ana' })
  const nameless = says(talk(ALL), 'me recomendó una amiga')
  expect(source(nameless)).toMatchObject({ sourceType: 'friend' })
  expect(of(nameless.effects, 'recommended')).toEqual([])
})

test('a business that does not want it asked is not', () => {
  const off = contextOf(NOW, { origins: { ask: 'no', list: false, options: [] } })
  expect(reply(says(newChat(off), ALL))).not.toContain(QUESTION)
})
