// In place of zod's own kinds of these, which weigh a kilobyte in a page, and say less of what they expect.

import * as z from 'zod/mini'

export const boolean: z.ZodMiniType<boolean> = z.custom<boolean>(
  (value) => typeof value === 'boolean',
  'boolean',
)

export function oneOf<Value extends string>(values: readonly Value[]): z.ZodMiniType<Value> {
  const expected = values.map((value) => `"${value}"`).join(' or ')
  // A string first: most optional values are absent, and `custom` takes ten times as long to find that out.
  const type = z.string(expected).check(z.refine((value) => values.includes(value as Value), expected))
  return type as z.ZodMiniType<string> as z.ZodMiniType<Value>
}

export function wholeNumber(from: number, to: number = Number.MAX_SAFE_INTEGER): z.ZodMiniType<number> {
  return z.custom<number>(
    (value) => Number.isSafeInteger(value) && (value as number) >= from && (value as number) <= to,
    `a whole number from ${from}${to < Number.MAX_SAFE_INTEGER ? ` to ${to}` : ''}`,
  )
}

export function atMost(most: number, what: 'characters' | 'values'): z.core.$ZodCheck<string | unknown[]> {
  return z.refine<string | unknown[]>(({ length }) => length <= most, `at most ${most} ${what}`)
}
