import { pino } from 'pino'

/** Baileys insists on a logger; what it has to say is of no use in a test. */
export const silentLogger = pino({ level: 'silent' })
