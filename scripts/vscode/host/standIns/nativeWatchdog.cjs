/**
 * Stands in for the native addon that ends an extension host whose parent died: the host's processes share a group that
 * is killed as a whole.
 */
module.exports = {
  start() {},
  exit(code) {
    process.exit(code ?? 0);
  },
};
