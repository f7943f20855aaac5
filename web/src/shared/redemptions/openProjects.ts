import { useProjects } from '../declarations/queries';
import { useRedemptionProjects } from './queries';

interface Step {
  act: string;
  to: string;
}

/**
 * What can be handed in now under any policy, asked for once for a whole list: by the policy's id the ways there. Of several projects of
 * a kind the policy's page says which is which, so that is where the way leads.
 */
export function useOpenProjects(enabled: boolean): (policy: { policyId: string; code: string }) => Step[] {
  const declarations = useProjects({ size: 100 }, enabled).data?.items ?? [];
  const redemptions = useRedemptionProjects({ size: 100 }, enabled).data?.items ?? [];
  return ({ policyId, code }) => {
    const step = (act: string, path: string, open: { id: string }[]) =>
      open.length ? [{ act, to: open.length > 1 ? `/policies/${code}` : `${path}/${open[0]!.id}` }] : [];
    const now = (one: { policyId: string; window: string }) =>
      one.policyId === policyId && one.window === 'OPEN';
    return [
      ...step('立即申报', '/declarations/projects', declarations.filter(now)),
      ...step(
        '申请兑付',
        '/redemptions/projects',
        redemptions.filter((one) => now(one) && one.kind === 'APPLICATION'),
      ),
    ];
  };
}
