import { api } from '@/shared/api';
import { CaseState } from '@/shared/coordination';
import { firstDue, Promised } from '@/shared/promise';
import { dateText, Empty, yuanInRow } from '@/shared/ui';
import { ActionBar, Body, LinkButton, Row, Section } from '../../ui';
import { Growing, useGrowing } from '../../ui/Growing';

export default function CasesPage() {
  const query = useGrowing(['coordination', 'mine'], (page, signal) =>
    api.get('/api/finance/my/coordination-cases', { signal, query: { page, size: 20 } }),
  );
  return (
    <>
      <Body>
        <Growing
          query={query}
          empty={<Empty title="还没有融资协调申报" hint="可以自行申报，镇街和银行走访后也可以代为列入" />}
        >
          {(items) => (
            <Section flush>
              {items.map((one) => {
                const promise = firstDue(one.answers.map((it) => it.promise));
                return (
                  <Row
                    key={one.id}
                    to={`/my/coordination/${one.id}`}
                    title={`融资 ${yuanInRow(one.amount)}`}
                    note={
                      <>
                        {one.answers.map(({ bankName }) => bankName).join('、') || one.purpose}
                        <br />
                        <span className="zq-whole">{one.number}</span>
                        <br />
                        {dateText(one.declaredAt)} 申报
                        {promise && (
                          <>
                            <br />
                            <Promised promise={promise} of="COORDINATION" />
                          </>
                        )}
                      </>
                    }
                    aside={<CaseState of={one} />}
                  />
                );
              })}
            </Section>
          )}
        </Growing>
      </Body>
      <ActionBar>
        <LinkButton look="main" to="/my/coordination/new">
          申报融资协调
        </LinkButton>
      </ActionBar>
    </>
  );
}
