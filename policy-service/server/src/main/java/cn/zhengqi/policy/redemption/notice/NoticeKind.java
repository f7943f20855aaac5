package cn.zhengqi.policy.redemption.notice;

/** What is shown to the public. */
enum NoticeKind {
    REDEMPTION,
    DECLARATION
}
