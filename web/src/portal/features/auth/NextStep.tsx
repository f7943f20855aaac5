import type { SignedIn } from '@/shared/api';
import { AuthFrame } from './AuthFrame';
import { CodeStep, EnrolStep } from './SecondStep';

/** What follows a first factor that was right, whichever it was. */
export function NextStep({
  next,
  passkey,
  onDone,
  onEntered,
  onExpired,
}: {
  next: Exclude<SignedIn['next'], 'DONE'>;
  /** Whether the second factor may also be one. */
  passkey: boolean;
  onDone: (answer: SignedIn) => void;
  /** In, and led on to what the server remembers. */
  onEntered: (continueTo: string) => void;
  onExpired: () => void;
}) {
  return next === 'SECOND_FACTOR' ? (
    <AuthFrame title="两步验证" intro="还需验证一步">
      <CodeStep passkey={passkey} onDone={onDone} onExpired={onExpired} />
    </AuthFrame>
  ) : (
    <AuthFrame title="设置两步验证" intro="工作人员账号须开启两步验证，设置一次，以后登录时使用">
      <EnrolStep onDone={onEntered} onExpired={onExpired} />
    </AuthFrame>
  );
}
