import { readFileSync } from 'node:fs'

/** CPU seconds of this process, its threads, and the processes that it started and saw end (these on Linux only). */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6 + childSeconds()
}

function childSeconds(): number {
  try {
    // Fields 16 and 17, in ticks of 10 ms; the name in field 2 may hold spaces. Source: man 5 proc
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return (Number(fields[13]) + Number(fields[14])) / 100
  } catch {
    return 0
  }
}

/** Wall and CPU seconds of a task. */
export async function timed<T>(task: () => Promise<T>): Promise<{ value: T; seconds: number; cpu: number }> {
  const started = performance.now()
  const cpuBefore = cpuSeconds()
  const value = await task()
  return { value, seconds: (performance.now() - started) / 1000, cpu: cpuSeconds() - cpuBefore }
}

export function collectGarbage(): void {
  for (let i = 0; i < 2; i++) (globalThis as { gc?: () => void }).gc?.()
}

/** Memory of this process, in MB. */
export function residentMegabytes(): number {
  return process.memoryUsage.rss() / 1e6
}

/** The most memory that this process ever had, in MB. */
export function peakMegabytes(): number {
  return (process.resourceUsage().maxRSS * 1024) / 1e6
}
