import { type Command, InvalidArgumentError, Option } from 'commander'
import { REDACTIONS, type Redaction } from '../../reply/redact.js'
import { positiveNumber, wholeNumber } from '../program.js'

export interface LetterFlags {
  userDictionary?: string
  keepGoing?: boolean
  redact?: Redaction[]
  ids?: 'name' | 'path'
  idsIn?: string
  workers?: number
  /** In MiB. */
  memory?: number
}

export function addLetterOptions(command: Command): Command {
  return command
    .option('--user-dictionary <file>', 'words to keep whole, one a line')
    .option('-k, --keep-going', 'write the index without the files that cannot be read')
    .option(
      '--redact <what>',
      'hide phone (mobile) numbers, landline numbers, or both: phone,landline',
      redactions,
    )
    .addOption(
      new Option(
        '--ids <what>',
        "what a letter's id is: its file's name, or the path in its folder (name)",
      ).choices(['name', 'path']),
    )
    .option('--ids-in <folder>', 'take for ids the paths in this folder, of which only a part is given')
    .option(
      '--workers <count>',
      'how many threads work, all but one of them at segmenting (1, or 3 for many letters)',
      positiveNumber,
    )
    .option('--memory <MiB>', 'about how much is gathered before it is written to disk (16)', wholeNumber)
}

function redactions(names: string): Redaction[] {
  return names.split(',').map((name) => {
    const found = REDACTIONS.find((redaction) => redaction === name)
    if (found) return found
    throw new InvalidArgumentError(
      `It must be ${REDACTIONS.join(' or ')}, or both with a comma between them.`,
    )
  })
}
