import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, type ManagedPolicy } from '@/shared/api';
import { label } from '@/shared/i18n';
import { DocumentText } from '@/shared/policies';
import {
  certaintyText,
  dateTimeText,
  Definition,
  figuresIn,
  Loaded,
  dateText,
  NO_BENEFIT,
  Sources,
  StatusTag,
} from '@/shared/ui';
import { docNumberText } from '@/shared/ui/sources';
import { Criteria } from '../../ui/Criteria';
import { InfoDrawer } from '../../ui/InfoDrawer';
import { pageCss } from '../../ui/page';
import { Holding } from './Holding';

/** What the library holds of a policy. The text itself is read only of a published one. */
export function PolicyDrawer({
  policy,
  onClose,
}: {
  policy: ManagedPolicy | undefined;
  onClose: () => void;
}) {
  return (
    <InfoDrawer open={!!policy} title={policy?.title} onClose={onClose} width={720}>
      {policy && (
        <>
          {policy.publication === 'PUBLISHED' ? (
            <Text id={policy.id} basics={<Basics policy={policy} />} />
          ) : (
            <Basics policy={policy} />
          )}
        </>
      )}
    </InfoDrawer>
  );
}

function Basics({ policy }: { policy: ManagedPolicy }) {
  return (
    <Definition
      items={[
        { label: '文号', value: docNumberText(policy.docNumber) },
        { label: '发文机关', value: policy.issuer },
        { label: '级别', value: label('policyLevel', policy.level) },
        { label: '类别', value: label('policyCategory', policy.category) },
        { label: '发布日期', value: dateText(policy.publishDate) },
        { label: '施行日期', value: dateText(policy.effectiveFrom) },
        { label: '有效期至', value: policy.validTo ? dateText(policy.validTo) : '未载明' },
        { label: '主管部门', value: policy.department },
        { label: '效力', value: <Holding policy={policy} /> },
        { label: '发布状态', value: <StatusTag of="publication" value={policy.publication} /> },
        { label: '版本', value: `第 ${policy.edition} 版` },
        ...(policy.owner ? [{ label: '维护单位', value: policy.owner }] : []),
        {
          label: '核对情况',
          value: certaintyText(policy),
        },
        ...(policy.operatorNote ? [{ label: '运营备注', value: policy.operatorNote, wide: true }] : []),
        ...(policy.publication === 'WITHDRAWN'
          ? [
              { label: '撤下时间', value: dateTimeText(policy.withdrawnAt) },
              ...(policy.withdrawnBy ? [{ label: '撤下人', value: policy.withdrawnBy }] : []),
              { label: '撤下原因', value: policy.withdrawnReason },
            ]
          : []),
      ]}
    />
  );
}

/** As the public reads it, in the same order. */
function Text({ id, basics }: { id: string; basics: ReactNode }) {
  const query = useQuery({
    queryKey: ['policies', 'one', id],
    queryFn: ({ signal }) => api.get('/api/policy/policies/{idOrCode}', { path: { idOrCode: id }, signal }),
  });
  return (
    <>
      <Loaded query={query} compact>
        {(detail) => (
          <>
            <h2 className={pageCss.part}>优惠内容</h2>
            <p>{detail.benefit ? figuresIn(detail.benefit) : NO_BENEFIT}</p>
          </>
        )}
      </Loaded>
      <h2 className={pageCss.part}>基本信息</h2>
      {basics}
      {query.data && (
        <>
          <Criteria
            title="申报条件"
            criteria={query.data.criteria}
            level="h2"
            none="没有录入可逐条对照的条件，不参与企业匹配"
          />
          <h2 className={pageCss.part}>政策解读</h2>
          <p>{figuresIn(query.data.summary)}</p>
          {query.data.text && (
            <>
              <h2 className={pageCss.part}>文件原文</h2>
              <DocumentText text={query.data.text} />
            </>
          )}
          {query.data.source && (
            <>
              <h2 className={pageCss.part}>来源</h2>
              <Sources text={query.data.source} />
            </>
          )}
        </>
      )}
    </>
  );
}
