import { z } from 'zod'
import type { Result } from '../../core/types.js'
import type { FiguresOptions } from './figures.js'
import type { ImportOptions } from './import.js'
import type { TurnsOptions } from './turns.js'

/** The first word of a command line that cannot be obeyed. */
export type BadOption = { readonly kind: 'bad_option'; readonly option: string }

const whole = (fallback: number, min: number) => z.coerce.number().int().min(min).default(fallback)

const turns = z.strictObject({
  mode: z.enum(['seq', 'flood']).default('seq'),
  contacts: whole(500, 1),
  messages: whole(6, 1),
  existing: whole(0, 0),
})

const start = z.strictObject({ runs: whole(5, 1) })
const imports = z.strictObject({ people: whole(10_000, 1), lines: whole(50_000, 1) })

const figures = z.strictObject({
  contacts: whole(100_000, 10),
  messages: whole(20, 2),
  turns: whole(3_000, 10),
})

const timers = z.strictObject({ pending: whole(1_000_000, 1) })

const seeded = z.strictObject({ seed: whole(7, 1) })

/** `--mode flood --contacts=100`. */
export function turnsOptions(words: readonly string[]): Result<TurnsOptions, BadOption> {
  return read(turns, words)
}

export function startOptions(words: readonly string[]): Result<{ runs: number }, BadOption> {
  return read(start, words)
}

export function importOptions(words: readonly string[]): Result<ImportOptions, BadOption> {
  return read(imports, words)
}

export function figuresOptions(words: readonly string[]): Result<FiguresOptions, BadOption> {
  return read(figures, words)
}

export function timersOptions(words: readonly string[]): Result<{ pending: number }, BadOption> {
  return read(timers, words)
}

export function seedOptions(words: readonly string[]): Result<{ seed: number }, BadOption> {
  return read(seeded, words)
}

function read<T>(schema: z.ZodType<T>, words: readonly string[]): Result<T, BadOption> {
  const given: Record<string, string> = {}
  const rest = words.flatMap((word) => (word.startsWith('--') ? word.split('=', 2) : [word]))
  for (let i = 0; i < rest.length; i += 2) {
    const [name = '', value = ''] = rest.slice(i, i + 2)
    if (!name.startsWith('--')) return bad(name)
    given[name.slice(2)] = value
  }
  const parsed = schema.safeParse(given)
  if (parsed.success) return { ok: true, value: parsed.data }
  const [issue] = parsed.error.issues
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0]
  return bad(`--${String(unknown)}`)
}

function bad(option: string): { readonly ok: false; readonly error: BadOption } {
  return { ok: false, error: { kind: 'bad_option', option } }
}
