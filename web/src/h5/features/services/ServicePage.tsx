import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api, isProblem, problemText, type OpenedServiceCode } from '@/shared/api';
import { Icon, Loaded, Skeleton, State } from '@/shared/ui';
import { Body, LinkButton, Row, Section } from '../../ui';
import { placeOf } from './places';
import css from './ServicePage.module.css';

/** 一码通: what a scanned service or venue code opens, for the enterprise that the person acts for. */
export default function ServicePage() {
  const { token = '' } = useParams();
  const query = useQuery({
    queryKey: ['service-code', token],
    queryFn: ({ signal }) => api.post('/api/code/my/service-code-visits', { body: { token }, signal }),
    // A visit is counted; looking at the page again is none.
    staleTime: Infinity,
    retry: false,
  });
  if (isProblem(query.error) && (query.error.status === 404 || query.error.status === 410)) {
    return (
      <Body>
        <State pose="search" title={problemText(query.error)} hint="请扫描现场最新张贴的码，或从首页进入服务">
          <LinkButton to="/">返回首页</LinkButton>
        </State>
      </Body>
    );
  }
  return (
    <Loaded query={query} skeleton={<Skeleton lines={8} />}>
      {(code) => <Opened code={code} />}
    </Loaded>
  );
}

function Opened({ code }: { code: OpenedServiceCode }) {
  const navigate = useNavigate();
  const offers = code.offers.flatMap((offer) => {
    const place = placeOf(offer);
    return place ? [{ ...place, words: offer.words }] : [];
  });
  const only = code.kind === 'SERVICE' && code.actsFor ? offers[0]?.path : undefined;
  useEffect(() => {
    // A service code is the service: whoever goes back comes to where they were before they scanned.
    if (only) void navigate(only, { replace: true });
  }, [only, navigate]);
  if (only) return <Skeleton lines={8} />;
  return (
    <>
      <header className={css.head}>
        <h2>{code.name}</h2>
        {code.place && <p>{code.place}</p>}
        <p className={css.acts}>
          <Icon name={code.actsFor ? 'enterprise' : 'user'} size={20} />
          {code.actsFor ? (
            <span>
              以 <b>{code.actsFor}</b> 的身份办理
            </span>
          ) : (
            <span>您还没有关联企业，领取企业码后可办理企业业务</span>
          )}
        </p>
      </header>
      <Body>
        <Section title="可办理的服务" flush>
          {offers.map((offer) => (
            <Row key={offer.path} to={offer.path} icon={offer.icon} title={offer.words} />
          ))}
        </Section>
        {code.intro && (
          <Section title="说明">
            <p>{code.intro}</p>
          </Section>
        )}
        {!code.actsFor && (
          <LinkButton to="/claim" look="main">
            领取企业码
          </LinkButton>
        )}
      </Body>
    </>
  );
}
