import { strayCollections } from './collections';
import { codeFiles, type Finding, textFiles } from './files';
import { machinePaths } from './machine-paths';
import { unknownToPhones } from './phones';
import { impurities } from './purity';
import { circlesOfRooms } from './rooms-graph';
import { anyTypes, LINES_TO_MENTION, longFiles, longFunctions } from './size-of-code';
import { strayAbilities } from './wechat-abilities';

/** Everything about the shape of the code that imports alone cannot show. */
export function structureFindings(base?: string): Finding[] {
  const code = codeFiles(base);
  return [
    ...code.flatMap((file) => [
      ...impurities(file),
      ...longFiles(file),
      ...longFunctions(file),
      ...anyTypes(file),
      ...strayAbilities(file),
      ...unknownToPhones(file),
    ]),
    ...strayCollections(code),
    ...circlesOfRooms(code),
    ...textFiles(base).flatMap(machinePaths),
  ];
}

export const describeFinding = ({ rule, path, line, what }: Finding): string => `${path}:${line}  ${rule}: ${what}`;

function main(): void {
  const long = codeFiles().flatMap((file) => longFiles(file, LINES_TO_MENTION));
  if (long.length > 0)
    console.log(`above ${LINES_TO_MENTION} lines: ${long.map((file) => `${file.path} (${file.line})`).join(', ')}`);
  const findings = structureFindings();
  for (const finding of findings) console.error(describeFinding(finding));
  console.log(`structure: ${findings.length} findings`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}

if (require.main === module) main();
