import { cabins } from './cabins.ts'
import { pages } from './pages.ts'

/** What members read beside the templates: the other part of the catalogue that functions carry. */
export const members = { cabins, pages }
