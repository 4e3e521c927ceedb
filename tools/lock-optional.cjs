/**
 * Completes package-lock.json. npm leaves optional packages for other systems out of the lock when the registry in use
 * does not serve them, and `npm ci` then refuses the lock as out of step ("Missing … from lock file").
 * Run by `npm run lock` after each change of a dependency.
 */
const fs = require('node:fs');

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** The place in the tree from which `owner` would load `name`, or undefined. Keys are as in the lock: "node_modules/a/node_modules/b". */
function resolve(packages, owner, name) {
  for (let folder = owner; ; folder = parentOf(folder)) {
    const key = `${folder ? `${folder}/` : ''}node_modules/${name}`;
    if (packages[key]) return key;
    if (!folder) return undefined;
  }
}

function parentOf(folder) {
  const cut = folder.lastIndexOf('node_modules/');
  return cut <= 0 ? '' : folder.slice(0, cut - 1);
}

/** Every optional dependency that the lock names but does not hold: [{owner, name, range}]. */
function missingOptional(lock) {
  return Object.entries(lock.packages).flatMap(([owner, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !resolve(lock.packages, owner, name))
      .map(([name, range]) => ({ owner, name, range })),
  );
}

/** The lock with an entry for each missing platform package; a missing package that is for every platform is an error. */
function complete(lock) {
  const packages = { ...lock.packages };
  for (const { owner, name, range } of missingOptional(lock))
    packages[`node_modules/${name}`] = entryFor(lock, owner, name, range);
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

function entryFor(lock, owner, name, range) {
  const system = SYSTEMS.find((word) => name.includes(word));
  const processor = PROCESSORS.find((word) => name.includes(`-${word}`));
  if (!system && !processor) {
    throw new Error(
      `${owner} wants ${name}@${range}, which no lock entry describes: name it in "overrides" of package.json`,
    );
  }
  return {
    version: range.replace(/^[\^~]/, ''),
    ...(lock.packages[owner].dev ? { dev: true } : {}),
    optional: true,
    ...(system ? { os: [system] } : {}),
    ...(processor ? { cpu: [processor] } : {}),
  };
}

/** Keys of entries that hold a download address: they tie the lock to one registry (see .npmrc). */
function withAddresses(lock) {
  return Object.keys(lock.packages).filter((key) => lock.packages[key].resolved !== undefined);
}

module.exports = { missingOptional, complete, withAddresses };

if (require.main === module) {
  const file = process.argv[2] ?? 'package-lock.json';
  const lock = JSON.parse(fs.readFileSync(file, 'utf8'));
  const missing = missingOptional(lock);
  fs.writeFileSync(file, `${JSON.stringify(complete(lock), null, 2)}\n`);
  console.log(`${file}: ${missing.length} optional packages of other platforms added`);
}
