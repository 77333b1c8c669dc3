import { MissingPackageError } from '../errors.js'

/**
 * Loads a package that only some callers need.
 *
 * @param use What it is needed for: `Reading PDF files`.
 * @throws MissingPackageError
 */
export async function loadPeer<Module>(
  packageName: string,
  use: string,
  load: () => Promise<Module>,
): Promise<Module> {
  try {
    return await load()
  } catch (cause) {
    throw new MissingPackageError(packageName, use, { cause })
  }
}
