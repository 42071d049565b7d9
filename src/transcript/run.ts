import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, createApp } from '../app/app.js'
import type { Config } from '../config.js'
import { addDuration } from '../core/schedule/due.js'
import type { Log } from '../log.js'
import type { Project } from '../project/load.js'
import { contactView } from '../store/contact-view.js'
import { PROSPECT, prospectBody, staffBody } from './bodies.js'
import { differences } from './differences.js'
import { drawNothing } from './draw-nothing.js'
import { scripted, scriptedEars } from './scripted.js'
import type { Line, StaffSays, Transcript } from './transcript.js'

/** Where a transcript broke: which line, what was expected of it, what came. */
export type Failure = {
  /** Counted from 1. */
  readonly line: number
  readonly expected: string
  readonly got: string
}

type Stage = {
  readonly config: Config
  readonly project: Project
  readonly log: Log
  readonly script: Transcript
  app: App
  /** What each phone had received when it was last looked at. */
  readonly seen: Map<string, number>
}

/**
 * Plays a transcript on the real app, renderer and clock, with a database of its own. `look` is shown the
 * app after each line.
 */
export async function runTranscript(
  script: Transcript,
  project: Project,
  config: Config,
  log: Log,
  look: (app: App) => void = () => {},
  model: Config['model'] = null,
): Promise<Failure | null> {
  const folder = mkdtempSync(join(tmpdir(), 'porquesi-transcript-'))
  const path = join(folder, 'transcript.db')
  const here: Config = {
    ...config,
    database: { kind: 'sqlite', path, shown: path },
    // A burst lasts until the line that holds it is over: then it is settled.
    settle: { kind: 'fixed', ms: 60_000 },
    pacing: 'off',
    // What is proven here holds without one of the settings; a script brings its own.
    model,
    transcription: null,
  }
  const stage: Stage = {
    config: here,
    project: withBusiness(project, script.business),
    log,
    script,
    app: openApp(here, withBusiness(project, script.business), log, script),
    seen: new Map(),
  }
  try {
    return await play(stage, look)
  } finally {
    await stage.app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function play(stage: Stage, look: (app: App) => void): Promise<Failure | null> {
  if (stage.script.ownerActive) {
    await write(stage, owner(stage), { text: 'hola' })
    received(stage, owner(stage))
  }
  for (const [index, line] of stage.script.talk.entries()) {
    const failed = await perform(stage, line)
    if (failed !== null) return { line: index + 1, ...failed }
    look(stage.app)
  }
  return null
}

type Broken = Omit<Failure, 'line'> | null

async function perform(stage: Stage, line: Line): Promise<Broken> {
  if ('prospect' in line) {
    const said = Array.isArray(line.prospect) ? line.prospect : [line.prospect]
    return write(stage, PROSPECT, ...said.map((each) => prospectBody(stage.app, each)))
  }
  if ('owner' in line) return staffWrites(stage, owner(stage), line.owner)
  if ('staff' in line) {
    const phone = phoneOf(stage, line.staff.name)
    return phone === null ? unknownName(stage) : staffWrites(stage, phone, line.staff)
  }
  if ('human' in line) {
    await stage.app.simulator?.humanWrites({ to: PROSPECT, text: line.human })
    await stage.app.settle()
    return null
  }
  if ('passes' in line) {
    await stage.app.advance(line.passes)
    return null
  }
  if ('restricted' in line) {
    const { app } = stage
    const until = addDuration(app.clock.iso(), line.restricted, stage.project.business.timeZone)
    await app.simulator?.restrict(until)
    await app.settle()
    return null
  }
  if ('restarts' in line) return restart(stage)
  return expect(stage, line)
}

function expect(stage: Stage, line: Line): Broken {
  if ('bot' in line) return same(listOf(line.bot), received(stage, PROSPECT))
  if ('bot_says' in line) return contains(listOf(line.bot_says), received(stage, PROSPECT))
  if ('silence' in line) return same([], received(stage, PROSPECT))
  if ('told' in line) return contains(listOf(line.told), received(stage, owner(stage)))
  if ('told_nothing' in line) return same([], received(stage, owner(stage)))
  if ('hears' in line) return contains(line.hears.has, received(stage, line.hears.phone))
  if ('staff_told' in line) return staffTold(stage, line.staff_told)
  const view = contactView(stage.app.db, PROSPECT, stage.app.clock.iso())
  if ('slots' in line) return fits(line.slots, valuesOf(view?.slots ?? {}))
  if ('stage' in line) return fits(line.stage, view?.stage ?? null)
  if ('stages' in line) return fits(line.stages, view?.stageChanges.map(({ to }) => to) ?? [])
  if ('timers' in line) return same(line.timers, view?.timers.map(({ name }) => name) ?? [])
  if ('outcome' in line) return fits(line.outcome, view?.outcome?.kind ?? null)
  return null
}

/** Everything a phone sends before the bot has its turn. */
async function write(stage: Stage, from: string, ...said: readonly object[]): Promise<Broken> {
  let refused: Broken = null
  for (const each of said) {
    const sent = await stage.app.simulator?.receive({ id: randomUUID(), from, ...each })
    if (sent?.ok === false) {
      refused ??= { expected: JSON.stringify(each), got: JSON.stringify(sent.error) }
    }
  }
  await stage.app.settle()
  return refused
}

async function staffWrites(stage: Stage, phone: string, said: StaffSays): Promise<Broken> {
  received(stage, phone)
  return write(stage, phone, staffBody(stage.app, phone, said))
}

async function restart(stage: Stage): Promise<Broken> {
  await stage.app.close()
  stage.app = openApp(stage.config, stage.project, stage.log, stage.script)
  stage.app.turns.resume()
  await stage.app.settle()
  return null
}

function openApp(config: Config, project: Project, log: Log, script: Transcript): App {
  const begins = new Date(script.at)
  const askLlm = script.model === undefined ? {} : { askLlm: scripted(script.model) }
  return createApp(config, project, log, {
    now: () => begins,
    database: { durable: false },
    draw: drawNothing,
    ...askLlm,
    ...(script.voices === undefined ? {} : { transcribe: scriptedEars(script.voices) }),
  })
}

function received(stage: Stage, phone: string): readonly string[] {
  const lines = stage.app.simulator?.handedOver(phone, stage.seen.get(phone) ?? 0) ?? []
  const last = lines.at(-1)
  if (last !== undefined) stage.seen.set(phone, last.seq)
  return lines.map(({ text }) => text)
}

function owner({ project }: Stage): string {
  return project.business.staff[0]?.phone ?? ''
}

type Told = { readonly name: string; readonly has: readonly string[] }

function staffTold(stage: Stage, { name, has }: Told): Broken {
  const phone = phoneOf(stage, name)
  if (phone === null) return unknownName(stage)
  const got = received(stage, phone)
  return has.length === 0 ? same([], got) : contains(has, got)
}

function phoneOf({ project }: Stage, name: string): string | null {
  return project.business.staff.find((member) => member.name === name)?.phone ?? null
}

/** The names of the business file are what was expected. */
function unknownName({ project }: Stage): Broken {
  return broken(
    project.business.staff.map(({ name }) => name),
    [],
  )
}

function withBusiness(project: Project, change: Transcript['business']): Project {
  const { business } = project
  const number = { ...business.number, ...Object(change.number) }
  return { ...project, business: { ...business, ...change, number } }
}

function listOf(words: string | readonly string[]): readonly string[] {
  return typeof words === 'string' ? [words] : words
}

function valuesOf(slots: { readonly [name: string]: { readonly value: unknown } }): object {
  return Object.fromEntries(Object.entries(slots).map(([name, { value }]) => [name, value]))
}

function same(expected: readonly string[], got: readonly string[]): Broken {
  return JSON.stringify(expected) === JSON.stringify(got) ? null : broken(expected, got)
}

function contains(expected: readonly string[], got: readonly string[]): Broken {
  const all = got.join('\n')
  return expected.every((words) => all.includes(words)) ? null : broken(expected, got)
}

function fits(expected: unknown, got: unknown): Broken {
  return differences(expected, got) ? broken(expected, got) : null
}

function broken(expected: unknown, got: unknown): Broken {
  return { expected: written(expected), got: written(got) }
}

function written(value: unknown): string {
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) {
    return value.length === 0 ? '[]' : value.join('\n')
  }
  return JSON.stringify(value, null, 1)
}
