import { MyDeclarations } from '@/shared/declarations';
import { ButtonLink } from '../../ui';
import { CenterHead } from '../../ui/Panel';

/** 我的申报: what the own enterprise declared for, where it looks for what is its own. */
export default function DeclarationsPage() {
  return (
    <>
      <CenterHead
        title="我的申报"
        intro="政策申报的草稿、补正与办理进度"
        actions={
          <ButtonLink look="main" small to="/declarations">
            申报政策
          </ButtonLink>
        }
      />
      <MyDeclarations />
    </>
  );
}
