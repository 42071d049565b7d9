import { expect, test } from 'vitest'
import { bogota } from '../business/hilvan.js'
import { fabian, hear, texts, world } from './people.js'

const at = world([])
const FILES = [
  { kind: 'file', of: { kind: 'table', of: 'contacts', name: 'contactos-2026-03-10.csv' } },
  { kind: 'file', of: { kind: 'table', of: 'sales', name: 'ventas-2026-03-10.csv' } },
]

test('«exportar» says what the files hold, and sends them after a plain yes', () => {
  const asked = hear('Exportar', at)
  expect(texts(asked)[0]).toContain('Son datos personales de sus clientes')
  expect(hear('sí', at, asked.staff).replies).toMatchObject(FILES)
  const left = hear('no', at, asked.staff)
  expect(texts(left)).toEqual(['Listo, no mando nada.'])
  expect(left.staff.pending).toBeNull()
  // Another word leaves the question behind, and so does a yes that comes later.
  const other = hear('hoy', at, asked.staff)
  expect(hear('sí', at, other.staff).replies).not.toMatchObject(FILES)
})

test('where a PIN is set the files wait for it', () => {
  const locked = world([], { pin: { code: '2468', minutes: 10 }, now: bogota(10, '10:00') })
  const held = hear('sí', locked, hear('exportar contactos', locked).staff)
  expect(texts(held)).toEqual(['Antes de mandarle los archivos hace falta su PIN. ¿Me lo escribe?'])
  expect(hear('1111', locked, held.staff).replies).not.toMatchObject(FILES)
  expect(hear('2468', locked, held.staff).replies).toMatchObject(FILES)
})

test.each(['exportar', 'reporte'])('a seller asks an owner for «%s»', (word) => {
  const told = hear(word, world([], { me: fabian }))
  expect(texts(told)[0]).toContain('Esa palabra la tiene Rosalba')
  expect(told.staff.pending).toBeNull()
})
