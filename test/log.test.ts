import { describe, expect, test } from 'vitest'
import { createLog, type Log, maskPhone } from '../src/log.js'

function logged(write: (log: Log) => void, secrets: readonly string[] = []): string {
  const lines: string[] = []
  write(createLog({ level: 'trace', secrets, to: { write: (line) => lines.push(line) } }))
  return lines.join('')
}

const CANARIES = {
  phone: '+573001234567',
  spaced: '+57 300 123-4567',
  jid: '573001234567@s.whatsapp.net',
  name: 'Anacleta Canario',
  text: 'mi clave del banco es manzana',
  secret: 'sk-canario-secreto',
}
const FORBIDDEN = /1234567|123-4567|123 4567|Anacleta|manzana|canario/

describe('no line of the log holds', () => {
  test.each<[string, (log: Log) => void]>([
    ['fields with personal data', (log) => log.warn({ ...CANARIES }, 'received')],
    ['nested fields', (log) => log.warn({ inbound: { from: [CANARIES] }, contact: CANARIES }, 'x')],
    [
      'phones in fields that are kept',
      (log) => log.warn({ route: CANARIES.jid, code: CANARIES.spaced }, 'x'),
    ],
    ['phones as numbers', (log) => log.warn({ contact: 573_001_234_567 }, 'x')],
    ['phones and secrets in the text', (log) => log.error(`${CANARIES.phone} ${CANARIES.secret}`)],
    ['errors that quote', (log) => log.error(new Error(`Unexpected token in "${CANARIES.text}"`))],
    [
      'errors as fields',
      (log) => log.error({ err: new Error(`to ${CANARIES.jid}: «${CANARIES.name}»`) }, 'x'),
    ],
    [
      'their causes',
      (log) =>
        log.error({
          error: new Error('x', { cause: new Error(`'${CANARIES.text}' ${CANARIES.secret}`) }),
        }),
    ],
    [
      'properties of errors',
      (log) => log.error({ error: Object.assign(new Error('x'), CANARIES) }, 'x'),
    ],
  ])('personal data: %s', (_, write) => {
    const line = logged(write, [CANARIES.secret])
    expect(line).toMatch(/^\{.*\}\n$/s)
    expect(line).not.toMatch(FORBIDDEN)
  })
})

test('a line says what happened, in JSON', () => {
  const cause = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' })
  const error = new Error('could not save', { cause })
  const line = logged((log) => log.error({ contact: 'c_17', attempts: 3, error }, 'send failed'))
  expect(JSON.parse(line)).toEqual({
    level: 'error',
    time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/),
    pid: process.pid,
    contact: 'c_17',
    attempts: 3,
    error: {
      name: 'Error',
      text: 'could not save',
      cause: { name: 'Error', code: 'SQLITE_IOERR', text: 'disk I/O error' },
    },
    msg: 'send failed',
  })
})

test('nothing under the level is written', () => {
  const lines: string[] = []
  const log = createLog({ level: 'warn', to: { write: (line) => lines.push(line) } })
  log.info('started')
  log.warn('late')
  expect(lines).toHaveLength(1)
})

test('dates are not taken for phones', () => {
  expect(logged((log) => log.info({ dueAt: '2026-03-10T15:00:00.000Z' }, 'due'))).toContain(
    '2026-03-10T15:00:00.000Z',
  )
})

test.each([
  ['+573000000001', '•••0001'],
  ['573001234567@s.whatsapp.net', '•••4567'],
])('%s is shown as %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked)
})
