package cn.zhengqi.message.sms;

/** Port to whoever brings text messages to phones. */
interface SmsSender {

    /** @throws cn.zhengqi.kernel.ProblemException SMS_FAILED, SMS_NOT_CONFIGURED */
    void send(TextMessage message);
}
