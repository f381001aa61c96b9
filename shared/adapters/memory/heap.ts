/** A binary heap: what is due earliest comes first. */
export interface Heap<T> {
  size(): number
  push(at: number, value: T): void
  peek(): { at: number; value: T } | undefined
  pop(): { at: number; value: T } | undefined
}

export function createHeap<T>(): Heap<T> {
  const nodes: { at: number; value: T }[] = []

  function rise(from: number): void {
    let i = from
    const node = nodes[i]!
    while (i > 0) {
      const parent = (i - 1) >> 1
      if (nodes[parent]!.at <= node.at) break
      nodes[i] = nodes[parent]!
      i = parent
    }
    nodes[i] = node
  }

  function sink(): void {
    let i = 0
    const node = nodes[0]!
    for (let child = 1; child < nodes.length; child = 2 * i + 1) {
      if (child + 1 < nodes.length && nodes[child + 1]!.at < nodes[child]!.at) child++
      if (nodes[child]!.at >= node.at) break
      nodes[i] = nodes[child]!
      i = child
    }
    nodes[i] = node
  }

  return {
    size: () => nodes.length,
    peek: () => nodes[0],
    push(at, value) {
      nodes.push({ at, value })
      rise(nodes.length - 1)
    },
    pop() {
      const first = nodes[0]
      const last = nodes.pop()
      if (nodes.length > 0) {
        nodes[0] = last!
        sink()
      }
      return first
    },
  }
}
