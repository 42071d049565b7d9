/**
 * Draws one phone. Bubbles are kept by id and only redrawn when they change, so that a screen
 * reader hears what is new and nothing twice. Texts go in as text, never as markup.
 */

/**
 * One bubble as `src/web/view/chat-view.ts` makes it.
 * @typedef {{id: string, side: 'me' | 'bot' | 'human', pieces: {text: string}[],
 *   options: {id: string, label: string}[], quote: {id: string, text: string} | null,
 *   day: string, time: string, tick: string, tickText: string}} Bubble
 */

const drawnIn = new WeakMap()
const SIGNS = { waiting: '◷', sent: '✓', delivered: '✓✓', read: '✓✓', failed: '!', none: '' }
const NEAR_PX = 80

/**
 * @param {HTMLElement} phone
 * @param {{phone: string, typing: boolean, bubbles: Bubble[]}} chat
 * @param {{reply: (bubble: Bubble) => void, choose: (option: string) => void}} actions
 */
export function drawChat(phone, chat, actions) {
  const log = phone.querySelector('.chat')
  const before = drawnIn.get(phone)
  const same = before?.of === chat.phone
  if (!same) for (const node of log.querySelectorAll(':scope > :not(.empty)')) node.remove()
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX
  const drawn = same ? before.drawn : new Map()
  place(log, drawn, items(chat, actions))
  const hidden = log.clientHeight === 0
  drawnIn.set(phone, { of: chat.phone, drawn, hidden })
  log.querySelector('.empty').hidden = chat.bubbles.length > 0
  const line = phone.querySelector('.live')
  line.textContent = chat.typing ? phone.dataset.typing : phone.dataset.online
  if (atEnd || !same || before.hidden) log.scrollTop = log.scrollHeight
}

/** Scrolls to a bubble or a marked word and lights it up for a moment. */
export function light(node) {
  node.scrollIntoView({ block: 'center' })
  node.classList.add('lit')
  setTimeout(() => node.classList.remove('lit'), 1800)
}

function items(chat, actions) {
  const lastAsked = chat.bubbles.findLast((bubble) => bubble.options.length > 0)
  const list = []
  let day = ''
  for (const bubble of chat.bubbles) {
    if (bubble.day !== day) {
      day = bubble.day
      list.push({ key: `day ${day}`, signature: day, build: () => dayLine(bubble.day) })
    }
    const open = bubble === lastAsked
    list.push({
      key: `${bubble.side} ${bubble.id}`,
      signature: JSON.stringify([bubble, open]),
      build: () => bubbleNode(bubble, open, actions),
    })
  }
  return list
}

function place(log, drawn, list) {
  const keys = new Set(list.map((item) => item.key))
  for (const [key, { node }] of drawn) {
    if (keys.has(key)) continue
    node.remove()
    drawn.delete(key)
  }
  let previous = log.querySelector('.empty')
  for (const item of list) {
    const old = drawn.get(item.key)
    const node = old?.signature === item.signature ? old.node : item.build()
    if (old && old.node !== node) old.node.replaceWith(node)
    if (previous.nextSibling !== node) previous.after(node)
    drawn.set(item.key, { node, signature: item.signature })
    previous = node
  }
}

function dayLine(day) {
  const line = document.createElement('p')
  line.className = 'day'
  line.textContent = day
  return line
}

function bubbleNode(bubble, open, actions) {
  const node = copy('bubble')
  node.classList.add(bubble.side)
  node.dataset.id = bubble.id
  node.dataset.tick = bubble.tick
  const part = (selector) => node.querySelector(selector)
  part('.hand').hidden = bubble.side !== 'human'
  part('.words').append(...bubble.pieces.map(piece))
  part('time').textContent = bubble.time
  part('.tick').textContent = SIGNS[bubble.tick]
  part('.tick-text').textContent = bubble.tickText
  part('.answer').addEventListener('click', () => actions.reply(bubble))
  quote(part('.quote'), bubble.quote)
  options(part('.opts'), bubble.options, open, actions)
  return node
}

const TAGS = { said: 'mark', bold: 'b' }

function piece({ text, kind }) {
  const tag = TAGS[kind]
  const node = tag ? document.createElement(tag) : document.createTextNode(text)
  node.textContent = text
  return node
}

function quote(button, quoted) {
  button.hidden = quoted === null
  if (quoted === null) return
  button.firstElementChild.textContent = quoted.text
  button.addEventListener('click', () => {
    const log = button.closest('.chat')
    const target = log.querySelector(`.msg[data-id="${CSS.escape(quoted.id)}"]`)
    if (target) light(target)
  })
}

function options(group, list, open, actions) {
  group.hidden = list.length === 0
  group.append(
    ...list.map((option, at) => {
      const button = document.createElement('button')
      const number = document.createElement('b')
      number.textContent = `${at + 1}.`
      button.type = 'button'
      button.disabled = !open
      button.append(number, ` ${option.label}`)
      button.addEventListener('click', () => actions.choose(option.id))
      return button
    }),
  )
}

/** The first element of a `<template>` of the page. */
export function copy(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true)
}
