import type { Journey, Member } from '../../member/member.ts'
import { type Gate, go, skip, telling } from './gate.ts'

/** Whether what a journey granted still stands, if nobody was told of it yet. Else a mail would tell of money that was taken back. */
export const stillGranted: Gate = {
  name: 'stillGranted',
  atClaim: true,
  concerns: (context) => context.journey.granted !== undefined && telling(context) !== undefined,
  ask: ({ member, journey }) =>
    wasTakenBack(member, journey) ? skip({ is: 'stillGranted.no' }) : go({ is: 'stillGranted.yes' }),
}

function wasTakenBack({ compensations, mails }: Member, { campaign, granted }: Journey): boolean {
  const grant = compensations.find(({ actionId }) => actionId === granted?.actionId)
  if (grant?.reversedAt === undefined) return false
  const { reversedAt } = grant
  return !mails.some(
    (mail) => mail.campaign === campaign && mail.claimedAt >= grant.grantedAt && mail.claimedAt <= reversedAt,
  )
}
