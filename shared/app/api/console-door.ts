/**
 * The pages of the console call the API through a door of their own, because a route of API Gateway has one authorizer: there
 * a token lets people in, at the other door IAM.
 */
export const CONSOLE_DOOR = '/console'

/** A call that came through it, as the API knows it; undefined: it came otherwise. */
export function throughConsole<R extends { path: string }>(request: R): R | undefined {
  const { path } = request
  return path.startsWith(`${CONSOLE_DOOR}/v1/`) ? { ...request, path: path.slice(CONSOLE_DOOR.length) } : undefined
}
