import { describe, expect, test } from 'vitest'
import { PLAIN_NUMBER } from '../../../src/core/business/number.js'
import {
  type Governing,
  type GovernorReason,
  govern,
  type Leaving,
  type Occasion,
  type SentLately,
} from '../../../src/core/governor/governor.js'
import { careSentences, heldLines, lineText } from '../../../src/core/governor/line-text.js'
import type { GateReason } from '../../../src/core/schedule/gate.js'
import type { ContactId, Iso } from '../../../src/core/types.js'
import { whatsappPage } from '../../../src/web/pages/whatsapp-page.js'
import { bogota, hilvan } from '../business/hilvan.js'
import { spanish } from '../schedule/spanish.js'

const NOW = bogota(10, '10:00')
const ANA = 'ana' as ContactId
const LONG = 'Buenos días, ¿cómo le fue con los uniformes que le entregamos?'

function ago(minutes: number): Iso {
  return new Date(Date.parse(NOW) - minutes * 60_000).toISOString() as Iso
}

/** Messages of an occasion, each to somebody else, the last one so many minutes ago. */
function sent(count: number, occasion: Occasion, minutes = 5): readonly SentLately[] {
  return Array.from({ length: count }, (_, at) => ({
    ...{ at: ago(minutes + count - at - 1), contactId: `c${at}` as ContactId, occasion },
    ...{ text: `${occasion} ${at}`, first: false },
  }))
}

function leaving(occasion: Occasion, rest: Partial<Leaving> = {}): Leaving {
  return { contactId: ANA, occasion, text: 'Con gusto.', wrote: true, ...rest }
}

function line(rest: Partial<Governing> = {}): Governing {
  const linkedAt = bogota(1, '08:00')
  const rules = { ...PLAIN_NUMBER, warmUpDays: 0 }
  return { now: NOW, rules, linkedAt, lockedUntil: null, sent: [], ...rest }
}

describe('what leaves a linked number', () => {
  const locked = line({ lockedUntil: bogota(12, '09:00') })
  const busy = line({ sent: sent(12, 'proactive') })
  const full = line({ sent: sent(40, 'proactive', 120) })
  const flood = line({ sent: sent(240, 'reply', 0).map((one) => ({ ...one, at: ago(10) })) })
  const said = sent(4, 'proactive').map((one) => ({ ...one, text: LONG }))
  const opened = sent(5, 'person', 60).map((one) => ({ ...one, first: true }))

  test.each<[string, Leaving, Governing, string]>([
    ['an answer', leaving('reply'), line(), 'go'],
    ['an answer while WhatsApp locks new chats', leaving('reply'), locked, 'go'],
    ['a reminder meanwhile', leaving('proactive'), locked, 'held.locked'],
    [
      "an owner's word to somebody new meanwhile",
      leaving('person', { wrote: false }),
      locked,
      'held.locked',
    ],
    ["an owner's word in an open chat meanwhile", leaving('person'), locked, 'go'],
    [
      'what nobody asked for, to somebody who never wrote',
      leaving('proactive', { wrote: false }),
      line(),
      'held.cold',
    ],
    ['the same at an owner’s word', leaving('person', { wrote: false }), line(), 'go'],
    [
      'the sixth of those in a day',
      leaving('person', { wrote: false }),
      line({ sent: opened }),
      'held.first_contacts',
    ],
    ['the thirteenth reminder of an hour', leaving('proactive'), busy, 'held.hour_budget'],
    ['the forty-first of a day', leaving('proactive'), full, 'held.day_budget'],
    ['an answer beside them', leaving('reply'), busy, 'go'],
    ['an answer after 240 in an hour', leaving('reply'), flood, 'held.hour_budget'],
    [
      'news for the owner, whatever is',
      leaving('notice'),
      { ...flood, lockedUntil: locked.lockedUntil },
      'go',
    ],
    [
      'the same text for a fifth person',
      leaving('proactive', { text: LONG }),
      line({ sent: said }),
      'held.same_text',
    ],
    ['the same text as an answer', leaving('reply', { text: LONG }), line({ sent: said }), 'go'],
    [
      'the same text once more to one who had it',
      leaving('proactive', { text: LONG }),
      line({ sent: said.map((one) => ({ ...one, contactId: ANA })) }),
      'go',
    ],
  ])('%s', (_, message, governing, expected) => {
    const governed = govern(message, governing)
    expect(governed.kind === 'go' ? 'go' : governed.reason).toBe(expected)
  })

  test('goes as soon as there is room again', () => {
    expect(govern(leaving('proactive'), busy)).toMatchObject({ kind: 'wait', until: ago(16 - 60) })
    const [oldest] = busy.sent
    const later = {
      ...busy,
      now: new Date(Date.parse(oldest?.at ?? '') + 3_600_000).toISOString() as Iso,
    }
    expect(govern(leaving('proactive'), later).kind).toBe('go')
  })

  test('is less while the number is new', () => {
    const rules = { ...PLAIN_NUMBER, warmUpDays: 9 }
    const fresh = line({ rules, linkedAt: ago(60), sent: sent(1, 'proactive') })
    expect(govern(leaving('proactive'), fresh)).toMatchObject({ reason: 'held.warm_up' })
    expect(govern(leaving('reply'), fresh).kind).toBe('go')
    const week = line({ rules, linkedAt: bogota(4, '08:00'), sent: sent(7, 'proactive') })
    expect(govern(leaving('proactive'), week).kind).toBe('go')
  })

  test('is typed as long as a person would, and never in the same breath', () => {
    const pause = (text: string, governing: Governing) => {
      const governed = govern(leaving('reply', { text }), governing)
      return governed.kind === 'go' ? governed.pauseMs : null
    }
    expect(pause('Sí.', line())).toBe(675)
    expect(pause('a'.repeat(300), line())).toBe(6_000)
    const justNow = { ...sent(1, 'reply', 0)[0], contactId: ANA } as SentLately
    expect(pause('Sí.', line({ sent: [justNow] }))).toBe(2_000)
  })
})

const NOTHING_ELSE = { rehearsal: null, dropped: 0, silent: [] }

/** Every decision by name, so that a new one without words does not compile. */
const DECISIONS: { readonly [R in GovernorReason | GateReason]: string } = {
  'held.locked': 'WhatsApp no deja que este número abra chats nuevos',
  'held.cold': 'nunca ha escrito',
  'held.first_contacts': 'ya se abrieron los chats nuevos que caben',
  'held.hour_budget': 'en esta hora ya salieron los mensajes que caben',
  'held.day_budget': 'en este día ya salieron los mensajes que caben',
  'held.warm_up': 'el número es nuevo',
  'held.same_text': 'ese mismo texto ya salió',
  'held.opted_out': 'pidió que no le escribieran',
  'held.no_hours': 'no hay ningún horario',
  'held.person': 'una persona está hablando en ese chat',
  'held.loop': 'contesta otro bot',
  'held.postponed': 'quedó para ese día',
  'held.silence': 'todo está en pausa',
  'held.rehearsal': 'son días de ensayo',
  'held.day_cap': 'ya recibió un mensaje hoy',
  'held.week_cap': 'los que caben esta semana',
  'held.ticket': 'hay un caso abierto',
  'held.rest_day': 'domingo y festivo no se escribe',
  'held.hours': 'a esta hora no se escribe',
}

describe('how the line stands', () => {
  const words = { business: hilvan, messages: spanish }

  test('says each limit in one sentence, and what waits', () => {
    const governing = line({ lockedUntil: bogota(12, '09:00'), sent: sent(3, 'proactive') })
    const held = [{ who: 'Ana', reason: 'held.locked', until: bogota(12, '09:00') }]
    const text = lineText({ governing, spared: true, held, ...NOTHING_ELSE }, words)
    expect(text).toContain('no deja que este número abra chats nuevos hasta el jueves 12, 9 a. m.')
    expect(text).toContain(
      'Mensajes que nadie pidió: 3 en la última hora (caben 12) y 3 en las últimas 24',
    )
    expect(text).toContain('Espera un mensaje:\nAna · Espera al jueves 12')
  })

  test('every decision is one sentence, in the chat and on the page', () => {
    const until = bogota(12, '09:00')
    for (const [reason, meant] of Object.entries(DECISIONS)) {
      const care = {
        ...{ governing: line(), spared: true, ...NOTHING_ELSE },
        held: [{ who: 'Ana', reason, until }],
      }
      const shown = heldLines(care, words).at(-1) ?? ''
      expect(shown).toContain(meant)
      expect(shown).toMatch(/^Ana · [^{}]+\.$/)
      expect(lineText(care, words)).toContain(shown)
      const page = whatsappPage({
        ...{ ...words, care, aheadMs: 0, now: new Date(NOW) },
        status: { state: 'open', since: NOW },
      }).markup
      expect(page).toContain(shown)
    }
  })

  test('tells what it did not send, and where it fell silent by itself', () => {
    const until = bogota(10, '22:00')
    const silent = ['Ana', 'Luis'].map((who) => ({ who, until }))
    const care = { governing: line(), spared: true, held: [], dropped: 2, silent, rehearsal: null }
    const sentences = careSentences(care, words).join('\n')
    expect(sentences).toContain('no envié 2 mensajes que eran para gente que nunca ha escrito')
    expect(sentences).toContain('Ana (hasta el martes 10, 10 p. m.) y Luis (hasta')
    expect(sentences).toContain('*sigue* y el nombre')
  })

  test('names the rehearsal first, in the chat and on the page', () => {
    const rehearsal = bogota(13, '10:00')
    const care = { governing: line(), spared: true, held: [], ...NOTHING_ELSE, rehearsal }
    const said = 'Hay ensayo hasta el viernes 13, 10 a. m.: no le escribo a nadie sin un *sí*'
    expect(careSentences(care, words)[0]).toContain(said)
    expect(lineText(care, words)).toContain(said)
    const status = { state: 'open', since: NOW } as const
    const page = whatsappPage({ ...words, care, aheadMs: 0, now: new Date(NOW), status }).markup
    expect(page).toContain('Hay ensayo hasta el viernes 13')
  })

  test('says that a new number writes less, and that the simulator keeps no limits', () => {
    const governing = line({ rules: PLAIN_NUMBER, linkedAt: bogota(9, '08:00') })
    const sentences = careSentences({ governing, spared: false, held: [], ...NOTHING_ELSE }, words)
    expect(sentences[0]).toContain('En el simulador')
    expect(sentences.join('\n')).toContain('va en el día 2 de 10')
  })
})
