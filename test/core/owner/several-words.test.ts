import { describe, expect, it, test } from 'vitest'
import { aboutTheSame, severalWords } from '../../../src/core/owner/several-words.js'
import { awake, lead, world } from './people.js'

const at = world([lead('Ana'), lead('Camilo')])

describe('words of one message', () => {
  it.each([
    ['tomar ana y cotización 840 mil', ['tomar ana', 'cotización 840 mil']],
    [
      'ganado ana 840 mil y nota: paga el lunes y el martes',
      ['ganado ana 840 mil', 'nota: paga el lunes y el martes'],
    ],
    ['ana ganado 840 mil y nota: llama', ['ana ganado 840 mil', 'nota: llama']],
    ['tomar ana, vip ana, pausa camilo', ['tomar ana', 'vip ana', 'pausa camilo']],
    [
      'ganado ana 840 mil\nperdido camilo por precio',
      ['ganado ana 840 mil', 'perdido camilo por precio'],
    ],
    [
      'gasté 50 mil en facebook y 30 mil en volantes',
      ['gasté 50 mil en facebook', 'gasté 30 mil en volantes'],
    ],
    [
      'ya le vendí a ana 840 mil, camilo está caro dijo que no, cuánto vamos, y a quién llamo hoy',
      [
        'ya le vendí a ana 840 mil',
        'camilo está caro dijo que no',
        'cuánto vamos',
        'a quién llamo hoy',
      ],
    ],
    ['lla le bendi a ana 840 mil, kuanto bamos', ['lla le bendi a ana 840 mil', 'kuanto bamos']],
    [
      'le vendí a ana 840 mil, me pagó la mitad y el resto el viernes',
      ['le vendí a ana 840 mil', 'nota: me pagó la mitad y el resto el viernes'],
    ],
    [
      'nota ana: paga contado, al final. recordar el lunes llamar a camilo. hoy',
      ['nota ana: paga contado, al final', 'recordar el lunes llamar a camilo. hoy'],
    ],
    [
      'le vendí a ana 840 mil, me abonó una parte, cómo vamos',
      ['le vendí a ana 840 mil', 'nota: me abonó una parte', 'cómo vamos'],
    ],
    ['vendido ana 840 mil, pagó de contado', ['vendido ana 840 mil', 'nota: pagó de contado']],
    [
      'tomar ana\ncamilo dijo algo raro\nvip ana',
      ['tomar ana', 'camilo dijo algo raro', 'vip ana'],
    ],
  ])('%s', (text, said) => {
    expect(severalWords(text, awake, at)).toEqual(said)
  })

  it.each([
    'ganado ana 840 mil, ya pagó',
    'nota ana: tomar medidas y cotización aparte',
    'responder ana: hoy no, mañana',
    'llamé a ana, todo bien y cita el martes',
    'tomar ana y camilo',
    'perdido ana por precio y demora',
    'hola, qué tal\nhoy no abro',
    'responder ana: hola\ntomar medidas mañana\ny ya le aviso',
    'posponer ana al lunes, hoy',
    'perdido ana, camilo',
  ])('%s is one', (text) => {
    expect(severalWords(text, awake, at)).toEqual([text])
  })

  test('are not parted while something was asked', () => {
    const asked = {
      kind: 'text',
      word: 'note',
      target: at.people.fresh()[0]?.id ?? ('x' as never),
    } as const
    const text = 'tomar ana y cotización 840 mil'
    expect(severalWords(text, { ...awake, pending: asked }, at)).toEqual([text])
  })

  test('are about the same person unless another is named', () => {
    const staff = { ...awake, lastAbout: lead('Ana').id }
    expect(aboutTheSame('cotización 840 mil', staff, at).quoted).toEqual({ contactId: 'ana' })
    expect(aboutTheSame('cotización camilo 840 mil', staff, at).quoted).toBeNull()
  })
})
