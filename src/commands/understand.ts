import { createInterface } from 'node:readline'
import { z } from 'zod'
import { type Messages, message } from '../core/messages.js'
import { toDay } from '../core/understanding/civil.js'
import { createExplainer } from '../core/understanding/explain.js'
import type { Lexicon } from '../core/understanding/lexicon.js'
import { createReader } from '../core/understanding/reader.js'
import type { Question, Reading, ReadOptions } from '../core/understanding/types.js'

const QUESTIONS: readonly Question[] = [
  'budget',
  'urgency',
  'authority',
  'need',
  'quantity',
  'name',
  'yesno',
  'nps',
  'open',
]

const Line = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  text: z.string(),
  context: z.string().nullish(),
  country: z.string().nullish(),
  reference: z.string().nullish(),
  figure: z.number().nullish(),
})

/** A reading; with what it rests on where that was asked for. */
type Read = (
  text: string,
  options: ReadOptions,
) => { reading: Reading; explained?: readonly object[] }

/**
 * Reads JSON lines `{id, text, context, country, reference}` and answers each with what was understood;
 * with `why`, also with the words that each thing rests on.
 */
export async function understand(
  lexicon: Lexicon,
  messages: Messages,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  { why }: { readonly why: boolean } = { why: false },
): Promise<void> {
  const read = why ? createExplainer(lexicon) : plain(lexicon)
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    if (line.trim() === '') continue
    const flowing = output.write(`${JSON.stringify(answer(read, messages, line, number))}\n`)
    if (!flowing) await new Promise<void>((resolve) => output.once('drain', () => resolve()))
  }
}

function plain(lexicon: Lexicon): Read {
  const reader = createReader(lexicon)
  return (text, options) => ({ reading: reader(text, options) })
}

function answer(read: Read, messages: Messages, line: string, number: number): object {
  const parsed = Line.safeParse(parseJson(line))
  if (!parsed.success) {
    return { line: number, error: message(messages, 'understand.bad_line', { line: number }) }
  }
  const { id, text, context, country, reference, figure } = parsed.data
  const today = localDay(reference ?? '')
  const question = QUESTIONS.find((q) => q === context) ?? 'open'
  const started = performance.now()
  const { reading, explained } = read(text, {
    question,
    country: (country ?? '').toUpperCase(),
    today,
    ...(typeof figure === 'number' && { figure }),
  })
  const ms = performance.now() - started
  return {
    id: id ?? null,
    budget: reading.budget?.value ?? null,
    urgency: reading.urgency?.value.bucket ?? null,
    days: reading.urgency?.value.days ?? null,
    authority: reading.authority?.value ?? null,
    yes: reading.yes?.value ?? null,
    nps: reading.nps?.value ?? null,
    name: reading.name?.value ?? null,
    intent: reading.intent,
    ms: Math.round(ms * 1000) / 1000,
    ...(explained !== undefined && { why: explained }),
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** The local date stands in the text of the reference itself; without one, today here. */
function localDay(reference: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(reference)
  if (match !== null) return toDay(Number(match[1]), Number(match[2]), Number(match[3]))
  const now = new Date()
  return toDay(now.getFullYear(), now.getMonth() + 1, now.getDate())
}
