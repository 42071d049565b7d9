import type { Action } from './action.js'
import { parseCondition } from './condition-file.js'
import type { Path } from './problem.js'
import { reportRepeated } from './repeated.js'
import type { RawAction, RawAsk, RawStep } from './shape.js'
import type { AskStep, BranchStep, Step, StepOption, Wordings } from './types.js'
import { parseForms, parseWordings, problemAt, type Reported } from './wordings.js'

/** Steps of a flow file in their order, each knowing where it goes on. */
export function parseSteps(
  raws: readonly RawStep[],
  ids: readonly string[],
  report: Reported,
): readonly Step[] {
  return raws.map((raw, index) =>
    parseStep(raw, {
      id: ids[index] ?? '',
      following: ids[index + 1] ?? null,
      path: ['steps', index],
      report: { ...report, name: ids[index] ?? '' },
    }),
  )
}

/** The id of each step: its own, or one made of what it does. */
export function stepIds(raws: readonly RawStep[]): readonly string[] {
  return raws.map((raw, index) => {
    if (raw.id !== undefined) return raw.id
    if ('ask' in raw) return slotsOf(raw).join('-')
    return `${Object.keys(KINDS).find((kind) => kind in raw) ?? ''}-${index + 1}`
  })
}

const KINDS = { say: true, branch: true, do: true, end: true } as const

type Place = {
  readonly id: string
  readonly following: string | null
  readonly path: Path
  readonly report: Reported
}

function parseStep(raw: RawStep, place: Place): Step {
  const { id, following, path, report } = place
  const where = { file: report.source.file, line: report.source.lineOf(path) }
  const base = { id, where, label: raw.label ?? null }
  if ('ask' in raw) return parseAsk(raw, place, base)
  if ('branch' in raw) return { ...base, ...parseBranch(raw.branch, place) }
  if ('end' in raw) return { ...base, kind: 'end', as: raw.end }
  const next = raw.next ?? following
  if ('do' in raw) return { ...base, kind: 'do', next, action: parseAction(raw.do) }
  return { ...base, kind: 'say', next, text: parseWordings(raw.say, [...path, 'say'], report) }
}

type Base = Pick<Step, 'id' | 'where' | 'label'>

function parseAsk(raw: RawAsk, place: Place, base: Base): AskStep {
  const { path, report } = place
  const optionIds = (raw.options ?? []).map((option) => option.id)
  reportRepeated(optionIds, [...path, 'options'], report)
  const texts = (name: 'text' | 'hint' | 'optionsText' | 'outside'): Wordings =>
    parseWordings(raw[name], [...path, name], report)
  return {
    ...base,
    kind: 'ask',
    slots: slotsOf(raw),
    any: raw.any ?? false,
    text: texts('text'),
    only: Object.fromEntries(
      Object.entries(raw.only ?? {}).map(([slot, wordings]) => [
        slot,
        parseWordings(wordings, [...path, 'only', slot], report),
      ]),
    ),
    hint: texts('hint'),
    options: (raw.options ?? []).map((option, index) =>
      parseOption(option, [...path, 'options', index], report),
    ),
    optionsText: texts('optionsText'),
    offer: raw.offer ?? 'repair',
    yes: raw.yes ?? null,
    unsure: raw.unsure ?? null,
    anythingElse: raw.anythingElse ?? null,
    spare: raw.spare ?? false,
    atLeast: raw.atLeast ?? null,
    atMost: raw.atMost ?? null,
    outside: texts('outside'),
    next: raw.next ?? place.following,
  }
}

type RawOption = NonNullable<RawAsk['options']>[number]

function parseOption(raw: RawOption, path: Path, report: Reported): StepOption {
  return {
    id: raw.id,
    label: parseForms(raw.label, [...path, 'label'], report),
    words: raw.words ?? [],
    value: raw.value ?? null,
    next: raw.next ?? null,
  }
}

type RawCases = Extract<RawStep, { branch: unknown }>['branch']

function parseBranch(raw: RawCases, place: Place): Omit<BranchStep, keyof Base> {
  const cases = raw.flatMap((entry) =>
    'when' in entry
      ? [{ when: parseCondition(entry.when), next: entry.next, label: entry.label ?? null }]
      : [],
  )
  const fallbacks = raw.flatMap((entry) => ('otherwise' in entry ? [entry] : []))
  const [fallback] = fallbacks
  const otherwise = fallback?.otherwise ?? place.following
  if (otherwise === null || fallbacks.length > 1) {
    const { report, path, id } = place
    report.problems.push(problemAt(report.source, path, 'flows.branch_without_end', { name: id }))
  }
  const otherwiseLabel = fallback?.label ?? null
  return { kind: 'branch', cases, otherwise: otherwise ?? '', otherwiseLabel }
}

function parseAction(raw: RawAction): Action {
  if ('alert' in raw) return { kind: 'alert', reason: raw.alert }
  if ('handoff' in raw) return { kind: 'handoff', reason: raw.handoff }
  if ('start' in raw) return { kind: 'start', flow: raw.start }
  if ('close' in raw) return { kind: 'close', reason: raw.close }
  if ('wait' in raw) {
    return { kind: 'wait', name: raw.wait, after: raw.after, before: raw.before ?? null }
  }
  if ('share' in raw) return { kind: 'share' }
  if ('refer' in raw) return { kind: 'refer' }
  if ('ticket' in raw) return { kind: 'ticket', about: raw.ticket }
  if ('survey' in raw) {
    return {
      kind: 'survey',
      survey: raw.survey,
      slot: raw.of ?? null,
      good: raw.good ?? null,
      comment: raw.comment ?? null,
    }
  }
  return { kind: 'tag', tag: raw.tag }
}

function slotsOf(raw: RawAsk): readonly string[] {
  return typeof raw.ask === 'string' ? [raw.ask] : raw.ask
}
