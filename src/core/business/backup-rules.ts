import { z } from 'zod'
import { strict } from '../flow/condition-shape.js'
import { WEEKDAYS } from './week.js'

/** Where the weekly copies of the database go, how many stay, and on which day they are made. */
export type BackupRules = {
  /** Relative to where the database is, or absolute. */
  readonly folder: string
  readonly keep: number
  /** 0 is Monday; null for a business that sees to it in another way. */
  readonly weekday: number | null
}

/** `backup` in `flows/business.yaml`: every part has a default. */
export const backupShape = strict({
  folder: z.string().min(1).optional(),
  keep: z.number().int().positive({ error: 'flows.not_positive' }).optional(),
  day: z.enum([...WEEKDAYS, 'off']).optional(),
}).optional()

export function backupRules(raw: z.infer<typeof backupShape>): BackupRules {
  const day = raw?.day ?? 'domingo'
  return {
    folder: raw?.folder ?? 'backups',
    keep: raw?.keep ?? 8,
    weekday: day === 'off' ? null : WEEKDAYS.indexOf(day),
  }
}
