import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito'
import type { Construct } from 'constructs'
import type { Stage } from './stage.ts'

/** The issuer, as a browser and the authorizer need it. */
export interface SignIn {
  issuer: string
  clientId: string
  /** The scopes a browser asks for: the last one is our own. */
  scope: string
}

/** The airline's own issuer, or a Cognito user pool if the stage names none. */
export function makeSignIn(scope: Construct, settings: NonNullable<Stage['console']>, address: string): SignIn {
  const { issuer, clientId, scope: asked } = settings
  if (issuer !== undefined) return { issuer, clientId: clientId!, scope: `openid ${asked!}` }
  const pool = makePool(scope, Object.keys(settings.groups))
  const own = new ResourceServerScope({ scopeName: 'console', scopeDescription: 'Use the console' })
  const server = pool.addResourceServer('ConsoleScope', { identifier: 'wingback', scopes: [own] })
  pool.addDomain('ConsoleDomain', { cognitoDomain: { domainPrefix: settings.signInDomain! } })
  const client = pool.addClient('ConsoleClient', {
    generateSecret: false,
    authFlows: {},
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.resourceServer(server, own)],
      callbackUrls: [address],
      logoutUrls: [address],
    },
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.hours(1),
    idTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.hours(12),
  })
  return { issuer: issuerOf(scope, pool), clientId: client.userPoolClientId, scope: 'openid wingback/console' }
}

/**
 * People are added by whoever operates it, never by themselves, and have a second factor. Their user name is the name in the
 * history. The groups are those to which the stage gives rights.
 */
function makePool(scope: Construct, groups: readonly string[]): UserPool {
  const pool = new UserPool(scope, 'ConsolePeople', {
    userPoolName: 'wingback-console',
    selfSignUpEnabled: false,
    signInAliases: { username: true },
    signInCaseSensitive: false,
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false },
    accountRecovery: AccountRecovery.NONE,
    passwordPolicy: {
      minLength: 14,
      requireDigits: true,
      requireLowercase: true,
      requireUppercase: true,
      requireSymbols: true,
    },
    featurePlan: FeaturePlan.ESSENTIALS,
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  Validations.of(pool).acknowledge({
    id: 'AwsSolutions-COG8',
    reason: 'A second factor is required of everybody; what the plus plan adds is for pools that anybody may join',
  })
  for (const group of groups) pool.addGroup(`Group-${group}`, { groupName: group })
  return pool
}

function issuerOf(scope: Construct, pool: UserPool): string {
  return `https://cognito-idp.${Stack.of(scope).region}.amazonaws.com/${pool.userPoolId}`
}
