import { describe, expect, it } from 'vitest'
import type { Notice } from '../../../src/core/conversation/effects.js'
import type { LoopReason } from '../../../src/core/loops/watch.js'
import { type LeadCardProps, leadCard } from '../../../src/core/owner/lead-card.js'
import { noticeText } from '../../../src/core/owner/notice.js'
import type { Iso } from '../../../src/core/types.js'
import { anasCard } from './anas-card.js'

const unnamed: LeadCardProps = {
  ...anasCard,
  contact: { ...anasCard.contact, slots: {}, profileName: null },
}
const hidden: LeadCardProps = { ...anasCard, contact: { ...anasCard.contact, phone: null } }

const UNTIL = '2026-03-11T03:00:00.000Z' as Iso
const BACK = 'Vuelvo solo el martes 10, 10 p. m. Si es una persona: *sigue ana*.'
const QUIET = 'Dejé de responder en el chat de +573000000214: '
const WHY: { readonly [K in LoopReason['kind']]: Extract<LoopReason, { kind: K }> } = {
  machine: { kind: 'machine', said: 'Digite 1' },
  idle: { kind: 'idle', n: 5 },
  same: { kind: 'same', n: 3, said: 'hola' },
  flood: { kind: 'flood', n: 500 },
  endless: { kind: 'endless', n: 60 },
}
const SEEN: { readonly [K in LoopReason['kind']]: string } = {
  machine: 'parece otro bot. Escribió «Digite 1».',
  idle: 'parece otro bot. Van 5 mensajes en un minuto que no dicen nada.',
  same: 'parece otro bot. Escribió 3 veces «hola».',
  flood: 'llegaron 500 mensajes en un minuto.',
  endless: 'le respondí 60 veces en una hora.',
}
const LOOPS = Object.values(WHY).map((why): readonly [Notice, string] => [
  { kind: 'loop', why, until: UNTIL },
  `${QUIET}${SEEN[why.kind]} ${BACK}`,
])

describe('news to the owner', () => {
  const said = 'me dieron una en 750'
  const rows: readonly (readonly [Notice, string])[] = [
    [{ kind: 'card' }, leadCard(anasCard, 'full')],
    [
      { kind: 'corrected', slot: 'budget', from: '$1.000.000', to: '$3.000.000' },
      '*Ana* corrigió el presupuesto: $3.000.000 (antes, $1.000.000).',
    ],
    [
      { kind: 'corrected', slot: 'tela', from: 'lino', to: 'drill' },
      '*Ana* corrigió un dato: drill (antes, lino).',
    ],
    [{ kind: 'added', what: '20 delantales' }, '*Ana* agregó: «20 delantales».'],
    [{ kind: 'asked_person' }, '*Ana* pidió hablar con una persona. +573000000214'],
    [
      { kind: 'unknown_question', said: 'a qué hora vienen' },
      '*Ana* pregunta: «a qué hora vienen». No supe qué decirle. +573000000214\n' +
        'Escriba *responder* y su mensaje, o *dato:* y lo que debo responder siempre.',
    ],
    [
      { kind: 'passed_on', fact: 'descuento', said: 'y hay descuento?' },
      '*Ana* pregunta: «y hay descuento?». Le dije que eso lo ve usted. +573000000214',
    ],
    [
      { kind: 'audio', seconds: 34 },
      '*Ana* mandó una nota de voz de 34 segundos. Para oírla: wa.me/573000000214',
    ],
    [
      { kind: 'audio', seconds: 1 },
      '*Ana* mandó una nota de voz de 1 segundo. Para oírla: wa.me/573000000214',
    ],
    [
      { kind: 'media', what: 'chat.media.image', n: 1, shared: [] },
      '*Ana* mandó una foto. Para ver el chat: wa.me/573000000214',
    ],
    [
      { kind: 'media', what: 'Wilmer', n: 1, shared: [] },
      '*Ana* mandó el contacto de Wilmer. Para ver el chat: wa.me/573000000214',
    ],
    [
      { kind: 'media', what: 'unreadable', n: 1, shared: [] },
      'No pude leer un mensaje de *Ana*. Ya pedí que lo reenvíen; también puede verlo en el teléfono.',
    ],
    [
      { kind: 'expensive', said },
      '*Ana* dice que está caro: «me dieron una en 750». No le ofrecí descuento. +573000000214',
    ],
    [
      { kind: 'complaint', said: '3 *torcidas*' },
      '*Ana* no está conforme: «3 ∗torcidas∗». Mejor una llamada que un mensaje. +573000000214',
    ],
    [
      { kind: 'check_in_bad', said: '3 venían con el logo torcido' },
      '*Ana* · +573000000214\n«3 venían con el logo torcido»\nLe prometí una solución hoy antes de las 6.',
    ],
    [
      { kind: 'reminder', of: { kind: 'card' } },
      '*Ana* sigue esperando: 20 camisetas polo, unos $1.000.000, vie 27 mar. +573000000214\n' +
        'Responda *tomar* o reaccione 👍.',
    ],
    [
      { kind: 'reminder', of: { kind: 'complaint', said: '3 *torcidas*' } },
      '*Ana* sigue esperando: «3 ∗torcidas∗». +573000000214\nResponda *tomar* o reaccione 👍.',
    ],
    [
      { kind: 'handed_on', of: { kind: 'card' }, from: 'Rosalba' },
      `Rosalba no ha podido atender a *Ana*.\n\n${leadCard(anasCard, 'full')}`,
    ],
    [
      { kind: 'handed_on', of: { kind: 'complaint', said: 'mal' }, from: 'Rosalba' },
      'Rosalba no ha podido atender a *Ana*.\n\n' +
        '*Ana* no está conforme: «mal». Mejor una llamada que un mensaje. +573000000214\n\n' +
        leadCard(anasCard, 'full'),
    ],
    [{ kind: 'gone_on', to: 'Fabián' }, '*Ana* sigue esperando y ya le pasé el aviso a Fabián.'],
    ...LOOPS,
    [{ kind: 'opted_out' }, '*Ana* pidió que no le escribamos más. No le vuelvo a escribir.'],
    [{ kind: 'erased' }, 'Una persona pidió borrar sus datos y ya está hecho.'],
    [{ kind: 'called' }, '*Ana* llamó a las 10 a. m. y nadie contestó. +573000000214'],
    [{ kind: 'cancelled', said: 'ya no' }, '*Ana* dejó el pedido: «ya no».'],
    [{ kind: 'cancelled', said: null }, '*Ana* dejó el pedido por ahora.'],
  ]

  it.each(rows)('%j', (notice, text) => {
    expect(noticeText(notice, anasCard)).toBe(text)
  })

  it('reminds of what is known, and of the wish for a person where nothing is', () => {
    const { inquiry } = anasCard
    const { need, urgency } = inquiry.slots
    const reminder = (change: Partial<LeadCardProps['inquiry']>): string | undefined => {
      const props = { ...anasCard, inquiry: { ...inquiry, ...change } }
      return noticeText({ kind: 'reminder', of: { kind: 'card' } }, props).split('\n')[0]
    }
    expect(reminder({ slots: { ...(need && { need }), ...(urgency && { urgency }) } })).toBe(
      '*Ana* sigue esperando: 20 camisetas polo, vie 27 mar. +573000000214',
    )
    expect(reminder({ slots: {}, items: [] })).toBe(
      '*Ana* sigue esperando: pidió hablar con una persona. +573000000214',
    )
  })

  it('calls somebody without a name by the number', () => {
    expect(noticeText({ kind: 'opted_out' }, unnamed)).toMatch(/^\*\+573000000214\* pidió/)
  })

  it('sends to the phone where the number is hidden', () => {
    expect(noticeText({ kind: 'audio', seconds: 34 }, hidden)).toBe(
      '*Ana* mandó una nota de voz de 34 segundos. Para oírla: el teléfono del negocio',
    )
    expect(noticeText({ kind: 'asked_person' }, hidden)).toBe(
      '*Ana* pidió hablar con una persona. Número oculto',
    )
  })

  it('never names somebody who was erased', () => {
    expect(noticeText({ kind: 'erased' }, anasCard)).not.toMatch(/Ana|\+57/)
  })
})
