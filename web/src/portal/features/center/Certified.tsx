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
        {!(mine && can('code.own.manage')) && '只有企业管理员可以解绑本人认证的企业。'}
      </p>
      {unbinding && (
        <Suspense>
          <UnbindDialog code={code} onClose={() => setUnbinding(false)} />
        </Suspense>
      )}
    </>
  );
}
