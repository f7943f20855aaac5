import type { AboutContent } from '@/shared/api';
import { pictureUrl, useAbout } from '@/shared/code/about';
import { Icon, Loaded, Skeleton } from '@/shared/ui';
import { Body, LinkButton, Section } from '../../ui';
import css from './AboutPage.module.css';

/** 企业码介绍 on the phone: what staff say of the code in the console. */
export default function AboutPage() {
  return (
    <Loaded query={useAbout()} skeleton={<Skeleton lines={12} />}>
      {(content) => <Content content={content} />}
    </Loaded>
  );
}

function Content({ content }: { content: AboutContent }) {
  const { title, intro, functions, steps, pictures } = content;
  return (
    <Body>
      <Section>
        <h2>{title}</h2>
        <p className={css.intro}>{intro}</p>
        <LinkButton look="main" to="/my/code">
          领取或出示企业码
        </LinkButton>
      </Section>
      <Section title="核心功能">
        <ul className={css.functions}>
          {functions.map((one) => (
            <li key={one.title}>
              <Icon name={one.icon} size={28} />
              <div>
                <h3>{one.title}</h3>
                <p>{one.text}</p>
              </div>
            </li>
          ))}
        </ul>
      </Section>
      {steps.length > 0 && (
        <Section title="怎样领取">
          <ol className={css.steps}>
            {steps.map((step) => (
              <li key={step.title}>
                <h3>{step.title}</h3>
                <p>{step.text}</p>
              </li>
            ))}
          </ol>
        </Section>
      )}
      {pictures.length > 0 && (
        <Section title="图片">
          {pictures.map((picture) => (
            <figure key={picture.id} className={css.picture}>
              <img src={pictureUrl(picture)} alt={picture.words} loading="lazy" />
              {picture.caption && <figcaption>{picture.caption}</figcaption>}
            </figure>
          ))}
        </Section>
      )}
    </Body>
  );
}
