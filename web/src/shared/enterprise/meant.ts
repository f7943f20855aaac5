import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { problemText, useMe } from '../api';
import { useOwnEnterprises, useSwitchEnterprise } from './switch';

/** Says in an address of which enterprise the page is: messages put it there. */
const OF = 'of';

/**
 * Of which other enterprise of the person the address is, whose page is not found while another one is acted for. Unknown while it is asked who they can act for;
 * none where it is the one acted for, or one that they left.
 */
export function useMeantEnterprise() {
  const { me } = useMe();
  const [params] = useSearchParams();
  const meant = params.get(OF);
  const elsewhere = !!me && !!meant && meant !== me.enterprise?.id;
  const own = useOwnEnterprises(elsewhere);
  return {
    pending: elsewhere && own.isPending,
    other: elsewhere ? own.data?.find((one) => one.id === meant) : undefined,
    acting: me?.enterprise?.name,
  };
}

/** Switches to the enterprise that the page is of, and begins it afresh. */
export function useSwitchToMeant(enterpriseId: string) {
  // As the browser has it: H5 stands below a path of its own.
  const switchTo = useSwitchEnterprise(location.pathname + location.search);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const go = () => {
    setBusy(true);
    setFailed(undefined);
    switchTo(enterpriseId).catch((error: unknown) => {
      setFailed(problemText(error));
      setBusy(false);
    });
  };
  return { go, busy, failed };
}

/** What is said of it. */
export const meantText = (name: string, acting: string | undefined) =>
  `此页面是${name}的${acting ? `，当前企业是${acting}` : ''}。切换企业后可以查看。`;

/** Of which enterprise a message is, for who can act for several. */
export function useEnterpriseOf({ enterpriseName }: { enterpriseName?: string }): string | undefined {
  const own = useOwnEnterprises(!!enterpriseName);
  return (own.data?.length ?? 0) > 1 ? enterpriseName : undefined;
}
