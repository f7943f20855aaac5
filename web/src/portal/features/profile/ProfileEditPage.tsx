import { useProfile } from '@/shared/match';
import { Loaded, Skeleton } from '@/shared/ui';
import { ButtonLink } from '../../ui';
import { CenterHead } from '../../ui/Panel';
import { ProfileForm } from './ProfileForm';

export default function ProfileEditPage() {
  const query = useProfile();
  return (
    <>
      <CenterHead
        title="填写企业画像"
        intro="不清楚的可以留空：留空按“待补充”处理，不会当作“没有”。"
        actions={
          <ButtonLink look="plain" small to="/center/profile">
            返回企业画像
          </ButtonLink>
        }
      />
      <Loaded query={query} skeleton={<Skeleton lines={12} />}>
        {(profile) => <ProfileForm profile={profile} />}
      </Loaded>
    </>
  );
}
