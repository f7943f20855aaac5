import { useMe } from '@/shared/api';
import { MyDeclarations, ProjectList } from '@/shared/declarations';
import { Body, Section } from '../../ui';

/** 政策申报: what can be declared for, and what the enterprise has going on. */
export default function DeclarationsPage() {
  const { me } = useMe();
  return (
    <Body>
      {me?.enterprise && (
        <Section title="我的申报">
          <MyDeclarations />
        </Section>
      )}
      <Section title="可申报的项目">
        <ProjectList />
      </Section>
    </Body>
  );
}
