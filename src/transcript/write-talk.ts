import { type Content, unreachable } from '../core/types.js'
import type { Heard } from '../store/chat-record.js'
import { firstLine } from './first-line.js'
import type { Watch } from './passing.js'
import type { Scene } from './staff-lines.js'
import type { By, Story } from './story.js'
import type { Line, Message, StaffSays } from './transcript.js'

type Writing = {
  readonly lines: Line[]
  readonly watch: Watch
  /** When the line before happened. */
  clock: number
  bubbles: string[]
  news: { readonly by: By; readonly text: string }[]
  /** The last line could have been answered: no answer is worth a line too. */
  open: boolean
  profileName: string | null
}

/** Scenes as the lines of a transcript, up to the moment at which it is written. */
export function writeTalk(
  scenes: readonly Scene[],
  { texts }: Story,
  watch: Watch,
  now: number,
): readonly Line[] {
  const clock = scenes[0]?.at ?? now
  const writing: Writing = {
    lines: [],
    watch,
    clock,
    bubbles: [],
    news: [],
    open: false,
    profileName: null,
  }
  for (const scene of scenes) write(writing, scene, texts)
  wait(writing, now)
  look(writing)
  return writing.lines
}

function write(writing: Writing, scene: Scene, texts: Story['texts']): void {
  wait(writing, scene.at)
  switch (scene.kind) {
    case 'bot':
      return void writing.bubbles.push(scene.text)
    case 'told':
      return void writing.news.push(scene)
    case 'restart':
      return add(writing, { restarts: true }, false)
    case 'human':
      return add(writing, { human: scene.text }, true)
    case 'staff':
      return add(writing, staffLine(scene.by, scene.says), false)
    case 'prospect': {
      const said = scene.burst.map((heard) => messageOf(writing, heard, texts))
      const [only] = said
      return add(writing, { prospect: said.length === 1 && only !== undefined ? only : said }, true)
    }
    default:
      return unreachable(scene)
  }
}

function add(writing: Writing, line: Line, open: boolean): void {
  look(writing)
  writing.lines.push(line)
  writing.open = open
}

/** Lets the time pass that passed, after a look at what came before it. */
function wait(writing: Writing, at: number): void {
  const passes = writing.watch.passed(writing.clock, at)
  writing.clock = Math.max(writing.clock, at)
  if (passes !== null) add(writing, { passes }, true)
}

/** What has come since the last look. */
function look(writing: Writing): void {
  const { lines, bubbles, news } = writing
  const [bubble] = bubbles
  if (bubble !== undefined) lines.push({ bot: bubbles.length === 1 ? bubble : bubbles })
  else if (writing.open) lines.push({ silence: true })
  for (const by of new Set(news.map((each) => each.by))) {
    lines.push(
      newsLine(
        by,
        news.flatMap((each) => (each.by === by ? each.text : [])),
      ),
    )
  }
  writing.bubbles = []
  writing.news = []
  writing.open = false
}

function staffLine(by: By, says: StaffSays): Line {
  if (by === null) return { owner: says }
  return { staff: { name: by, ...(typeof says === 'string' ? { text: says } : says) } }
}

function newsLine(by: By, texts: string[]): Line {
  if (by !== null) return { staff_told: { name: by, has: texts } }
  const [only] = texts
  return { told: texts.length === 1 && only !== undefined ? only : texts }
}

/** What is late was sent so long before its turn that somebody may beg pardon for it. */
const LATE_MS = 60_000

function messageOf(writing: Writing, heard: Heard, texts: Story['texts']): Message {
  const { content, replyTo, profileName, referral, sentAt, turnAt } = heard
  const said = {
    ...bodyOf(content, texts),
    ...(profileName !== null && profileName !== writing.profileName && { name: profileName }),
    ...(replyTo !== null && { replyTo: wordsOf(replyTo, texts) }),
    ...(referral !== null && { referral }),
    ...(Date.parse(turnAt ?? sentAt) - Date.parse(sentAt) > LATE_MS && { sentAt }),
  }
  writing.profileName = profileName ?? writing.profileName
  const [[name, value] = [], ...others] = Object.entries(said)
  return name === 'text' && typeof value === 'string' && others.length === 0 ? value : said
}

function wordsOf(id: string, texts: Story['texts']): string {
  return firstLine(texts.get(id) ?? id)
}

/** Content as the body of `POST /simulator/messages` has it. */
function bodyOf(content: Content, texts: Story['texts']): { readonly [field: string]: unknown } {
  switch (content.kind) {
    case 'text':
      return { text: content.text }
    case 'choice':
      return { choice: content.option }
    case 'audio': {
      const { seconds, transcript } = content
      return { audio: { seconds, ...(transcript !== null && { transcript }) } }
    }
    case 'image':
      return { image: content.caption === null ? {} : { caption: content.caption } }
    case 'document':
      return { document: { name: content.name } }
    case 'location':
      return { location: { latitude: content.latitude, longitude: content.longitude } }
    case 'contact':
      return { contact: { name: content.name, phone: content.phone } }
    case 'reaction':
      return { reaction: { emoji: content.emoji, to: wordsOf(content.to, texts) } }
    case 'edit':
    case 'delete':
    case 'call':
    case 'video':
    case 'sticker':
    case 'unreadable':
      throw new Error(`a simulated phone cannot send: ${content.kind}`)
    default:
      return unreachable(content)
  }
}
