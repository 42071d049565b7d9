import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeHtml, html } from '../../src/web/html.js'

describe('html', () => {
  test('escapes every value, in text and in attributes', () => {
    const bad = `<img src=x onerror="alert('1')">&`
    expect(html`<p title="${bad}">${bad}</p>`.markup).toBe(
      '<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;">' +
        '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;</p>',
    )
  })

  test('keeps markup made by itself, in lists too', () => {
    const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`)
    expect(html`<ul>${items}</ul>`.markup).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>')
  })

  test('leaves nothing where there is nothing', () => {
    expect(html`[${null}${false}${[]}${''}]${0}`.markup).toBe('[]0')
  })

  test('no text gets out of an attribute or opens a tag', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']/)
      }),
    )
  })
})
