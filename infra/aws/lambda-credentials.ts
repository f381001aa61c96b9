import { fromEnv } from '@aws-sdk/credential-providers'

/**
 * Stands in every bundle for `@aws-sdk/credential-provider-node`. Lambda gives credentials in the environment and nowhere
 * else: what reads profiles, SSO and the metadata of instances is a tenth of a bundle.
 */
export const defaultProvider = fromEnv
