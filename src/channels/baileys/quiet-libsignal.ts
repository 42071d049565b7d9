const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const
const QUIET = Symbol.for('porquesi.quiet-libsignal')

/**
 * libsignal writes to the console what it does, whole sessions with their keys included, and has no
 * switch for it. Only its own calls are kept back; they are rare enough to look at the stack.
 */
export function quietLibsignal(): void {
  for (const method of METHODS) {
    // biome-ignore lint/suspicious/noConsole: nothing is written, something is kept from being written.
    const original = console[method]
    if (QUIET in original) continue
    const quiet = (...args: unknown[]): void => {
      if (!/[\\/]libsignal[\\/]/.test(new Error().stack ?? '')) original.apply(console, args)
    }
    console[method] = Object.assign(quiet, { [QUIET]: true })
  }
}
