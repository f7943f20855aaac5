package cn.zhengqi.message.notification;

import cn.zhengqi.message.push.PushResult;
import org.jspecify.annotations.Nullable;

/** What became of a notification to one person by one way. */
public enum DeliveryResult {
    WAITING("待发送"),
    /** A copy of the service is about to hand it to the provider. */
    TAKEN("发送中"),
    /** It lies where its receiver finds it. */
    DELIVERED("已送达"),
    /** The provider, or WeChat, took it. */
    ACCEPTED("已提交"),
    FAILED("发送失败"),
    /** The provider took it, and reported that it could not bring it. */
    UNDELIVERED("未送达"),
    /** It was being handed over when the service ended: it may have gone out, and is not sent again. */
    UNCERTAIN("结果不明"),
    /** No WeChat is bound, or no phone was proved. */
    NOBODY("未绑定"),
    /** Disabled or closed since the receivers were fixed. */
    GONE("账号已停用"),
    CANCELLED("已取消"),
    /** The receiver does not want notifications by this way. */
    DECLINED("接收人不接收");

    private final String label;

    DeliveryResult(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As the log of pushes has it; nothing where nothing was handed to anybody. */
    @Nullable
    PushResult pushed() {
        return switch (this) {
            case DELIVERED -> PushResult.DELIVERED;
            case ACCEPTED -> PushResult.ACCEPTED;
            case FAILED, UNDELIVERED, UNCERTAIN -> PushResult.FAILED;
            case WAITING, TAKEN, NOBODY, GONE, CANCELLED, DECLINED -> null;
        };
    }
}
