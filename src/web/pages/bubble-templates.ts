import { type Messages, message } from '../../core/messages.js'
import { type Html, html } from '../html.js'

/** Empty shapes the script copies and fills with text, so that no words live in the script. */
export function bubbleTemplates(messages: Messages): Html {
  return html`<template id="bubble"><article class="msg">
<b class="hand">${message(messages, 'web.page.human')}</b>
<button type="button" class="quote"><span></span></button><p class="words"></p>
<div class="opts" role="group" aria-label="${message(messages, 'web.page.options')}"></div>
<footer class="meta"><button type="button" class="answer">${message(messages, 'web.page.reply')}</button>
<time></time><span class="tick" aria-hidden="true"></span><span class="tick-text"></span></footer>
</article></template>
<template id="person"><li><button type="button" class="who"><span class="face" aria-hidden="true"></span>
<b></b><span class="stage"></span></button></li></template>
<template id="fact"><li class="fact"><span class="label"></span><b></b>
<button type="button" class="proof" title="${message(messages, 'web.known.find')}"><mark></mark></button></li></template>
<template id="reason"><li class="line"><span></span><b class="points"></b></li></template>
<template id="timer"><li class="line"><span></span><time></time></li></template>`
}
