package cn.zhengqi.message.sms;

import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.push.SmsProvider;
import cn.zhengqi.web.sheet.Sheet;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to bring a text message by one provider.
 *
 * @param receiver name of the person; absent where it is not known here, or the phone was nobody's yet
 * @param number of the attempt at the same message, from 1
 * @param answer what the provider said when it was handed over
 * @param report what it reported later
 * @param parts as how many messages it was charged; absent: it was not taken
 * @param cost of these, in yuan; absent: no price was set
 * @param millis until it answered
 */
record SmsAttempt(
        UUID id,
        OffsetDateTime sentAt,
        @Nullable UUID accountId,
        @Nullable String receiver,
        Purpose purpose,
        int number,
        SmsProvider provider,
        AttemptState state,
        @Nullable String answer,
        @Nullable String report,
        @Nullable OffsetDateTime reportedAt,
        @Nullable Integer parts,
        @Nullable BigDecimal cost,
        @Nullable Long millis) {

    private static final Map<Purpose, String> PURPOSES = Map.of(
            Purpose.SIGN_IN, "登录验证码",
            Purpose.PASSWORD_RESET, "重置密码验证码",
            Purpose.REGISTRATION, "注册验证码",
            Purpose.PHONE_CHANGE, "更换手机号验证码",
            Purpose.PHONE_CHANGED, "手机号更换提醒",
            Purpose.ADMISSION_APPROVED, "入驻通过",
            Purpose.ADMISSION_REJECTED, "入驻未通过",
            Purpose.PASSWORD_LINK, "设置密码链接",
            Purpose.NOTIFICATION, "通知");

    static final Sheet<SmsAttempt> SHEET = Sheet.<SmsAttempt>titled("短信发送明细")
            .column("用途", it -> PURPOSES.get(it.purpose()))
            .column("接收人", SmsAttempt::receiver)
            .column("服务商", it -> it.provider().label())
            .column("第几次", SmsAttempt::number)
            .column("结果", it -> it.state().label())
            .column("服务商答复", SmsAttempt::answer)
            .column("状态报告", SmsAttempt::report)
            .column("计费条数", SmsAttempt::parts)
            .column("费用（元）", SmsAttempt::cost)
            .column("应答毫秒", SmsAttempt::millis)
            .column("发送时间", SmsAttempt::sentAt)
            .column("报告时间", SmsAttempt::reportedAt);
}
