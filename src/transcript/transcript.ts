import { z } from 'zod'
import { STAGES } from '../core/types.js'

/**
 * A conversation written down in `flows/tests/*.yaml`, line by line: who says what, what must come
 * of it, and what happens in between. Every line is one key.
 *
 *     title: "Un mensaje con todo"
 *     at: "2026-03-10T16:00:00-05:00"      # the business's clock when it begins
 *     business: { treatment: tú }           # optional: over business.yaml
 *     model: { "cuánto pesa": { text: "…", facts: [muestra] } }   # optional: a scripted model, by words
 *                                          # of the question; { task: summarise | draft, text } or
 *                                          # { found: [{ slot, said, means }] } for what else it does
 *     voices: ["veinte delantales", null]   # optional: what is heard in voice notes that come without
 *                                          # their words, one after the other; null for nothing
 *     talk:
 *       - prospect: "hola"                  # or { text, name, audio, image, choice, id … } as in
 *                                           # POST /simulator/messages; a list is one burst
 *       - prospect: { text: "esa", replyTo: "$840.000" }   # to the newest bubble with these words
 *       - prospect: { reaction: { emoji: "👍", to: "$840.000" } }
 *       - bot: ["…", "…"]                   # exactly these bubbles since the last look
 *       - bot_says: "$840.000"              # among the new bubbles, one has these words
 *       - silence: true                     # the bot said nothing
 *       - owner: "tomar"                    # or { text, reply: true }: in reply to the last card,
 *                                           # or to the newest message with the words after reply
 *       - owner: { reaction: "👍" }          # on the last card, or on the one with the words after to
 *       - told: ["Ana", "+57300…"]          # the owner's new messages have all of these words
 *       - told_nothing: true
 *       - staff: { name: "Fabián", text: "hola" }       # somebody else of the business, as above
 *       - staff_told: { name: "Fabián", has: ["Ana"] }  # [] for nothing at all
 *       - hears: { phone: "+57300…", has: ["Luz"] }     # what another phone got since the last look
 *       - human: "Hola, soy Rosalba"        # typed on the business's own phone
 *       - slots: { budget: { max: 900000 }, need: "camisetas polo" }   # what is named must match
 *       - stage: qualified
 *       - stages: [visitor, lead]           # every row so far, in order
 *       - outcome: disqualified             # or null
 *       - timers: [recordar-aviso]          # what is set for the prospect, the earliest first
 *       - passes: P1D
 *       - restricted: P2D                   # WhatsApp lets the number open no new chats for so long
 *       - restarts: true
 */
export type Transcript = z.infer<typeof transcript>

const words = z.union([z.string(), z.array(z.string()).min(1)])
const yes = z.literal(true)
const stage = z.enum(STAGES)
const message = z.union([z.string(), z.record(z.string(), z.unknown())])

const said = { text: z.string(), reply: z.union([yes, z.string()]).optional() }
const reacted = { reaction: z.string(), to: z.string().optional() }
const name = z.string()

const staffSays = z.union([z.string(), z.strictObject(said), z.strictObject(reacted)])
const namedSays = z.union([z.strictObject({ name, ...said }), z.strictObject({ name, ...reacted })])

const line = z.union([
  z.strictObject({ prospect: z.union([message, z.array(message).min(1)]) }),
  z.strictObject({ bot: words }),
  z.strictObject({ bot_says: words }),
  z.strictObject({ silence: yes }),
  z.strictObject({ owner: staffSays }),
  z.strictObject({ told: words }),
  z.strictObject({ staff: namedSays }),
  z.strictObject({
    staff_told: z.strictObject({ name, has: z.array(z.string()) }),
  }),
  z.strictObject({ hears: z.strictObject({ phone: z.string(), has: z.array(z.string()).min(1) }) }),
  z.strictObject({ told_nothing: yes }),
  z.strictObject({ human: z.string() }),
  z.strictObject({ slots: z.record(z.string(), z.unknown()) }),
  z.strictObject({ stage }),
  z.strictObject({ stages: z.array(stage) }),
  z.strictObject({ outcome: z.enum(['won', 'lost', 'disqualified']).nullable() }),
  z.strictObject({ timers: z.array(z.string()) }),
  z.strictObject({ passes: z.string() }),
  z.strictObject({ restricted: z.string() }),
  z.strictObject({ restarts: yes }),
])
export type Line = z.infer<typeof line>
export type Message = z.infer<typeof message>
/** What an owner or seller writes, or how they react. */
export type StaffSays = z.infer<typeof staffSays>

const task = z.enum(['answer', 'summarise', 'draft']).default('answer')
const facts = z.array(z.string()).default([])
const scriptedText = z.strictObject({ task, text: z.string(), facts })
const slotFound = z.strictObject({ slot: z.string(), said: z.string(), means: z.string() })
const scriptedFound = z.strictObject({ found: z.array(slotFound) })

export const transcript = z.strictObject({
  title: z.string(),
  at: z.iso.datetime({ offset: true }).default('2026-03-10T10:00:00-05:00'),
  business: z.record(z.string(), z.unknown()).default({}),
  model: z.record(z.string(), z.union([scriptedText, scriptedFound])).optional(),
  voices: z.array(z.string().nullable()).optional(),
  /** Whether the owner has said "hola" before it begins. */
  ownerActive: z.boolean().default(true),
  talk: z.array(line).min(1),
})
