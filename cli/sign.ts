import { Sha256 } from '@aws-crypto/sha256-js'
import { fromNodeProviderChain } from '@aws-sdk/credential-providers'
import { SignatureV4 } from '@smithy/signature-v4'
import { Refused } from './errors.ts'

/** The headers of a request with Signature Version 4, which the API requires in AWS. */
export async function sign(
  method: string,
  url: URL,
  headers: Record<string, string>,
  body: Uint8Array | undefined,
): Promise<Record<string, string>> {
  const { hostname, protocol, pathname, searchParams } = url
  const region = regionOf(hostname)
  const credentials = fromNodeProviderChain()
  const signer = new SignatureV4({ credentials, region, service: 'execute-api', sha256: Sha256 })
  const query = Object.fromEntries(searchParams)
  const request = { method, protocol, hostname, path: pathname, query, headers: { ...headers, host: url.host }, body }
  try {
    return (await signer.sign(request)).headers
  } catch (error) {
    throw new Refused(({ usage }) => usage.noCredentials((error as Error).message), {
      hint: ({ usage }) => usage.noCredentialsHint,
    })
  }
}

/** From `<id>.execute-api.<region>.amazonaws.com`, otherwise as the AWS CLI is configured. */
export function regionOf(hostname: string, env: NodeJS.ProcessEnv = process.env): string {
  const region = /\.execute-api\.([a-z0-9-]+)\.amazonaws\.com/.exec(hostname)?.[1]
  const found = region ?? env.AWS_REGION ?? env.AWS_DEFAULT_REGION
  if (found) return found
  throw new Refused(({ usage }) => usage.noRegion(hostname), { hint: ({ usage }) => usage.noRegionHint })
}
