import type { PolicyFunnel } from '@/shared/api';
import { inWan, NONE } from '@/shared/ui';
import { RowTime } from '../../ui/columns';
import { pageCss } from '../../ui/page';
import { ScopedListPage } from '../../ui/ScopedListPage';
import { FunnelMeaning } from './PolicyDesk';
import css from './PolicyDesk.module.css';
import { StageFigure } from './StageFigure';
import { headOf, STAGES } from './stages';

/** 政策漏斗: of each policy how many qualify, were told, opened it, filed, were approved and paid. */
export default function FunnelPage() {
  return (
    <>
      <ScopedListPage
        title="政策漏斗"
        intro="每项政策从符合条件到兑付到账的企业家数；部门看到的是本部门有项目的政策。有名单的数字可以打开"
        queryKey={['policy-funnel', 'list']}
        path="/api/stats/policy-funnel"
        rowKey="policyId"
        exportPath="/api/stats/policy-funnel/export"
        filters={[{ kind: 'text', name: 'q', label: '政策', placeholder: '标题或发文机关' }]}
        empty={{ title: '还没有可统计的政策', hint: '本机构在政策下开放申报或兑付项目后，这里逐项统计' }}
        columns={[
          {
            key: 'title',
            title: '政策',
            width: 260,
            render: (_, one) => (
              <>
                {one.title}
                <span className={pageCss.sub}>{one.issuer}</span>
              </>
            ),
          },
          ...STAGES.map((stage) => ({
            key: stage.key,
            title: headOf(stage),
            width: 98,
            align: 'right' as const,
            className: pageCss.num,
            render: (_: unknown, one: PolicyFunnel) => <StageFigure funnel={one} stage={stage} />,
          })),
          {
            key: 'amountPaid',
            title: '兑付金额（万元）',
            align: 'right',
            className: pageCss.num,
            render: (_, one) => inWan(one.amountPaid),
          },
          {
            key: 'countedAt',
            title: '匹配统计时间',
            className: pageCss.num,
            render: (_, one) => (one.countedAt ? <RowTime at={one.countedAt} /> : NONE),
          },
        ]}
      />
      <section className={css.definitions} aria-label="口径">
        <dl>
          <FunnelMeaning />
        </dl>
      </section>
    </>
  );
}
