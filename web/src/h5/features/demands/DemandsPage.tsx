import { api } from '@/shared/api';
import { DemandState } from '@/shared/demands';
import { firstDue, Promised } from '@/shared/promise';
import { dateText, Empty, yuanInRow } from '@/shared/ui';
import { ActionBar, Body, LinkButton, Row, Section } from '../../ui';
import { Growing, useGrowing } from '../../ui/Growing';

export default function DemandsPage() {
  const query = useGrowing(['demands', 'mine'], (page, signal) =>
    api.get('/api/finance/my/demands', { signal, query: { page, size: 20 } }),
  );
  return (
    <>
      <Body>
        <Growing
          query={query}
          empty={<Empty title="还没有融资需求" hint="不知道选哪个产品时，可以先发布需求，由银行来报价" />}
        >
          {(items) => (
            <Section flush>
              {items.map((one) => {
                const promise = firstDue(one.claims.map((it) => it.promise));
                return (
                  <Row
                    key={one.id}
                    to={`/my/demands/${one.id}`}
                    title={`融资 ${yuanInRow(one.amount)}`}
                    note={
                      <>
                        {one.purpose}
                        <br />
                        <span className="zq-whole">{one.number}</span>
                        <br />
                        {one.claims.length} 家认领，{one.claims.filter(({ offer }) => offer).length} 家报价；
                        {dateText(one.expiresOn)} 截止
                        {promise && (
                          <>
                            <br />
                            <Promised promise={promise} of="DEMAND" />
                          </>
                        )}
                      </>
                    }
                    aside={<DemandState of={one} />}
                  />
                );
              })}
            </Section>
          )}
        </Growing>
      </Body>
      <ActionBar>
        <LinkButton look="main" to="/my/demands/new">
          发布融资需求
        </LinkButton>
      </ActionBar>
    </>
  );
}
