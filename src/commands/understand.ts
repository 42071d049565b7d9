import { createInterface } from 'node:readline'
import { z } from 'zod'
import { type Messages, message } from '../core/messages.js'
import { toDay } from '../core/understanding/civil.js'
import type { Lexicon } from '../core/understanding/lexicon.js'
import { createReader } from '../core/understanding/reader.js'
import type { Question, Reader } from '../core/understanding/types.js'

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

/** Reads JSON lines and answers each with what was understood; see docs of `understand` in the contracts. */
export async function understand(
  lexicon: Lexicon,
  messages: Messages,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<void> {
  const reader = createReader(lexicon)
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    if (line.trim() === '') continue
    const flowing = output.write(`${JSON.stringify(answer(reader, messages, line, number))}\n`)
    if (!flowing) await new Promise<void>((resolve) => output.once('drain', () => resolve()))
  }
}

function answer(reader: Reader, messages: Messages, line: string, number: number): object {
  const parsed = Line.safeParse(parseJson(line))
  if (!parsed.success) {
    return { line: number, error: message(messages, 'understand.bad_line', { line: number }) }
  }
  const { id, text, context, country, reference, figure } = parsed.data
  const today = localDay(reference ?? '')
  const question = QUESTIONS.find((q) => q === context) ?? 'open'
  const started = performance.now()
  const reading = reader(text, {
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
