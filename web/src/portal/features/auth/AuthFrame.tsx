import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { RouteTitle, SkipLink } from '@/shared/app';
import { useBrand } from '@/shared/brand';
import { BrandMark, DemoNotice, Motif } from '@/shared/ui';
import { Slogan } from '../../ui/Slogan';
import css from './AuthFrame.module.css';

/** Frame of sign-in and registration, which serve all three apps. */
export function AuthFrame({
  title,
  intro,
  children,
}: {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
}) {
  const brand = useBrand();
  return (
    <div className={css.page}>
      <SkipLink />
      <RouteTitle />
      <DemoNotice />
      <div className={css.frame}>
        <header className={css.side}>
          <Motif className={css.motif} />
          <Link to="/" className={css.brand}>
            <BrandMark size={40} onDark />
            {brand.name}
          </Link>
          <p className={css.slogan}>
            <Slogan />
          </p>
          <p className={css.where}>
            {brand.district.city}
            {brand.district.name}
          </p>
        </header>
        <div className={css.content}>
          <main id="main" tabIndex={-1} className={css.main}>
            <h1>{title}</h1>
            {intro && <p className={css.intro}>{intro}</p>}
            {children}
          </main>
        </div>
      </div>
    </div>
  );
}
