/**
 * Runs the bot as a process below this one, so that it can be killed in earnest and stand up again:
 * that is what the simulator's "kill" is for. Only a bot that asked to be killed is started anew;
 * any other end, a crash included, is this process's end too.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'

const SIGNALS = ['SIGTERM', 'SIGINT']

/** Resolves when the bot has ended for good; then this process ends as it did. */
export async function keepRunning(program, args) {
  const run = { bot: null, stopping: false }
  // Kept until the end: a terminal signals both of us, npm mostly only the shell above us.
  const pass = (signal) => {
    run.stopping = true
    run.bot?.kill(signal)
  }
  for (const signal of SIGNALS) process.on(signal, pass)
  const watch = whenOrphaned(() => pass('SIGTERM'))
  let ended
  do {
    ended = await runOnce(run, [program, ...args])
  } while (ended.asked && !run.stopping)
  clearInterval(watch)
  for (const signal of SIGNALS) process.removeListener(signal, pass)
  endLike(ended.asked ? { code: 0, signal: null } : ended)
}

async function runOnce(run, command) {
  // How the bot knows that somebody is above who will start it again.
  const env = { ...process.env, PORQUESI_LAUNCHER: '1' }
  const bot = spawn(process.execPath, command, {
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  run.bot = bot
  let asked = false
  bot.on('message', (word) => {
    if (word !== 'kill') return
    asked = true
    bot.kill('SIGKILL')
  })
  const [code, signal] = await once(bot, 'exit')
  return { code, signal, asked: asked && signal === 'SIGKILL' }
}

/** Whoever looks at how this process ended shall see how the bot did. */
function endLike({ code, signal }) {
  if (signal === null) process.exitCode = code
  else process.kill(process.pid, signal)
}

/**
 * npm hands a signal only to the shell between it and us, which dies and leaves us behind: losing
 * the parent we began with means the same as the signal.
 */
function whenOrphaned(stop) {
  if (process.env.npm_lifecycle_event === undefined) return null
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, 100)
  watch.unref()
  return watch
}
