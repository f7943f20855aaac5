import { Link } from 'react-router';
import { useMe, type EnterpriseRow } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateText, DemoTag, NONE, StatusTag, Tag, Uscc, wan } from '@/shared/ui';
import { useIndustries, useTowns } from '../../reference';
import { pageCss } from '../../ui/page';
import { ScopedListPage } from '../../ui/ScopedListPage';
import { RegistrationsButton } from './RegistrationsButton';

const LEGAL_REP = 'user.enterprise.legal-rep';
const STATUSES = ['ACTIVE', 'REVOKED', 'CANCELLED'] as const;

/** 企业信息: the district's register, with export. */
export default function EnterprisesPage() {
  const { hides, covers } = useMe();
  const towns = useTowns();
  const industries = useIndustries();
  return (
    <ScopedListPage
      title="企业信息"
      intro="辖区登记企业的基本情况，可按条件导出"
      queryKey={['enterprises', 'list']}
      path="/api/user/enterprises"
      rowKey="id"
      exportPath="/api/user/enterprises/export"
      toolbar={() => <RegistrationsButton />}
      filters={[
        { kind: 'text', name: 'q', label: '企业', placeholder: '名称或信用代码' },
        ...(covers(LEGAL_REP)
          ? []
          : [
              {
                kind: 'text' as const,
                name: 'legalRep' as const,
                label: '法定代表人',
                placeholder: '完整姓名',
              },
            ]),
        {
          kind: 'select',
          name: 'townCode',
          label: '所属镇街',
          loading: towns.isPending,
          options: (towns.data ?? []).map((town) => ({ value: town.code, label: town.name })),
        },
        {
          kind: 'select',
          name: 'industry',
          label: '行业门类',
          loading: industries.isPending,
          options: (industries.data ?? []).map((one) => ({
            value: one.code,
            label: `${one.code} ${one.name}`,
          })),
        },
        {
          kind: 'select',
          name: 'status',
          label: '登记状态',
          options: STATUSES.map((value) => ({ value, label: label('enterpriseStatus', value) })),
        },
        {
          kind: 'select',
          name: 'certified',
          label: '企业码',
          options: [
            { value: 'true', label: '已领码' },
            { value: 'false', label: '未领码' },
          ],
        },
      ]}
      columns={[
        {
          key: 'name',
          title: '企业名称',
          sorter: true,
          render: (_, row) => (
            <>
              <Link to={`/enterprises/${row.id}`}>{row.name}</Link>
              <span className={pageCss.sub}>
                <Uscc of={row.uscc} /> {row.demo && <DemoTag short />}
              </span>
            </>
          ),
        },
        ...(hides(LEGAL_REP)
          ? []
          : [
              {
                key: 'legalRep',
                title: '法定代表人',
                render: (_: unknown, row: EnterpriseRow) => row.legalRep ?? NONE,
              },
            ]),
        { key: 'townName', title: '所属镇街', render: (_, row) => row.townName ?? NONE },
        { key: 'industryName', title: '行业', render: (_, row) => row.industryName ?? NONE },
        {
          key: 'registeredCapital',
          title: '注册资本',
          align: 'right',
          sorter: true,
          className: pageCss.num,
          render: (_, row) => wan(row.registeredCapital),
        },
        {
          key: 'establishedOn',
          title: '成立日期',
          sorter: true,
          className: pageCss.num,
          render: (_, row) => dateText(row.establishedOn),
        },
        {
          key: 'status',
          title: '登记状态',
          render: (_, row) => <StatusTag of="enterpriseStatus" value={row.status} />,
        },
        {
          key: 'certified',
          title: '企业码',
          render: (_, row) => (row.certified ? <Tag tone="info">已领码</Tag> : '未领码'),
        },
      ]}
    />
  );
}
