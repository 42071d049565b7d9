import { expect, test } from 'vitest'
import { renderContent, renderProto, renderQuoted } from '../../../src/channels/baileys/render.js'
import type { Content, Outgoing } from '../../../src/core/types.js'

const MENU: Outgoing = {
  kind: 'options',
  text: '¿Le reservo el cupo?',
  options: [
    { id: 'si', label: 'Sí' },
    { id: 'no', label: 'No' },
  ],
}

test('options are a numbered menu, and what is sealed anew reads the same', () => {
  const text = '¿Le reservo el cupo?\n1. Sí\n2. No'
  expect(renderContent(MENU)).toEqual({ text, linkPreview: null })
  expect(renderProto(MENU)).toEqual({ extendedTextMessage: { text } })
})

test.each<[Content | null, string]>([
  [{ kind: 'text', text: 'hola' }, 'hola'],
  [{ kind: 'choice', option: 'si', label: 'Sí' }, 'Sí'],
  [{ kind: 'image', caption: null }, ''],
  [{ kind: 'document', name: 'rut.pdf', bytes: null, caption: null }, 'rut.pdf'],
  [{ kind: 'contact', name: 'Luis', phone: '' }, 'Luis'],
  [null, ''],
])('a reply to %j quotes «%s», under the id that WhatsApp knows', (content, conversation) => {
  expect(renderQuoted('ana@lid', 'A1/unreadable', content)).toEqual({
    key: { remoteJid: 'ana@lid', fromMe: false, id: 'A1' },
    message: { conversation },
  })
})
