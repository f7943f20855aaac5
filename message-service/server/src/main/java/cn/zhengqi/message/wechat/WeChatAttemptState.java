package cn.zhengqi.message.wechat;

import org.jspecify.annotations.Nullable;

/** What became of an attempt to bring something to somebody's WeChat. */
enum WeChatAttemptState {
    /** No answer is on record: it is on its way, or the copy of the service that had it ended. */
    HANDED_OVER("提交中"),
    ACCEPTED("已提交"),
    /** WeChat does not take it, nor will. */
    REFUSED("未受理"),
    /** It has not gone out, and can be tried again. */
    LATER("暂未受理"),
    /** It may have gone out. */
    UNKNOWN("结果不明");

    private final String label;

    WeChatAttemptState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Null where there is nobody, and WeChat was not asked. */
    static @Nullable WeChatAttemptState of(WeChatTries.Answer answer) {
        return switch (answer) {
            case ACCEPTED -> ACCEPTED;
            case REFUSED -> REFUSED;
            case LATER -> LATER;
            case UNKNOWN, UNCERTAIN -> UNKNOWN;
            case NOBODY -> null;
        };
    }
}
