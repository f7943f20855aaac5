import { useMe, type AboutContent } from '@/shared/api';
import { useBrand } from '@/shared/brand';
import { pictureUrl, useAbout } from '@/shared/code/about';
import { Icon, Loaded, Motif, Skeleton } from '@/shared/ui';
import { ButtonLink, Wrap } from '../../ui';
import css from './AboutPage.module.css';

export default function AboutPage() {
  return <About />;
}

export function About() {
  const { district } = useBrand();
  const query = useAbout();
  return (
    <Loaded query={query} skeleton={<Skeleton lines={12} />}>
      {(content) => <Content content={content} district={district.name} />}
    </Loaded>
  );
}

function Content({ content, district }: { content: AboutContent; district: string }) {
  const { functions, steps, pictures } = content;
  const { me } = useMe();
  const holds = !!me?.enterprise;
  return (
    <div className={css.about}>
      <header className={css.hero}>
        <Motif className={css.motif} />
        <Wrap className={css.heroInner}>
          <div>
            <h1>
              {district}
              {content.title}
            </h1>
            <p>{content.intro}</p>
            <div className={css.actions}>
              <ButtonLink look={holds ? 'ghost' : 'main'} to="/code/claim">
                领取企业码
              </ButtonLink>
              <ButtonLink look={holds ? 'main' : 'ghost'} to="/code">
                出示企业码
              </ButtonLink>
            </div>
          </div>
          <Pass />
        </Wrap>
      </header>
      <Wrap>
        <section className={css.block} aria-labelledby="about-functions">
          <h2 id="about-functions">核心功能</h2>
          <ul className={css.functions}>
            {functions.map((one) => (
              <li key={one.title}>
                <Icon name={one.icon} size={32} />
                <h3>{one.title}</h3>
                <p>{one.text}</p>
              </li>
            ))}
          </ul>
        </section>
        {steps.length > 0 && (
          <section className={css.block} aria-labelledby="about-steps">
            <h2 id="about-steps">怎样领取</h2>
            <ol className={css.steps}>
              {steps.map(({ title, text }) => (
                <li key={title}>
                  <h3>{title}</h3>
                  <p>{text}</p>
                </li>
              ))}
            </ol>
          </section>
        )}
        {pictures.length > 0 && (
          <section className={css.block} aria-labelledby="about-pictures">
            <h2 id="about-pictures">图片</h2>
            <ul className={css.pictures}>
              {pictures.map((picture) => (
                <li key={picture.id}>
                  <figure>
                    <a
                      href={pictureUrl(picture)}
                      target="_blank"
                      rel="noopener"
                      aria-label={`查看大图：${picture.words}`}
                    >
                      <img src={pictureUrl(picture)} alt={picture.words} loading="lazy" />
                    </a>
                    {picture.caption && <figcaption>{picture.caption}</figcaption>}
                  </figure>
                </li>
              ))}
            </ul>
          </section>
        )}
      </Wrap>
    </div>
  );
}

/** A drawn specimen of the pass; its pattern is no readable code. */
function Pass() {
  const cells = [...'101101001011100110101011001101'];
  return (
    <svg viewBox="0 0 240 300" className={css.pass} aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="238" height="298" rx="10" fill="#fff" />
      <path d="M1 64V11A10 10 0 0 1 11 1h218a10 10 0 0 1 10 10v53z" fill="var(--zq-blue)" />
      <path d="M24 26h110M24 42h74" stroke="#fff" strokeWidth="7" strokeLinecap="round" opacity=".9" />
      {[
        [52, 96],
        [146, 96],
        [52, 190],
      ].map(([x, y]) => (
        <g key={`${x}-${y}`}>
          <rect
            x={x}
            y={y}
            width="42"
            height="42"
            rx="3"
            fill="none"
            stroke="var(--zq-navy)"
            strokeWidth="7"
          />
          <rect x={x! + 14} y={y! + 14} width="14" height="14" fill="var(--zq-navy)" />
        </g>
      ))}
      {cells.map(
        (cell, index) =>
          cell === '1' && (
            <rect
              key={index}
              x={index < 12 ? 104 + (index % 3) * 12 : 104 + (index % 6) * 14}
              y={index < 12 ? 96 + Math.floor(index / 3) * 12 : 160 + Math.floor((index - 12) / 6) * 26}
              width="9"
              height="9"
              fill={index % 7 === 3 ? 'var(--zq-amber-hover)' : 'var(--zq-navy)'}
            />
          ),
      )}
      <circle cx="62" cy="266" r="12" fill="none" stroke="var(--zq-line)" strokeWidth="4" />
      <path
        d="M62 254a12 12 0 0 1 11 17"
        fill="none"
        stroke="var(--zq-blue)"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <path d="M86 261h96M86 273h60" stroke="var(--zq-line)" strokeWidth="6" strokeLinecap="round" />
    </svg>
  );
}
