import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useParams } from 'react-router';
import { api, type ServiceCode } from '@/shared/api';
import { useBrand } from '@/shared/brand';
import { BrandMark, Loaded, Motif, Skeleton } from '@/shared/ui';
import { Qr } from '@/shared/ui/Qr';
import css from './PrintPage.module.css';
import { KINDS } from './services';

/** The poster of a code, as it is printed and put up. */
export default function PrintPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['service-codes', 'one', id],
    queryFn: ({ signal }) => api.get('/api/code/service-codes/{id}', { path: { id }, signal }),
  });
  return (
    <main id="main" className={css.page}>
      <Loaded query={query} skeleton={<Skeleton lines={12} />}>
        {(code) => (
          <>
            <div className={css.tools}>
              <Button href="/admin/service-codes">返回服务码</Button>
              <Button type="primary" onClick={() => window.print()}>
                打印
              </Button>
            </div>
            <Poster code={code} />
          </>
        )}
      </Loaded>
    </main>
  );
}

function Poster({ code }: { code: ServiceCode }) {
  const brand = useBrand();
  return (
    <article className={css.poster}>
      <header>
        <Motif className={css.motif} />
        <p className={css.brand}>
          <BrandMark size={36} />
          {brand.name}
        </p>
        <h1>{code.name}</h1>
        {code.place && <p>{code.place}</p>}
      </header>
      <div className={css.qr}>
        <Qr content={location.origin + code.path} size={360} title={`${code.name}的${KINDS[code.kind]}`} />
      </div>
      <p className={css.how}>微信或平台“扫一扫”扫码，用手机办理</p>
      <ul>
        {code.offers.map((offer) => (
          <li key={offer.service + (offer.itemId ?? '')}>{offer.words}</li>
        ))}
      </ul>
      {code.intro && <p className={css.intro}>{code.intro}</p>}
      <footer>
        {KINDS[code.kind]}
        {brand.hotline.number && ` · ${brand.hotline.label} ${brand.hotline.number}`}
      </footer>
    </article>
  );
}
