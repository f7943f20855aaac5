import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, type ColleagueRole } from '../api';
import type { AnswerOf } from '../api/paths';
import { label } from '../i18n';
import { MEMBER_ROLES } from './colleagues';
import { dateTimeText, NONE, PHONE } from '../ui';

/** Who is invited, and as what. */
export interface InviteForm {
  by: 'link' | 'phone';
  phone?: string;
  role: ColleagueRole;
}

export const INVITE_START: InviteForm = { by: 'link', role: 'ENTERPRISE_MEMBER' };

export const INVITE_WAYS: { value: InviteForm['by']; label: string }[] = [
  { value: 'link', label: '一次性链接（3 天有效）' },
  { value: 'phone', label: '手机号（7 天有效）' },
];

export const inviteRoles = () => MEMBER_ROLES.map((value) => ({ value, label: label('role', value) }));

export const INVITED_PHONE = [
  { required: true, message: '请填写手机号' },
  { pattern: PHONE, message: '请填写 11 位手机号' },
];

const SENT = ['members', 'invitations'] as const;
const TO_ME = ['members', 'to-me'] as const;

type Sent = AnswerOf<'get', '/api/user/my/enterprise/invitations'>[number];
type ToMe = AnswerOf<'get', '/api/user/my/invitations'>[number];

interface Then {
  onSuccess: () => void;
  onError: (error: Error) => void;
}

/** By link it answers with its secret, which is shown once. */
export const invite = ({ by, phone, role }: InviteForm, idempotencyKey: string) =>
  api.post('/api/user/my/enterprise/invitations', {
    body: { role, phone: by === 'phone' ? phone : undefined },
    idempotencyKey,
  });

export const INVITED = '邀请已发出。对方用该手机号登录后，在“成员管理”中加入';

/** What is said of a link, which is shown this once. */
export const LINK_TITLE = '请把链接发给受邀的同事';
export const linkText = (expiresAt: string) =>
  `对方登录或注册后打开链接即可加入。链接只显示这一次，只能使用一次，${dateTimeText(expiresAt)} 前有效。`;
export const linkOf = (token: string) => `${location.origin}/join#${token}`;

/** Invitations that the enterprise has made. */
export const useSentInvitations = () =>
  useQuery({
    queryKey: SENT,
    queryFn: ({ signal }) => api.get('/api/user/my/enterprise/invitations', { signal }),
  });

export function useWithdrawInvitation({ onSuccess, onError }: Then) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api.post('/api/user/my/enterprise/invitations/{id}/withdrawal', { path: { id } }),
    onSuccess: () => {
      onSuccess();
      return queries.invalidateQueries({ queryKey: SENT });
    },
    onError,
  });
}

/** To whom it went. */
export const sentTo = (one: Sent) => one.phone ?? '一次性链接';

/** By whom, when, and what became of it. */
export function sentText(one: Sent): string {
  const made = `${label('role', one.role)}，${one.invitedByName} 于 ${dateTimeText(one.createdAt)} 邀请`;
  if (one.state === 'OPEN') return `${made}，${dateTimeText(one.expiresAt)} 前有效`;
  return one.state === 'ACCEPTED' ? `${made}，${one.acceptedByName ?? NONE} 已接受` : made;
}

/** Invitations to the owner of this account's phone. */
export const useInvitationsToMe = () =>
  useQuery({ queryKey: TO_ME, queryFn: ({ signal }) => api.get('/api/user/my/invitations', { signal }) });

export function useDeclineInvitation({ onSuccess, onError }: Then) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post('/api/user/my/invitations/{id}/refusal', { path: { id } }),
    onSuccess: () => {
      onSuccess();
      return queries.invalidateQueries({ queryKey: TO_ME });
    },
    onError,
  });
}

export const toMeText = (one: ToMe) =>
  `${one.invitedByName} 邀请您成为${label('role', one.role)}，${dateTimeText(one.expiresAt)} 前有效`;

/**
 * An invitation is accepted once: whoever clicks twice before the page has drawn the first click waits for the same answer, for the
 * second acceptance of what is used up would be refused. One that was refused may be tried again.
 *
 * @param accept of one invitation, by what names it; whatever follows from it belongs in here, to be done once too
 */
export function useAcceptance<Answer>(
  accept: (invitation: string) => Promise<Answer>,
  onError?: (error: Error) => void,
) {
  const begun = useRef(new Map<string, Promise<Answer>>());
  return useMutation({
    mutationFn: (invitation: string) => {
      const first = begun.current.get(invitation);
      if (first) return first;
      const own = accept(invitation).catch((error: unknown) => {
        begun.current.delete(invitation);
        throw error;
      });
      begun.current.set(invitation, own);
      return own;
    },
    onError,
  });
}
