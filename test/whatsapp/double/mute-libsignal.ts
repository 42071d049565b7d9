const METHODS = ['log', 'info', 'warn', 'error'] as const
const FROM_LIBSIGNAL = /[\\/]node_modules[\\/]libsignal[\\/]/

/**
 * libsignal talks to the console about each session it opens or closes; what others have to say stays. Answers how to
 * undo it, in any order where several have asked for it.
 */
export function muteLibsignal(): () => void {
  const { console } = globalThis
  let muted = true
  const restores = METHODS.map((method) => {
    const original = console[method]
    const filtered: typeof original = (...words) => {
      if (!muted || !FROM_LIBSIGNAL.test(new Error('called from').stack ?? '')) original(...words)
    }
    console[method] = filtered
    return () => {
      if (console[method] === filtered) console[method] = original
    }
  })
  return () => {
    muted = false
    for (const restore of restores) restore()
  }
}
