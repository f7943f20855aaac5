import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type ScanRecord } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, Empty, Loaded, Skeleton, Tag, useListUrlState } from '@/shared/ui';
import { CenterHead, Panel } from '../../ui/Panel';
import { StatePager } from '../../ui/List';
import css from './ScansPage.module.css';

export default function ScansPage() {
  const state = useListUrlState<'/api/code/my/scans'>({ size: 10 });
  const query = useQuery({
    queryKey: ['scans', state.query],
    queryFn: ({ signal }) => api.get('/api/code/my/scans', { signal, query: state.query }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <CenterHead title="扫码记录" intro="谁、何时、在哪里扫了企业码，看到了哪些类别的信息。" />
      <Panel flush>
        <Loaded query={query} skeleton={<Skeleton lines={8} />}>
          {(data) =>
            data.items.length ? (
              <table className={css.scans}>
                <thead>
                  <tr>
                    <th scope="col">扫码人</th>
                    <th scope="col">时间</th>
                    <th scope="col">地点与方式</th>
                    <th scope="col">展示的信息</th>
                  </tr>
                </thead>
                <tbody>
                  {data.items.map((scan) => (
                    <Scan key={scan.id} scan={scan} />
                  ))}
                </tbody>
              </table>
            ) : (
              <Empty title="还没有人扫过企业码" />
            )
          }
        </Loaded>
      </Panel>
      <StatePager state={state} total={query.data?.total} />
    </>
  );
}

function Scan({ scan }: { scan: ScanRecord }) {
  return (
    <tr>
      <th scope="row">
        {scan.scannerName}
        {scan.scannerInstitution && <small>{scan.scannerInstitution}</small>}
      </th>
      <td>
        <time dateTime={scan.at}>{dateTimeText(scan.at)}</time>
      </td>
      <td>{[scan.place, label('scanSource', scan.source)].filter(Boolean).join('，')}</td>
      <td className={css.shown}>
        {scan.shownCategories.length
          ? scan.shownCategories.map((one) => <Tag key={one}>{label('consent', one)}</Tag>)
          : '未展示信息'}
      </td>
    </tr>
  );
}
