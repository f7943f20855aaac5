import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api, type Page, type ScanRecord } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, Empty, Loaded, NONE, Skeleton, Tag, useListUrlState } from '@/shared/ui';
import { Pager } from '../../ui';
import { CenterHead, Panel } from '../../ui/Panel';
import { pageHref } from '../../ui/pageHref';
import css from './ScansPage.module.css';

export default function ScansPage() {
  const state = useListUrlState({ size: 10 });
  const [params] = useSearchParams();
  const query = useQuery({
    queryKey: ['scans', state.query],
    queryFn: ({ signal }) => api.get<Page<ScanRecord>>('/api/code/my/scans', { signal, query: state.query }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <CenterHead title="扫码记录" intro="谁、何时、在哪里扫了企业码，看到了哪些类别的信息。" />
      <Panel flush>
        <Loaded query={query} skeleton={<Skeleton lines={8} />}>
          {(data) =>
            data.items.length ? (
              <ul className={css.scans}>
                {data.items.map((scan) => (
                  <li key={scan.id}>
                    <Scan scan={scan} />
                  </li>
                ))}
              </ul>
            ) : (
              <Empty title="还没有人扫过企业码" />
            )
          }
        </Loaded>
      </Panel>
      {query.data && query.data.total > 0 && (
        <Pager
          page={state.page}
          size={state.size}
          total={query.data.total}
          href={(page) => pageHref(params, page)}
        />
      )}
    </>
  );
}

function Scan({ scan }: { scan: ScanRecord }) {
  return (
    <dl className={css.scan}>
      <div className={css.who}>
        <dt className="zq-hidden">扫码人</dt>
        <dd>
          <b>{scan.scannerName}</b>
          {scan.scannerInstitution && <small>{scan.scannerInstitution}</small>}
        </dd>
      </div>
      <div>
        <dt>时间</dt>
        <dd>
          <time dateTime={scan.at}>{dateTimeText(scan.at, true)}</time>
        </dd>
      </div>
      <div>
        <dt>地点与方式</dt>
        <dd>
          {scan.place ?? NONE}，{label('scanSource', scan.source)}
        </dd>
      </div>
      <div>
        <dt>展示的信息</dt>
        <dd className={css.shown}>
          {scan.shownCategories.length
            ? scan.shownCategories.map((one) => <Tag key={one}>{label('consent', one)}</Tag>)
            : '无'}
        </dd>
      </div>
    </dl>
  );
}
