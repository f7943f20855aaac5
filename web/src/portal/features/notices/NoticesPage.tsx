import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, type PublicNotice } from '@/shared/api';
import { DemoTag, longDate, useListUrlState, yuanExact } from '@/shared/ui';
import { PageHead, Wrap } from '../../ui';
import { Facets } from '../../ui/Facets';
import { ListItem, SearchList } from '../../ui/List';
import { projectLabel } from './kind';
import { NoticeTag } from './NoticeTag';

/** 公示窗口: what is to be paid to whom, before it is paid. */
export default function NoticesPage() {
  const state = useListUrlState<'/api/policy/redemption/notices'>({ size: 10 });
  const query = useQuery({
    queryKey: ['notices', state.query],
    queryFn: ({ signal }) => api.get('/api/policy/redemption/notices', { signal, query: state.query }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead
        title="公示窗口"
        intro="拟批准的申报和拟兑付的资金，批准和支付前向社会公示；公示期内可提出异议。最近开始公示的在前"
      />
      <Wrap>
        <SearchList
          state={state}
          query={query}
          placeholder="搜企业、项目或编号"
          filters={
            <Facets
              groups={[
                {
                  name: 'running',
                  title: '公示期',
                  items: [
                    { value: 'true', label: '公示中' },
                    { value: 'false', label: '已结束' },
                  ],
                },
              ]}
            />
          }
          home="/notices"
          nothing="还没有公示"
          row={(notice) => <NoticeRow notice={notice} />}
        />
      </Wrap>
    </>
  );
}

function NoticeRow({ notice }: { notice: PublicNotice }) {
  return (
    <ListItem
      tags={
        <p>
          <NoticeTag notice={notice} /> {notice.demo && <DemoTag short />}
        </p>
      }
      title={<Link to={`/notices/${notice.id}`}>{notice.enterpriseName}</Link>}
      highlight={notice.amount === undefined ? '拟批准申报' : `拟兑付 ${yuanExact(notice.amount)}`}
      facts={[
        [projectLabel(notice), notice.projectTitle],
        ['公示部门', notice.institutionName],
        ['公示期', `${longDate(notice.from)} 至 ${notice.until ? longDate(notice.until) : '待定'}`],
      ]}
    />
  );
}
