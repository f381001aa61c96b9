/**
 * A value that is made when it is first needed, and kept: what a function sets up once per process. Mark calls of it with
 * `@__PURE__`, so that a bundle leaves out those its function never uses, with all their imports.
 */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
