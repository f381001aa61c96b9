/** An error as AWS answers it. dynalite throws the same shape. */
export interface AwsError extends Error {
  statusCode: number
  body: { __type: string; [more: string]: unknown }
}

export function awsError(type: string, message: string, more: object = {}): AwsError {
  const body = { __type: `com.amazonaws.local#${type}`, message, ...more }
  return Object.assign(new Error(message), { statusCode: 400, body })
}

export function isAwsError(error: unknown): error is AwsError {
  return error instanceof Error && 'statusCode' in error && 'body' in error
}
