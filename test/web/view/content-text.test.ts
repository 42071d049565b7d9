import { expect, test } from 'vitest'
import type { Content, MessageId } from '../../../src/core/types.js'
import { contentText } from '../../../src/web/view/content-text.js'
import { messages } from '../_house.js'

const id = 'm1' as MessageId

test.each<[Content, string]>([
  [{ kind: 'text', text: 'hola\nbuenas' }, 'hola\nbuenas'],
  [{ kind: 'choice', option: 'si', label: 'Sí' }, 'Sí'],
  [{ kind: 'audio', seconds: 4.4, transcript: null }, 'Nota de voz, 4 s'],
  [{ kind: 'audio', seconds: 4, transcript: 'hola' }, 'Nota de voz, 4 s\nhola'],
  [{ kind: 'image', caption: null }, 'Foto'],
  [{ kind: 'image', caption: 'el logo' }, 'Foto\nel logo'],
  [{ kind: 'document', name: 'rut.pdf', bytes: null, caption: null }, 'Documento: rut.pdf'],
  [
    { kind: 'document', name: 'rut.pdf', bytes: null, caption: 'Mi RUT' },
    'Documento: rut.pdf\nMi RUT',
  ],
  [{ kind: 'video', caption: 'Así' }, 'Video\nAsí'],
  [{ kind: 'sticker' }, 'Sticker'],
  [{ kind: 'location', name: null, latitude: 4.6, longitude: -74.1 }, 'Ubicación: 4.6, -74.1'],
  [{ kind: 'contact', name: 'Luz', phone: '+57310' }, 'Contacto: Luz, +57310'],
  [{ kind: 'reaction', emoji: '👍', to: id }, 'Reaccionó con 👍'],
  [{ kind: 'reaction', emoji: '', to: id }, 'Quitó su reacción'],
  [{ kind: 'edit', of: id, text: 'digo 30' }, 'Mensaje corregido:\ndigo 30'],
  [{ kind: 'delete', of: id }, 'Mensaje eliminado'],
  [{ kind: 'call', missed: true }, 'Llamada'],
  [{ kind: 'unreadable' }, 'Mensaje que no se pudo leer'],
])('%j reads "%s"', (content, text) => {
  expect(contentText(messages, content)).toBe(text)
})
