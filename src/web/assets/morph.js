/**
 * Makes one element like another with as few touches as possible: nodes that stay are the same
 * nodes, so that focus, what was typed, scroll places and a reader's ear stay with them. Children
 * with a `data-key` or an id are known again wherever they moved.
 * @param {Element} from in the page
 * @param {Element} to as it should be
 */
export function morph(from, to) {
  attributes(from, to)
  const known = new Map()
  for (const child of from.children) if (keyOf(child)) known.set(keyOf(child), child)
  let at = from.firstChild
  for (const wanted of [...to.childNodes]) {
    const old = keyOf(wanted) ? known.get(keyOf(wanted)) : unkeyed(at, wanted)
    if (old === undefined || old.nodeName !== wanted.nodeName) {
      from.insertBefore(wanted, at)
      continue
    }
    if (old === at) at = at.nextSibling
    else from.insertBefore(old, at)
    if (old instanceof Element) morph(old, wanted)
    else if (old.nodeValue !== wanted.nodeValue) old.nodeValue = wanted.nodeValue
  }
  while (at) {
    const next = at.nextSibling
    at.remove()
    at = next
  }
}

function keyOf(node) {
  return node instanceof Element ? (node.dataset?.key ?? node.id) || null : null
}

/** The node in that very place, if it is of the same kind and nobody else's. */
function unkeyed(at, wanted) {
  return at && at.nodeType === wanted.nodeType && !keyOf(at) ? at : undefined
}

function attributes(from, to) {
  for (const { name } of [...from.attributes])
    if (!to.hasAttribute(name)) from.removeAttribute(name)
  for (const { name, value } of to.attributes) {
    if (from.getAttribute(name) !== value) from.setAttribute(name, value)
  }
}
