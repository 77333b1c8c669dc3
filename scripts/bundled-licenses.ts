import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Options } from 'tsup'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

const PACKAGE = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/
const LICENSE = /^licen[cs]e/i

/**
 * Writes the licenses of all packages that a build contains.
 * @throws if one of them has none.
 */
export function bundledLicenses(path: string): Plugin {
  // Of all builds that this plugin is used in.
  const folders = new Set<string>()
  return {
    name: 'bundled-licenses',
    setup(build) {
      build.initialOptions.metafile = true
      build.onEnd(({ metafile }) => {
        for (const input of Object.keys(metafile?.inputs ?? {})) {
          const folder = PACKAGE.exec(input)
          if (folder) folders.add(folder[0])
        }
        if (folders.size === 0) return
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, [...folders].sort().map(licenseOf).join('\n'))
      })
    },
  }
}

function licenseOf(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((entry) => LICENSE.test(entry))
  if (!file) throw new Error(`${folder} has no license file; the build must not contain it.`)
  return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
}
