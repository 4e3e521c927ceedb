// Runs inside a child process: the genuine SDK in the environment that a cloud function has, driven by messages.
const cloud = require(process.argv[2]);
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, timeout: 20_000 });
const db = cloud.database();
const sdk = { cloud, db, _: db.command, $: db.command.aggregate };

/** Only what a caller can see of an error: its own fields and its message. */
const seen = (error) => ({
  message: error?.message,
  own: error !== null && typeof error === 'object' ? { ...error } : error,
  keys: error !== null && typeof error === 'object' ? Object.keys(error) : [],
});

process.on('message', async ({ id, source, args }) => {
  try {
    // biome-ignore lint/security/noGlobalEval: the test sends the source of its own function
    const run = eval(`(${source})`);
    process.send({ id, value: await run(sdk, ...args) });
  } catch (error) {
    process.send({ id, error: seen(error) });
  }
});
process.send({ ready: true });
