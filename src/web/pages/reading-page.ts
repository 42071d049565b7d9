import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'
import type { Asked } from '../reading-asked.js'
import { QUESTIONS } from '../reading-asked.js'
import type { ReadingView, ReadLine } from '../view/reading-view.js'
import type { Line } from './line-chip.js'
import { shell } from './shell.js'

type ReadingProps = {
  readonly messages: Messages
  readonly line: Line
  readonly asked: Asked
  readonly countries: readonly string[]
  /** Null while nothing is written. */
  readonly view: ReadingView | null
}

/**
 * What the bot understands of a message, and which words that rests on. A form that works without a
 * script; with one it reads along, exchanging `#reading`.
 */
export function readingPage({ messages, line, asked, countries, view }: ReadingProps): Html {
  const title = message(messages, 'web.reading.title')
  return shell({
    messages,
    title,
    current: 'reading',
    line,
    clock: null,
    tools: null,
    styles: ['reading'],
    script: '/assets/reading.js',
    body: html`<main class="reader">
<header><h1>${title}</h1><p class="lead">${message(messages, 'web.reading.lead')}</p></header>
<form id="ask" class="panel ask" action="/lectura" method="get">
<label class="words"><span>${message(messages, 'web.reading.text')}</span>
<textarea class="field" name="texto" rows="3" maxlength="2000" placeholder="${message(messages, 'web.reading.example')}">${asked.text}</textarea></label>
<label><span>${message(messages, 'web.reading.asked_before')}</span>
<select class="field" name="pregunta">${QUESTIONS.map(
      (question) =>
        html`<option value="${question}"${question === asked.question && html` selected`}>${message(messages, `web.reading.question.${question}`)}</option>`,
    )}</select></label>
<label><span>${message(messages, 'web.reading.country')}</span>
<select class="field" name="pais">${countries.map(
      (country) =>
        html`<option value="${country}"${country === asked.country && html` selected`}>${nameOf(country)}</option>`,
    )}</select></label>
<button class="button" id="read">${message(messages, 'web.reading.read')}</button>
</form>
<section id="reading" class="panel reading" aria-live="polite">${result(view, messages)}</section>
<p class="note">${message(messages, 'web.reading.add_word')}</p>
</main>`,
  })
}

function result(view: ReadingView | null, messages: Messages): Html {
  if (view === null)
    return html`<p class="none">${message(messages, 'web.reading.nothing_yet')}</p>`
  if (view.lines.length === 0) {
    return html`<p class="none">${message(messages, 'web.reading.nothing_read')}</p>`
  }
  return html`<p class="said">${view.text.map(({ text, slot }) =>
    slot === null ? text : html`<mark data-slot="${slot}">${text}</mark>`,
  )}</p>
<ul class="lines">${view.lines.map((line) => row(line, messages))}</ul>`
}

function row({ slot, label, value, said, sure, grounds }: ReadLine, messages: Messages): Html {
  return html`<li data-slot="${slot}"><span class="label">${label}</span>
<b class="value num">${value}</b>${sure !== null && html`<span class="sure num">${message(messages, 'web.reading.sure', { n: sure })}</span>`}
<p class="why">${said !== '' && html`<q>${said}</q>`}${grounds.map(
    (ground) => html`<span class="ground"><i>${ground.said}</i><code>${ground.place}</code></span>`,
  )}</p></li>`
}

const NAMES = new Intl.DisplayNames(['es'], { type: 'region' })

function nameOf(country: string): string {
  return NAMES.of(country) ?? country
}
