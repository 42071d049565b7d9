import { expect, test } from 'vitest'
import { debtsText, type Noted } from '../../../src/core/owner/debts-text.js'
import { bogota, hilvan } from '../business/hilvan.js'
import { spanish } from '../schedule/spanish.js'

const now = bogota(10, '10:00')

function told(people: readonly Noted[], one = false): string {
  return debtsText({ people, one, now, business: hilvan, messages: spanish })
}

const note = (text: string, day: number) => ({ text, at: bogota(day, '09:00') })
const ana = { name: 'Ana', notes: [note('me pagó la mitad', 9), note('le gusta el azul', 8)] }
const luis = { name: 'Luis', notes: [note('ya pagó todo', 9), note('debe 200 mil', 6)] }

test('what was noted of who owes is told back, and nothing of whoever paid', () => {
  expect(told([ana, luis])).toBe(
    'Esto quedó anotado de quién debe:\n' +
      '• *Ana*: «me pagó la mitad» (ayer)\n' +
      'Cuando paguen: *nota*, el nombre y *ya pagó todo*.',
  )
})

test('a debt after all was paid is a new one', () => {
  const again = { name: 'Luis', notes: [note('debe 50 mil', 10), ...luis.notes] }
  expect(told([again])).toContain('• *Luis*: «debe 50 mil» (hoy)')
})

test('of nobody, or of one, it says so', () => {
  expect(told([])).toContain('No hay nada anotado de quién debe.')
  expect(told([luis], true)).toContain('No hay nada anotado de que Luis deba algo.')
})
