/**
 * The floors of the house: nothing imports what stands above it, and nothing goes in a circle, types included.
 * `npm run floors` holds them.
 */
const floors = ['standards', 'contract', 'connectors', 'domain', 'ports', 'adapters', 'app', 'lambda']
const above = '^(functions|infra|cli|bench|console)/'
/** The wiring is plain data that ports and all above them know. */
const WIRING_FROM = floors.indexOf('ports')

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    ...floors.map((floor, at) => ({
      name: `floor-of-${floor}`,
      severity: 'error',
      from: { path: `^shared/${floor}/` },
      to: {
        path: [`^shared/(${[...floors.slice(at + 1), '[^/]+[.]ts$'].join('|')})`, above],
        ...(at >= WIRING_FROM && { pathNot: '^shared/(pipeline|queue|bus-rule)[.]ts$' }),
      },
    })),
    {
      name: 'no-one-but-a-browser-loads-the-console',
      severity: 'error',
      from: {},
      to: { path: '^console/' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.mjs', '.json'] },
  },
}
