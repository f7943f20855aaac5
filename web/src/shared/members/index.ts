import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, type Colleague, type ColleagueRole } from '../api';
import type { AnswerOf } from '../api/paths';
import { label } from '../i18n';
import type { Proofs } from '../security/secondFactor';
import { dateTimeText, NONE } from '../ui';

/** Who is invited, and as what. */
export interface InviteForm {
  by: 'link' | 'phone';
  phone?: string;
  role: ColleagueRole;
}

/** In the order in which they are offered. */
export const MEMBER_ROLES: ColleagueRole[] = ['ENTERPRISE_MEMBER', 'ENTERPRISE_ADMIN'];

const SENT = ['members', 'invitations'] as const;
const TO_ME = ['members', 'to-me'] as const;

type Sent = AnswerOf<'get', '/api/user/my/enterprise/invitations'>[number];
type ToMe = AnswerOf<'get', '/api/user/my/invitations'>[number];

interface Then {
  onSuccess: () => void;
  onError: (error: Error) => void;
}

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

/** What becomes of both, said before an enterprise is handed over. */
export const HANDOVER_TERMS =
  '对方成为企业管理员，您成为普通成员，不能再管理成员、授权数据。请先确认是本人操作。';

export const handOver = (to: Colleague, proofs: Proofs) =>
  api.post('/api/user/my/enterprise/members/{accountId}/handover', {
    path: { accountId: to.accountId },
    body: proofs,
  });
