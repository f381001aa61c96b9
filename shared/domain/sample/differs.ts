interface Two {
  draft: { total: number }
  live: { total: number }
}

/** Whether a draft does anything else with a campaign than what is live. */
export function differs({
  isNew,
  entered,
  got,
  cost,
}: {
  isNew: boolean
  entered: Two
  got: Two
  cost?: Two | undefined
}): boolean {
  return isNew || [entered, got, ...(cost ? [cost] : [])].some(({ draft, live }) => draft.total !== live.total)
}
