import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '../../config.js'
import { message } from '../../core/messages.js'
import { maskPhone } from '../../log.js'
import { complain, type ExitCode, type Io, printLine } from '../io.js'
import { linkingLines } from '../linking-lines.js'
import { type LineDoor, type LineReport, withLine } from './line-door.js'

const LOOK_EVERY_MS = 400

/** `whatsapp link [number]`: shows a QR code, or with a number the code to type, until the phone has it. */
export async function link(args: readonly string[], config: Config, io: Io): Promise<ExitCode> {
  const typed = args.join(' ').trim()
  const phone = typed === '' ? config.whatsapp.pairingNumber : typed
  return withLine(config, io, async (door) => {
    const before = await door.status()
    if (before !== null && isOpen(before)) return linked(door, io, before)
    switch (await door.link(phone)) {
      case null:
        return unreachable(io, config)
      case 'bad_phone':
        complain(io, message(io.messages, 'web.whatsapp.bad_phone'))
        return 2
      case 'clock_ahead':
        complain(io, message(io.messages, 'web.whatsapp.clock_ahead'))
        return 1
      case 'begun':
        return follow(door, config, io)
    }
  })
}

export function unreachable({ messages, stderr }: Io, { web }: Config): ExitCode {
  stderr.write(`${message(messages, 'cli.whatsapp.unreachable', { port: web.port })}\n`)
  return 1
}

/** Shows each new code until the line is open, or nobody used any of them. */
async function follow(door: LineDoor, config: Config, io: Io): Promise<ExitCode> {
  let shown = ''
  for (;;) {
    const report = await door.status()
    if (report === null) return unreachable(io, config)
    if (isOpen(report)) return linked(door, io, report)
    if (report.state === 'off' || report.state === 'needs_link') {
      complain(io, message(io.messages, 'cli.whatsapp.not_linked'))
      return 1
    }
    const text = linesFor(io, report).join('\n')
    if (text !== '' && text !== shown) {
      printLine(io, text)
      shown = text
    }
    await sleep(LOOK_EVERY_MS)
  }
}

function linesFor({ messages }: Io, report: LineReport): readonly string[] {
  if (report.state === 'linking') return linkingLines(messages, report)
  return [message(messages, 'start.whatsapp_reconnecting')]
}

function isOpen({ state }: LineReport): boolean {
  return state === 'open' || state === 'restricted'
}

function linked({ isRunning }: LineDoor, io: Io, { phone = '' }: LineReport): ExitCode {
  const masked = { phone: maskPhone(phone) }
  printLine(io, message(io.messages, 'cli.whatsapp.linked', masked))
  if (!isRunning) printLine(io, message(io.messages, 'cli.whatsapp.start'))
  return 0
}
