import { lazy, Suspense, useState } from 'react';
import { useMe, type EnterpriseCode } from '@/shared/api';
import { useOwnCode } from '@/shared/code/ownCode';
import { certificationSteps, useCertifications } from '@/shared/enterprise';
import { dateTimeText, Definition, Loaded, Skeleton, StatusTag, Timeline } from '@/shared/ui';
import { Button, ButtonLink } from '../../ui';
import { Panel } from '../../ui/Panel';
import css from './Certified.module.css';

// The dialog brings antd, which the page does without.
const UnbindDialog = lazy(() => import('./UnbindDialog'));

/** 企业认证: by whom and since when, what can be done about it, and what became of it. */
export function Certified() {
  const query = useOwnCode(true);
  const history = useCertifications();
  return (
    <>
      <Panel title="企业认证">
        <Loaded query={query} compact skeleton={<Skeleton lines={4} />}>
          {(code) => <Standing code={code} />}
        </Loaded>
      </Panel>
      <Panel title="认证记录">
        <Loaded query={history} compact skeleton={<Skeleton lines={4} />}>
          {(steps) => <Timeline steps={certificationSteps(steps)} />}
        </Loaded>
      </Panel>
    </>
  );
}

/** Why it cannot be unbound here, and who can: whoever certified it has to administer it as well (ADR 0049). */
function unbindsBy(certified: boolean, administers: boolean): string {
  if (certified)
    return administers
      ? ''
      : '您是认证人，但不是企业管理员，不能解绑；需要解绑时，请由企业管理员重新认证后办理。';
  return administers ? '解绑由认证人办理；需要解绑时，请您先重新认证。' : '解绑由认证企业的企业管理员办理。';
}

function Standing({ code }: { code: EnterpriseCode }) {
  const { me, can } = useMe();
  const [unbinding, setUnbinding] = useState(false);
  const mine = me?.accountId === code.certifierId;
  return (
    <>
      <Definition
        items={[
          { label: '企业码编号', value: code.number },
          { label: '企业码状态', value: <StatusTag of="codeStatus" value={code.status} /> },
          // That nothing is particular about it would stand beside the state as a second 正常.
          ...(code.level === 'NORMAL'
            ? []
            : [{ label: '级别', value: <StatusTag of="codeLevel" value={code.level} /> }]),
          ...(code.levelReason ? [{ label: '级别依据', value: code.levelReason }] : []),
          { label: '认证人', value: mine ? `${code.certifierName}（本人）` : code.certifierName },
          { label: '认证时间', value: dateTimeText(code.certifiedAt) },
        ]}
      />
      <div className={css.actions}>
        <ButtonLink look="outline" small to="/code/claim?again">
          重新认证
        </ButtonLink>
        {mine && can('code.own.manage') && code.status !== 'REVOKED' && (
          <Button look="danger" small className={css.danger} onClick={() => setUnbinding(true)}>
            解绑
          </Button>
        )}
      </div>
      <p className={css.note}>
        法定代表人、经办人或授权书有变化时请重新认证，企业码和数据授权不变。
        {unbindsBy(mine, can('code.own.manage'))}
      </p>
      {unbinding && (
        <Suspense>
          <UnbindDialog code={code} onClose={() => setUnbinding(false)} />
        </Suspense>
      )}
    </>
  );
}
