import { MAX_CODE } from './huffman.js'

/** The lengths of a Huffman code of at most `MAX_CODE` bits. @param counts Two or more, each at least 1. */
export function huffmanLengths(counts: readonly number[]): Uint8Array {
  let weights = counts
  for (;;) {
    const lengths = unlimited(weights)
    if (lengths.every((length) => length <= MAX_CODE)) return lengths
    weights = weights.map((weight) => Math.ceil(weight / 2))
  }
}

function unlimited(weights: readonly number[]): Uint8Array {
  const count = weights.length
  const leaves = Uint32Array.from(weights, (_, symbol) => symbol).sort(
    (a, b) => weights[a]! - weights[b]! || a - b,
  )
  // Nodes: the leaves by weight, then the joints as they are made, which is by weight too.
  const weight = new Float64Array(2 * count - 1)
  const parent = new Uint32Array(2 * count - 1)
  leaves.forEach((symbol, place) => {
    weight[place] = weights[symbol]!
  })
  let leaf = 0
  let joint = count
  for (let made = count; made < 2 * count - 1; made++) {
    for (let child = 0; child < 2; child++) {
      const node = leaf < count && (joint === made || weight[leaf]! <= weight[joint]!) ? leaf++ : joint++
      weight[made]! += weight[node]!
      parent[node] = made
    }
  }
  const depth = new Uint8Array(2 * count - 1)
  const lengths = new Uint8Array(count)
  for (let node = 2 * count - 3; node >= 0; node--) {
    depth[node] = Math.min(255, depth[parent[node]!]! + 1)
    if (node < count) lengths[leaves[node]!] = depth[node]!
  }
  return lengths
}
