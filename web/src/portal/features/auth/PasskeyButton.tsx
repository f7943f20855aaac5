import { useMutation } from '@tanstack/react-query';
import { api, isProblem, type SignedIn } from '@/shared/api';
import { askPasskey, whyNoPasskeys } from '@/shared/security';
import { Button, Notice } from '../../ui';
import css from './AuthFrame.module.css';
import { refusal } from './refusal';

/** Has the device prove who it is: in place of everything else, or of the code after the password. Where that cannot be, whoever looks for it reads why. */
export function PasskeyButton({
  secondFactor,
  binding,
  onDone,
  onExpired,
}: {
  secondFactor: boolean;
  /** What this page was told that began to bind the account to an outside identity. */
  binding?: string;
  onDone: (answer: SignedIn) => void;
  onExpired?: () => void;
}) {
  const use = useMutation({
    mutationFn: async () => {
      const options = await api.post('/api/auth/sign-in/passkey/challenge', {
        body: { secondFactor },
        keep401: true,
      });
      return api.post('/api/auth/sign-in/passkey', {
        body: { ...(await askPasskey(options)), binding },
        keep401: true,
      });
    },
    onSuccess: onDone,
    onError: (error) => {
      if (isProblem(error, 'SIGN_IN_EXPIRED')) onExpired?.();
    },
  });
  const unable = whyNoPasskeys();
  if (unable) return <p className={css.unable}>{unable}</p>;
  return (
    <>
      {use.error && <Notice tone="bad">{refusal(use.error)}</Notice>}
      <Button look="outline" disabled={use.isPending || use.isSuccess} onClick={() => use.mutate()}>
        {use.isPending ? '请在设备上验证' : '使用通行密钥'}
      </Button>
    </>
  );
}
