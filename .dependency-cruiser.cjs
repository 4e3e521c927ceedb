/**
 * Who may know whom (docs/architecture, "Who may know whom"). tests/structure runs these rules on the project, and on
 * a tree that breaks each of them. What imports cannot show is checked in tools/checks.
 */
const rooms = '^cloudfunctions/rooms/';
const room = `${rooms}([^/]+)/`;
const ownDomain = `${rooms}$1/domain/`;
const kernel = '^cloudfunctions/kernel/';
// Settlement computes and stores nothing, at the bottom of the rooms (docs/decisions, rooms-graph): offers and prices
// are words of it that other domains and the client's types may use. The rule settlement-is-pure keeps it so.
const prices = `${rooms}settlement/index\\.ts$`;
const words = '^cloudfunctions/contract/';
const forTests = '/domain/(prices/)?support/';
// Benches measure the very carts that tests prove things on.
const benches = '^tools/bench/';
const library = (name) => `(^|/)node_modules/${name}/|^${name}$`;

/** `from` may import nothing but what `only` names. */
const allows = (name, comment, from, only, more = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: forTests },
  to: { pathNot: only, ...more },
});

/** `from` may not import `to`. */
const forbids = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const kernelRules = [
  allows('kernel-stands-alone', 'The kernel knows nothing but one SHA-256 library.', kernel, [
    kernel,
    library('js-sha256'),
  ]),
  allows('words-of-contracts', 'The words of contracts know valibot and the kernel.', words, [
    words,
    kernel,
    library('valibot'),
  ]),
];

const contract = `${room}contract\\.ts$`;
/** A contract too long for one file has parts beside it, which only it and its room import. */
const contractPart = `${room}contract-[a-z-]+\\.ts$`;
const contractNeeds = [kernel, words, ownDomain, contractPart.replace('([^/]+)', '$1'), library('valibot')];
const roomRules = [
  allows(
    'contract-runs-little',
    'At run time a contract knows valibot, the kernel and its own domain.',
    [contract, contractPart],
    contractNeeds,
    {
      dependencyTypesNot: ['type-only'],
    },
  ),
  allows(
    'contract-names-types',
    "A contract may name types of other rooms' doors and of the platform's ports, and no others.",
    [contract, contractPart],
    [...contractNeeds, `${rooms}[^/]+/(contract|index)\\.ts$`, '^cloudfunctions/platform/ports\\.ts$'],
    { dependencyTypes: ['type-only'] },
  ),
  allows('domain-is-pure', 'A domain knows the kernel, itself and prices.', `${room}domain/`, [
    kernel,
    ownDomain,
    prices,
  ]),
  allows('settlement-is-pure', 'Settlement knows the kernel and itself.', `${rooms}settlement/`, [
    kernel,
    `${rooms}settlement/`,
  ]),
  forbids(
    'rooms-by-their-door',
    "Another room is known by its index.ts alone (a contract's types by the contract, see contract-names-types).",
    { path: room, pathNot: contract },
    { path: rooms, pathNot: [`${rooms}$1/`, `${rooms}[^/]+/index\\.ts$`] },
  ),
  forbids(
    'rooms-from-outside',
    'From outside, a room is its index.ts or its contract.ts.',
    { pathNot: room },
    { path: room, pathNot: [`${rooms}[^/]+/(index|contract)\\.ts$`, forTests] },
  ),
  forbids(
    'store-is-private',
    "A room's store is read by that room alone.",
    { path: room },
    { path: `${rooms}[^/]+/store\\.ts$`, pathNot: `${rooms}$1/store\\.ts$` },
  ),
  forbids(
    'rooms-below-doors',
    'Rooms know no door, no client and no machine that runs them.',
    { path: rooms, pathNot: forTests },
    { path: '^(cloudfunctions/functions|client|localcloud|tools|tests)/' },
  ),
];

const platformRules = [
  forbids(
    'sdk-in-platform-only',
    'wx-server-sdk is touched by the platform alone.',
    { pathNot: '^cloudfunctions/platform/' },
    { path: library('wx-server-sdk[^/]*') },
  ),
  forbids(
    'platform-knows-no-room',
    'The platform carries any room and knows none.',
    { path: '^cloudfunctions/platform/' },
    { path: '^(cloudfunctions/(rooms|functions)|client|localcloud|tools|tests)/' },
  ),
  allows(
    'doors-are-thin',
    'A door joins the rooms to the platform and does nothing itself.',
    '^cloudfunctions/functions/',
    ['^cloudfunctions/functions/', '^cloudfunctions/platform/', `${rooms}assembly\\.ts$`, `${rooms}[^/]+/index\\.ts$`],
  ),
  forbids(
    'localcloud-knows-no-shop',
    'localcloud must be able to run any other CloudBase project.',
    { path: '^localcloud/' },
    { path: '^(cloudfunctions|client|tools|tests)/' },
  ),
];

const clientRules = [
  forbids(
    'client-runs-kernel-only',
    'Of the server, the client runs the kernel alone.',
    { path: '^client/' },
    { path: '^cloudfunctions/', pathNot: kernel, dependencyTypesNot: ['type-only'] },
  ),
  forbids(
    'client-names-contracts',
    'The client names types of contracts, and of nothing behind them.',
    { path: '^client/' },
    { path: '^cloudfunctions/', pathNot: [kernel, words, contract, prices], dependencyTypes: ['type-only'] },
  ),
  forbids(
    'client-apart',
    'The client knows nothing of the machine that it is built and tried on.',
    { path: '^client/' },
    { path: '^(localcloud|tools|tests)/' },
  ),
  forbids(
    'sub-packages-apart',
    'WeChat loads sub-packages one by one: none may need another.',
    { path: '^client/packages/([^/]+)/' },
    { path: '^client/packages/', pathNot: '^client/packages/$1/' },
  ),
  forbids(
    'main-package-first',
    'The main package is there before any sub-package.',
    { path: '^client/', pathNot: '^client/packages/' },
    { path: '^client/packages/' },
  ),
];

const everywhere = [
  forbids(
    'support-is-for-tests',
    'What helps tests is no part of what runs.',
    { pathNot: [forTests, benches] },
    { path: forTests },
  ),
  forbids(
    'no-circles',
    'Files that need each other to load cannot be read apart.',
    {},
    {
      circular: true,
      viaOnly: { dependencyTypesNot: ['type-only'] },
    },
  ),
];

module.exports = {
  forbidden: [...kernelRules, ...roomRules, ...platformRules, ...clientRules, ...everywhere],
  options: {
    // Tests reach into what they test; client/config runs in Node for Taro.
    exclude: { path: ['\\.test\\.tsx?$', '^client/config/'] },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.d.ts', '.js', '.cjs', '.json'] },
  },
};
