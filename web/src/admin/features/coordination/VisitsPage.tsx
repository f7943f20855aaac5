import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMe, type Visit } from '@/shared/api';
import { CREDIT_KINDS } from '@/shared/coordination';
import { dateText, DemoTag, NONE, termText, yuanInRow } from '@/shared/ui';
import { InfoDrawer } from '../../ui/InfoDrawer';
import { MainButton, pageCss } from '../../ui/page';
import { ScopedListPage } from '../../ui/ScopedListPage';
import { useTowns } from '../../reference';
import { VisitDrawer } from './VisitDrawer';
import { VisitFiles } from './VisitFiles';

/** 走访记录: whom officers of towns, departments and banks visited, and what the enterprises need. */
export default function VisitsPage() {
  const { can, me } = useMe();
  const [recording, setRecording] = useState(false);
  const [looking, setLooking] = useState<Visit>();
  const towns = useTowns();
  return (
    <>
      <ScopedListPage
        title="走访记录"
        intro="镇街、部门和银行走访小微企业的记录；有融资需求且企业同意的，列入申报清单"
        queryKey={['coordination', 'visits']}
        path="/api/finance/visits"
        rowKey="id"
        empty={{ title: '还没有走访记录', hint: '登记后列在这里，只显示您负责范围内的' }}
        defaultSort="visitedOn,desc"
        exportPath="/api/finance/visits/export"
        filters={[
          { kind: 'text', name: 'q', label: '关键词', placeholder: '企业、信用代码、走访人' },
          {
            kind: 'select',
            name: 'townCode',
            label: '镇街',
            options: (towns.data ?? []).map(({ code, name }) => ({ value: code, label: name })),
            loading: towns.isPending,
          },
          {
            kind: 'select',
            name: 'needed',
            label: '融资需求',
            options: [
              { value: 'true', label: '有需求' },
              { value: 'false', label: '无需求' },
            ],
          },
          { kind: 'dates', name: 'visited', label: '走访日期', from: 'from', to: 'to' },
        ]}
        toolbar={() =>
          can('finance.coordination.visit') &&
          me?.institution && <MainButton onClick={() => setRecording(true)}>登记走访</MainButton>
        }
        columns={[
          {
            key: 'enterpriseName',
            title: '企业',
            sorter: true,
            render: (_, one) => (
              <>
                {one.enterpriseName} {one.demo && <DemoTag short />}
                <span className={pageCss.sub}>
                  {one.townName}，{one.number}
                </span>
              </>
            ),
          },
          {
            key: 'visitedOn',
            title: '走访日期',
            sorter: true,
            className: pageCss.num,
            render: (_, one) => dateText(one.visitedOn),
          },
          {
            key: 'visitor',
            title: '走访人',
            render: (_, one) => (
              <>
                {one.visitorName}
                <span className={pageCss.sub}>{one.institutionName}</span>
              </>
            ),
          },
          {
            key: 'amount',
            title: '融资需求',
            align: 'right',
            sorter: true,
            className: pageCss.num,
            render: (_, one) =>
              one.amount === undefined || one.termMonths === undefined ? (
                '无'
              ) : (
                <>
                  {yuanInRow(one.amount)}
                  <span className={pageCss.sub}>
                    {termText(one.termMonths)}，{one.creditKind && CREDIT_KINDS[one.creditKind]}
                  </span>
                </>
              ),
          },
          {
            key: 'words',
            title: '走访情况',
            render: (_, one) => (
              <>
                <span className={pageCss.words} title={one.words}>
                  {one.words}
                </span>
                {one.purpose && <span className={pageCss.sub}>用途：{one.purpose}</span>}
              </>
            ),
          },
          {
            key: 'files',
            title: '照片和材料',
            render: (_, one) =>
              one.files.length > 0 ? (
                <Button
                  type="link"
                  size="small"
                  aria-label={`查看 ${one.files.length} 份，${one.enterpriseName}`}
                  onClick={() => setLooking(one)}
                >
                  查看 {one.files.length} 份
                </Button>
              ) : (
                NONE
              ),
          },
          {
            key: 'case',
            title: '申报清单',
            render: (_, one) =>
              one.caseId ? <Link to={`/coordination/cases/${one.caseId}`}>已列入</Link> : NONE,
          },
        ]}
      />
      <InfoDrawer
        open={!!looking}
        title={looking && `${looking.enterpriseName} ${dateText(looking.visitedOn)} 走访照片和材料`}
        width={560}
        onClose={() => setLooking(undefined)}
      >
        {looking && <VisitFiles files={looking.files} />}
      </InfoDrawer>
      <VisitDrawer open={recording} onClose={() => setRecording(false)} />
    </>
  );
}
