// Modules of Node for what every program loads. An `import` of them would also load what they export on use, Node's
// streams first: a tenth of what it takes to open an index and to answer.

export const fs: typeof import('node:fs') = process.getBuiltinModule('node:fs')
export const util: typeof import('node:util') = process.getBuiltinModule('node:util')
