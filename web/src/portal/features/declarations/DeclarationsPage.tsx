import { useMe } from '@/shared/api';
import { MyDeclarations, ProjectList } from '@/shared/declarations';
import { ButtonLink, PageHead, Wrap } from '../../ui';
import css from './declarations.module.css';

/** 政策申报: what can be declared for, and what the enterprise has going on. */
export default function DeclarationsPage() {
  const { me } = useMe();
  return (
    <>
      <PageHead
        title="政策申报"
        intro="在线填写申报表、提交材料，跟踪办理进度"
        actions={
          <ButtonLink look="outline" to="/redemptions">
            政策兑现
          </ButtonLink>
        }
      />
      <Wrap className={css.page}>
        {me?.enterprise && (
          <section aria-labelledby="mine">
            <h2 id="mine">我的申报</h2>
            <MyDeclarations />
          </section>
        )}
        <section aria-labelledby="open">
          <h2 id="open">申报项目</h2>
          <ProjectList />
        </section>
      </Wrap>
    </>
  );
}
