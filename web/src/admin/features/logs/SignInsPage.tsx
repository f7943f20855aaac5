import { Link } from 'react-router';
import { api } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, NONE, Tag } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';
import { SIGN_IN_RESULTS, SIGN_IN_WAYS, toneOfSignIn } from './sign-in-results';
import { useExportJob } from './useExportJob';

/** One that was chosen stands in the address as itself. */
const several = (chosen: unknown) => (chosen === undefined ? undefined : [chosen].flat()) as never;

/** 登录日志: every attempt to sign in, and every end of a sign-in. It is read and taken out; there is nothing here that changes it. */
export default function SignInsPage() {
  const inBackground = useExportJob((filter, idempotencyKey) =>
    api.post('/api/ops/sign-ins/export-jobs', {
      body: {
        ...filter,
        result: several(filter.result),
        way: several(filter.way),
        failed: filter.failed === undefined ? undefined : filter.failed === 'true',
      },
      idempotencyKey,
    }),
  );
  return (
    <ListPage
      title="登录日志"
      intro="每一次登录尝试（含失败与锁定）和每一次退出，逐条加密留痕，只能查看与导出。姓名和所属单位为登录时的信息"
      queryKey={['sign-ins', 'list']}
      path="/api/ops/sign-ins"
      rowKey="seq"
      defaultSort="at,desc"
      exportPath="/api/ops/sign-ins/export"
      onExportTooLong={inBackground}
      toolbar={() => <Link to="/exports">导出任务</Link>}
      filters={[
        { kind: 'text', name: 'username', label: '登录名', placeholder: '须填完整' },
        { kind: 'text', name: 'name', label: '姓名', placeholder: '输入姓名' },
        {
          kind: 'select',
          name: 'result',
          label: '结果',
          multiple: true,
          options: SIGN_IN_RESULTS.map((value) => ({ value, label: label('signInResult', value) })),
        },
        {
          kind: 'select',
          name: 'failed',
          label: '成败',
          options: [
            { value: 'true', label: '失败（任何原因）' },
            { value: 'false', label: '成功、退出等' },
          ],
        },
        {
          kind: 'select',
          name: 'way',
          label: '登录方式',
          multiple: true,
          options: SIGN_IN_WAYS.map((value) => ({ value, label: label('signInWay', value) })),
        },
        { kind: 'dates', name: 'at', label: '日期', from: 'from', to: 'to' },
      ]}
      columns={[
        {
          key: 'username',
          title: '登录名',
          render: (_, row) => (
            <>
              {row.username}
              {!row.accountId && <span className={pageCss.sub}>没有该账号</span>}
            </>
          ),
        },
        {
          key: 'name',
          title: '姓名',
          render: (_, row) =>
            row.name ? (
              <>
                {row.name}
                {row.affiliation && <span className={pageCss.sub}>{row.affiliation}</span>}
              </>
            ) : (
              NONE
            ),
        },
        { key: 'way', title: '登录方式', render: (_, row) => label('signInWay', row.way) || NONE },
        {
          key: 'result',
          title: '结果',
          render: (_, row) => <Tag tone={toneOfSignIn(row.result)}>{label('signInResult', row.result)}</Tag>,
        },
        {
          key: 'at',
          title: '时间',
          sorter: true,
          className: pageCss.num,
          render: (_, row) => dateTimeText(row.at, true),
        },
        {
          key: 'address',
          title: '来源地址',
          className: pageCss.num,
          render: (_, row) => row.address ?? NONE,
        },
        {
          key: 'userAgent',
          title: '终端',
          render: (_, row) => <span title={row.userAgent}>{row.client}</span>,
        },
      ]}
    />
  );
}
