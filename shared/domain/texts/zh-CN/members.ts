import { cabins } from './cabins.ts'
import { pages } from './pages.ts'

export const members = { cabins, pages }
