import { z } from 'zod'
import type { Interval } from './types.js'

/** Monday first, as people write the week. */
export const WEEKDAYS = [
  'lunes',
  'martes',
  'miércoles',
  'jueves',
  'viernes',
  'sábado',
  'domingo',
] as const

const INTERVAL = /^([01]?\d|2[0-3]):[0-5]\d-(([01]?\d|2[0-3]):[0-5]\d|24:00)$/

const day = z.array(z.string().regex(INTERVAL, { error: 'flows.bad_interval' }))

export const weekFields = {
  lunes: day,
  martes: day,
  miércoles: day,
  jueves: day,
  viernes: day,
  sábado: day,
  domingo: day,
}

/** `lunes: ["8:00-12:30", "13:30-18:00"]` … `domingo: []`. */
export const weekShape = z.strictObject(weekFields)

/** `8:00-12:30` → `[480, 750]`. */
export function intervalOf(text: string): Interval {
  const [from = '', to = ''] = text.split('-')
  return [minuteOf(from), minuteOf(to)]
}

/** `10:30` → 630. */
export function minuteOf(clock: string): number {
  const [hour = '0', minute = '0'] = clock.split(':')
  return Number(hour) * 60 + Number(minute)
}
