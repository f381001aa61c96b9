import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, test } from 'vitest'
import { needs } from '../../shared/app/api/rights.ts'
import { synthesise } from './template.ts'

const groups = { marketing: ['read', 'publish'], service: ['read', 'personalData', 'pay'] }
const own = synthesise({ console: { groups, signInDomain: 'wingback-test' } })
const { templates } = own
const issuer = 'https://login.airline.example/tenant/v2.0'

const routesOf = (of: typeof templates) =>
  of.all('AWS::ApiGatewayV2::Route').filter(({ RouteKey }) => RouteKey.includes(' /console/'))

describe('the console in AWS', () => {
  test('lets every method of the API through, with a token of our own scope', () => {
    const methods = new Set(Object.keys(needs).map((name) => name.split(' ')[0]))
    const routes = routesOf(templates)
    expect(new Set(routes.map(({ RouteKey }) => RouteKey))).toEqual(
      new Set([...methods].map((method) => `${method} /console/v1/{path+}`)),
    )
    for (const route of routes)
      expect(route).toMatchObject({ AuthorizationType: 'JWT', AuthorizationScopes: ['wingback/console'] })
    const authorizer = templates.one('AWS::ApiGatewayV2::Authorizer')
    const client = templates.one('AWS::Cognito::UserPoolClient')
    expect(authorizer.JwtConfiguration.Audience.map((each: unknown) => templates.flat(each))).toEqual([
      `<${client.id}>`,
    ])
  })

  test('is where announced briefings lead', () => {
    const { Environment } = templates.one('AWS::Lambda::Function', 'FunctionName', 'wingback-rounds')
    const distribution = templates.one('AWS::CloudFront::Distribution')
    const pages = `https://<${distribution.id}.DomainName>/`
    expect(templates.flat(Environment.Variables.PAGES_BASE_URL)).toBe(pages)
  })

  test('leaves the command its own way in', () => {
    const others = templates.all('AWS::ApiGatewayV2::Route').filter(({ RouteKey }) => RouteKey.includes(' /v1/'))
    expect(new Set(others.map(({ AuthorizationType }) => AuthorizationType))).toEqual(new Set(['AWS_IAM']))
  })

  test('makes people itself, with a second factor, and lets nobody sign up', () => {
    expect(templates.one('AWS::Cognito::UserPool')).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      DeletionProtection: 'ACTIVE',
    })
    expect(templates.one('AWS::Cognito::UserPoolClient')).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      PreventUserExistenceErrors: 'ENABLED',
    })
    expect(templates.all('AWS::Cognito::UserPoolGroup').map(({ GroupName }) => GroupName)).toEqual(Object.keys(groups))
  })

  test('serves files over TLS from a bucket that nobody else reads, under a policy that lets nothing in from elsewhere', () => {
    const distribution = templates.one('AWS::CloudFront::Distribution').DistributionConfig
    expect(distribution.DefaultCacheBehavior.ViewerProtocolPolicy).toBe('redirect-to-https')
    expect(distribution.CacheBehaviors).toMatchObject([
      { PathPattern: '/mail.html', ViewerProtocolPolicy: 'redirect-to-https' },
      { PathPattern: '/pictures/*', ViewerProtocolPolicy: 'redirect-to-https' },
      { PathPattern: '/console/v1/*', ViewerProtocolPolicy: 'https-only' },
    ])
    const [files] = distribution.Origins
    const bucket = templates.all('AWS::S3::Bucket').find(({ id }) => templates.flat(files.DomainName).includes(id))!
    expect(bucket.PublicAccessBlockConfiguration).toEqual({
      ...{ BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
    })
    const readers = templates
      .statements('AWS::S3::BucketPolicy', bucket.id)
      .filter(({ Effect, Action }) => Effect === 'Allow' && Action === 's3:GetObject')
    expect(readers.map(({ Principal }) => Principal)).toEqual([{ Service: 'cloudfront.amazonaws.com' }])
    const [pages, mail] = ['wingback-console-eu-west-1', 'wingback-console-mail-eu-west-1'].map((name) => {
      const all = templates
        .all('AWS::CloudFront::ResponseHeadersPolicy')
        .map((each) => each.ResponseHeadersPolicyConfig)
      return all.find(({ Name }) => Name === name).SecurityHeadersConfig
    })
    const policy: string = pages.ContentSecurityPolicy.ContentSecurityPolicy
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain('https://wingback-test.auth.eu-west-1.amazoncognito.com')
    expect(policy).not.toContain('unsafe')
    expect(pages.FrameOptions.FrameOption).toBe('DENY')
    // Where a mail is shown: styles of its own, nothing from elsewhere, within the console alone.
    const ofMail: string = mail.ContentSecurityPolicy.ContentSecurityPolicy
    expect(ofMail).toMatch(
      /^default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'unsafe-inline'; img-src 'self' data:/,
    )
    expect(ofMail).toContain("frame-ancestors 'self'")
    expect(mail.FrameOptions.FrameOption).toBe('SAMEORIGIN')
  })

  test('shows the pictures of emails to anybody, out of a bucket that nobody else reads and the API alone adds to', () => {
    const bucket = templates.one('AWS::S3::Bucket', 'BucketName', 'wingback-pictures-111122223333-eu-west-1')
    expect(bucket.PublicAccessBlockConfiguration).toMatchObject({
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    })
    expect(bucket.LifecycleConfiguration).toBeUndefined()
    const readers = templates
      .statements('AWS::S3::BucketPolicy', bucket.id)
      .filter(({ Effect }) => Effect === 'Allow')
      .map(({ Action, Principal, Resource, Condition }) => ({
        Action,
        Principal,
        Resource: templates.flat(Resource),
        Condition,
      }))
    expect(readers).toMatchObject([
      {
        Action: 's3:GetObject',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Resource: `<${bucket.id}.Arn>/pictures/*`,
      },
    ])
    expect(templates.flat(readers[0]!.Condition.StringLike['AWS:SourceArn'])).toMatch(
      /:cloudfront::111122223333:distribution\/\*$/,
    )
    const may = templates
      .all('AWS::IAM::Policy')
      .flatMap(({ PolicyDocument, Roles }) =>
        PolicyDocument.Statement.map((each: { Resource: unknown }) => ({ ...each, Roles })),
      )
      .filter(({ Resource }) => JSON.stringify(Resource).includes('wingback-pictures'))
    expect(may.map(({ Action, Roles }) => [Action, templates.flat(Roles[0])])).toEqual([
      ['s3:PutObject', expect.stringContaining('Roleapi')],
    ])
    const { Environment } = templates.one('AWS::Lambda::Function', 'FunctionName', 'wingback-api')
    const distribution = templates.one('AWS::CloudFront::Distribution')
    expect(templates.flat(Environment.Variables.PICTURES_BASE_URL)).toBe(
      `https://<${distribution.id}.DomainName>/pictures/`,
    )
    const headers = templates
      .all('AWS::CloudFront::ResponseHeadersPolicy')
      .find((each) => each.ResponseHeadersPolicyConfig.Name === 'wingback-console-pictures-eu-west-1')!
    expect(headers.ResponseHeadersPolicyConfig.SecurityHeadersConfig).toMatchObject({
      ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'none'; sandbox" },
      ContentTypeOptions: { Override: true },
    })
  })

  test('asks any issuer instead, and makes no pool then', () => {
    const { templates: theirs } = synthesise({
      console: { groups, issuer, clientId: 'c-1', scope: 'api://wingback/console' },
    })
    expect(theirs.all('AWS::Cognito::UserPool')).toEqual([])
    expect(theirs.one('AWS::ApiGatewayV2::Authorizer').JwtConfiguration).toEqual({ Audience: ['c-1'], Issuer: issuer })
    for (const route of routesOf(theirs)) expect(route.AuthorizationScopes).toEqual(['api://wingback/console'])
    expect(theirs.text).toContain('https://login.airline.example')
  })

  test('has an address of the airline where it names one, over TLS 1.2', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/1'
    const { templates: named } = synthesise({
      console: { groups, signInDomain: 'wingback-test', domain: { name: 'wingback.airline.example', certificateArn } },
    })
    const { Aliases, ViewerCertificate } = named.one('AWS::CloudFront::Distribution').DistributionConfig
    expect(Aliases).toEqual(['wingback.airline.example'])
    expect(ViewerCertificate).toMatchObject({
      AcmCertificateArn: certificateArn,
      MinimumProtocolVersion: 'TLSv1.2_2021',
    })
    expect(named.one('AWS::Cognito::UserPoolClient').CallbackURLs).toEqual(['https://wingback.airline.example/'])
  })

  test('is not there where the stage has none', () => {
    const { templates: without } = synthesise()
    expect(routesOf(without)).toEqual([])
    expect(without.all('AWS::CloudFront::Distribution')).toEqual([])
  })

  test('cdk-nag finds nothing that is not acknowledged', () => {
    expect(new AwsSolutionsChecks(own.app).validateScope(own.app).violations).toEqual([])
  })

  test.each([
    ['an issuer without its client', { issuer }, 'name its clientId'],
    ['neither pool nor issuer', {}, 'needs one of signInDomain'],
    ['no group', { groups: {}, signInDomain: 'x' }, 'must name a group'],
    [
      'a group with a space, which a token cannot tell',
      { groups: { 'a b': ['read'] }, signInDomain: 'x' },
      'without spaces',
    ],
  ])('%s is no console', (_name, settings, says) => {
    expect(() => synthesise({ console: { groups, ...settings } })).toThrow(says)
  })
})
