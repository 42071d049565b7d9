import { type Config, ENVIRONMENT, type Env, readConfig } from '../../config.js'
import { message } from '../../core/messages.js'
import { isoOf } from '../../core/schedule/local-time.js'
import type { Iso, LineId } from '../../core/types.js'
import { readClockOffset } from '../../store/clock-offset.js'
import { lastWritten } from '../../store/last-written.js'
import { type Line, listLines } from '../../store/lines.js'
import { appTime } from '../contacts/app-time.js'
import { type ExitCode, type Io, printLine } from '../io.js'
import { checkBackup } from './check-backup.js'
import { checkChannels, whatsappState } from './check-channel.js'
import { checkClock } from './check-clock.js'
import { checkContact } from './check-contact.js'
import { type Examined, examineDatabase } from './check-database.js'
import { examineFlows } from './check-flows.js'
import { checkDisk, checkNode } from './check-machine.js'
import { checkModel } from './check-model.js'
import { checkPort, whoIsThere } from './check-port.js'
import { checkRetention } from './check-retention.js'
import { checkStaff } from './check-staff.js'
import { checkTranscription } from './check-transcription.js'
import { createFind, type Find, type Finding, findingLine } from './finding.js'
import { type Machine, thisMachine } from './machine.js'

/**
 * `doctor`: looks at everything that can keep the bot from working, a line each, with what to do.
 * It only reads, so that it may be asked while the bot runs, and before its first start.
 */
export async function doctor(io: Io, machine: Machine = thisMachine): Promise<ExitCode> {
  const find = createFind(io.messages)
  const findings = [checkNode(machine, find)]
  const config = readConfig(io.env, io.cwd)
  if (config.ok) {
    findings.push(find.fine('doctor.config'), ...settingNotices(io.env, find))
    findings.push(...(await examine(config.value, io, machine, find)))
  } else {
    const problems = config.error.problems.map(({ key, params }): Finding => {
      return { level: 'misconfigured', text: message(io.messages, key, params) }
    })
    findings.push(...problems)
  }
  for (const finding of findings) printLine(io, findingLine(finding))
  printLine(io, summary(findings, io))
  return codeOf(findings)
}

async function examine(
  config: Config,
  io: Io,
  machine: Machine,
  find: Find,
): Promise<readonly Finding[]> {
  const flows = await examineFlows(config, io.messages, find)
  const database = examineDatabase(config.database, io.messages, find)
  const { db, running } = database
  try {
    const [there, model, voice, state] = await Promise.all([
      whoIsThere(config.web),
      checkModel(config.model, find, io.messages),
      checkTranscription(config.transcription, find),
      running ? whatsappState(config.web) : null,
    ])
    const lines = db === null ? [] : listLines(db)
    const { business } = flows
    return [
      ...flows.findings,
      ...database.findings,
      checkDisk(machine, database.folder, find),
      ...(business === null
        ? []
        : [
            ...checkClock(business, machine, momentsOf(database), io.messages, find),
            ...(await checkContact(business, timeOf(machine), find)),
            ...checkStaff(business, db, staffLines(lines), find),
            ...(db === null ? [] : checkBackup(business, db, io.messages, find)),
            ...(db === null ? [] : checkRetention(business, db, appTime(db), find)),
          ]),
      ...checkChannels(config, lines, state, find),
      ...model,
      ...voice,
      checkPort(config.web, there, running, find),
    ]
  } finally {
    db?.raw.close()
  }
}

function timeOf({ now }: Machine): Iso {
  return isoOf(now().getTime())
}

function momentsOf({ db }: Examined) {
  if (db === null) return { offset: 0, lastWritten: null }
  return { offset: readClockOffset(db), lastWritten: lastWritten(db) }
}

/** Alerts go over the real number once there is one; until then over the simulator. */
function staffLines(lines: readonly Line[]): readonly LineId[] {
  const real = lines.filter(({ kind, phone }) => kind !== 'simulator' && phone !== null)
  return (real.length > 0 ? real : lines).map(({ id }) => id)
}

/** Settings that say something and that this version does not obey yet. */
function settingNotices(env: Env, find: Find): readonly Finding[] {
  return ENVIRONMENT.filter(({ name, served }) => !served && (env[name]?.trim() ?? '') !== '').map(
    ({ name }) => find.notice('doctor.setting_later', { name }),
  )
}

function summary(findings: readonly Finding[], { messages }: Io): string {
  const count = (...levels: readonly Finding['level'][]): number =>
    findings.filter(({ level }) => levels.includes(level)).length
  const [faults, notices] = [count('fault', 'misconfigured'), count('notice')]
  if (faults > 0) return message(messages, 'doctor.faults', { n: faults })
  if (notices > 0) return message(messages, 'doctor.notices', { n: notices })
  return message(messages, 'doctor.well')
}

function codeOf(findings: readonly Finding[]): ExitCode {
  if (findings.some(({ level }) => level === 'misconfigured')) return 2
  return findings.some(({ level }) => level === 'fault') ? 1 : 0
}
