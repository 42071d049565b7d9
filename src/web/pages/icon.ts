import { type Html, html } from '../html.js'

/** Signs drawn in the colour of the text beside them; whoever uses one says in words what it means. */
const PATHS = {
  pen: html`<path d="M4 16l.8-3.4L13 4.4l2.6 2.6-8.2 8.2zM11.5 6l2.6 2.6"/>`,
  plus: html`<path d="M10 4v12M4 10h12"/>`,
  send: html`<path d="M10 16V4M5 9l5-5 5 5"/>`,
  close: html`<path d="M5 5l10 10M15 5L5 15"/>`,
  more: html`<path d="M4 10h.01M10 10h.01M16 10h.01" stroke-width="3.6"/>`,
  down: html`<path d="M5 8l5 5 5-5"/>`,
  photo: html`<path d="M3 5h14v10H3zM3 13l4-4 3.5 3.5L13 10l4 4M13.5 7.5h.01"/>`,
  file: html`<path d="M6 2.5h6l3.5 3.5v11.5H6zM11.5 2.5V6.5h4M8.5 10.5h4.5M8.5 13.5h4.5"/>`,
  person: html`<path d="M10 10a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6zM3.5 17c.6-3.4 3.2-5 6.5-5s5.9 1.6 6.5 5"/>`,
  place: html`<path d="M10 18c-4-4.5-6-7.5-6-10a6 6 0 1 1 12 0c0 2.5-2 5.5-6 10zM10 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"/>`,
  voice: html`<path d="M10 12a2.6 2.6 0 0 0 2.6-2.6V5.6a2.6 2.6 0 1 0-5.2 0v3.8A2.6 2.6 0 0 0 10 12zM5 9.5a5 5 0 0 0 10 0M10 14.5V17"/>`,
  ad: html`<path d="M3.5 8.5v3.5l9.5 4V4.5zM13 7.5a3 3 0 0 1 0 5.5M6 12.5V16h2.5v-2.5"/>`,
} as const

export type IconName = keyof typeof PATHS

export function icon(name: IconName): Html {
  return html`<svg class="stroke" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">${PATHS[name]}</svg>`
}
