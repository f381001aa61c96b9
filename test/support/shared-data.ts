import { existsSync } from 'node:fs'

/** Where real data lie beside the checkout: they are not part of it. Undefined where there are none. */
export const SHARED_DATA = ['../shared/data', '../../shared/data'].find((path) => existsSync(path))
