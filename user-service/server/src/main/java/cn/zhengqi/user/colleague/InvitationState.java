package cn.zhengqi.user.colleague;

/** What became of an invitation. */
public enum InvitationState {
    OPEN,
    ACCEPTED,
    WITHDRAWN,
    EXPIRED
}
