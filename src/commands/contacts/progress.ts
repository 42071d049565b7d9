import { message } from '../../core/messages.js'
import type { Io } from '../io.js'

type Progress = { show(done: number): void; end(): void }

const WIDTH = 30

/** A bar on the terminal that grows with what is done; where nobody looks there is none. */
export function createProgress({ stderr, messages }: Io, total: number): Progress {
  if (!('isTTY' in stderr) || stderr.isTTY !== true) return { show: () => {}, end: () => {} }
  return {
    show: (done) => {
      const full = total === 0 ? WIDTH : Math.round((done / total) * WIDTH)
      const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full)
      stderr.write(`\r${message(messages, 'intake.progress', { bar, done, total })}`)
    },
    end: () => {
      stderr.write('\r\u001b[2K')
    },
  }
}
