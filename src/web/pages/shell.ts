import type { Messages } from '../../core/messages.js'
import { message } from '../../core/messages.js'
import { type Html, html } from '../html.js'

export type ShellProps = {
  readonly messages: Messages
  readonly title: string
  readonly current: 'simulator' | 'whatsapp'
  /** Right end of the bar. */
  readonly tools: Html | null
  readonly body: Html
  readonly script: string | null
}

/** The frame of every page: head, bar, content. Nothing inline, so that the policy can be strict. */
export function shell({ messages, title, current, tools, body, script }: ShellProps): Html {
  return html`<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
${STYLES.map(style)}
${script !== null && html`<script type="module" src="${script}"></script>`}
</head>
<body>
<header class="bar">
<a class="brand" href="/">Porques<i>&iacute;</i></a>
<nav class="nav" aria-label="${message(messages, 'web.page.sections')}">
${tab('/', message(messages, 'web.page.simulator'), current === 'simulator')}
${tab('/whatsapp', message(messages, 'web.page.whatsapp'), current === 'whatsapp')}
</nav>
${tools}
</header>
${body}
</body>
</html>
`
}

function tab(href: string, label: string, current: boolean): Html {
  return html`<a href="${href}"${current && html` aria-current="page"`}>${label}</a>`
}

const STYLES = [
  'tokens',
  'base',
  'bar',
  'table',
  'path',
  'people',
  'phone',
  'bubble',
  'known',
  'dialog',
] as const

function style(name: string): Html {
  return html`<link rel="stylesheet" href="/assets/${name}.css">
`
}
