/** Lines of a timeline at once. */
export const PAGE = 100
