// What `start-worker.ts` starts; no entry to import.
import { serveEngine } from './engine.js'

serveEngine(self as unknown as Parameters<typeof serveEngine>[0])
