import { Button } from 'antd-mobile';
import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useMe } from '@/shared/api';
import { placeOnPhone, type Place } from '@/shared/places';
import { NotFound, Skeleton, State, usePageTitle } from '@/shared/ui';
import { useCopy } from '@/shared/ui/useCopy';
import { Body, Section } from '../../ui';
import css from './ElsewherePage.module.css';

/** An address that is none of H5's, as messages and people pass it on: leads to the page of the same thing, or says where that is. */
export default function ElsewherePage() {
  const { pathname, search, hash } = useLocation();
  const { me, loading } = useMe();
  const link = pathname + search + hash;
  const place = placeOnPhone(link);
  if (place) return <Leading to={place} />;
  if (loading) return <Skeleton lines={6} />;
  // Staff are told of pages of the console, of which it has many more than messages name by themselves.
  return me?.institution ? <AtComputer path={`/admin${link}`} /> : <NotFound />;
}

function Leading({ to }: { to: Place }) {
  switch (to.at) {
    case 'phone':
      return <Navigate to={to.path} replace />;
    case 'portal':
      return <ToPortal path={to.path} />;
    case 'computer':
      return <AtComputer path={to.path} />;
  }
}

function ToPortal({ path }: { path: string }) {
  useEffect(() => {
    // In place of this: the way back leads past it.
    location.replace(path);
  }, [path]);
  return <Skeleton lines={6} />;
}

function AtComputer({ path }: { path: string }) {
  usePageTitle('请在电脑上打开');
  const address = new URL(path, location.origin).href;
  const { copied, copy, byHand } = useCopy(address);
  return (
    <Body>
      <State
        page
        pose="point"
        title="请在电脑上打开"
        hint="手机端没有这个页面，请在电脑浏览器中打开以下地址"
      />
      <Section>
        <p className={css.address}>{address}</p>
        <div className={css.ways}>
          {copy && (
            <Button color="primary" onClick={copy}>
              {copied ? '已复制' : '复制地址'}
            </Button>
          )}
          <a href={path}>仍在手机上打开</a>
        </div>
        {byHand}
      </Section>
    </Body>
  );
}
