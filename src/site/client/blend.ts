/** What is the reader's just now. */
export interface Manners {
  mayChange(node: Node): boolean
  mayRemove(node: Node): boolean
}

/**
 * Makes the children of `old` those of `fresh`. Nodes that are in both stay the nodes they are, and none is ever moved, so that what
 * plays goes on: first elements that are the same (by id, else by all they say) in order, then, between those, nodes of one kind in order.
 */
export function blend(old: ParentNode, fresh: ParentNode, manners: Manners): void {
  const pairs = pairUp([...old.childNodes], [...fresh.childNodes])
  let cursor = old.firstChild
  for (const next of Array.from(fresh.childNodes)) {
    const match = pairs.get(next)
    if (!match) old.insertBefore(next, cursor)
    else {
      removeUntil(cursor, match, manners)
      change(match, next, manners)
      cursor = match.nextSibling
    }
  }
  removeUntil(cursor, null, manners)
}

const sameAs = (node: ChildNode): string =>
  node instanceof Element ? (node.querySelector('[id]') ?? node).id || node.outerHTML : ''

const isOneKind = (a: ChildNode, b: ChildNode): boolean =>
  a.nodeName === b.nodeName && (!(a instanceof Element) || !(b instanceof Element) || a.id === b.id)

/** Fresh node → the old node that becomes it; the old ones are in the order of the fresh ones. */
function pairUp(old: ChildNode[], fresh: ChildNode[]): Map<ChildNode, ChildNode> {
  const pairs = new Map<ChildNode, ChildNode>()
  const names = old.map(sameAs)
  let from = 0
  let begun = 0
  fresh.forEach((node, i) => {
    const name = sameAs(node)
    const at = name === '' ? -1 : names.indexOf(name, from)
    if (at < 0) return
    pairKinds(old.slice(from, at), fresh.slice(begun, i), pairs)
    pairs.set(node, old[at] as ChildNode)
    from = at + 1
    begun = i + 1
  })
  pairKinds(old.slice(from), fresh.slice(begun), pairs)
  return pairs
}

function pairKinds(old: ChildNode[], fresh: ChildNode[], pairs: Map<ChildNode, ChildNode>): void {
  let from = 0
  for (const node of fresh) {
    const at = old.findIndex((each, i) => i >= from && isOneKind(each, node))
    if (at < 0) continue
    pairs.set(node, old[at] as ChildNode)
    from = at + 1
  }
}

function removeUntil(from: ChildNode | null, end: ChildNode | null, manners: Manners): void {
  for (let node = from; node && node !== end;) {
    const next: ChildNode | null = node.nextSibling
    if (manners.mayRemove(node)) node.remove()
    node = next
  }
}

function change(old: ChildNode, fresh: ChildNode, manners: Manners): void {
  if (old.isEqualNode(fresh) || !manners.mayChange(old)) return
  if (!(old instanceof Element) || !(fresh instanceof Element)) {
    old.nodeValue = fresh.nodeValue
    return
  }
  for (const { name } of Array.from(old.attributes))
    // What a reader has opened stays open.
    if (!fresh.hasAttribute(name) && name !== 'open') old.removeAttribute(name)
  for (const { name, value } of fresh.attributes)
    if (old.getAttribute(name) !== value) old.setAttribute(name, value)
  blend(old, fresh, manners)
}
