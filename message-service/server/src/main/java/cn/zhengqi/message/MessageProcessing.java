package cn.zhengqi.message;

import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.kernel.processing.DataCategory;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.kernel.processing.LegalBasis;
import cn.zhengqi.kernel.processing.ProcessingActivity;
import cn.zhengqi.kernel.processing.Retention;
import java.util.List;

/** What data this service processes, and what for; told to the register of processing. */
final class MessageProcessing {

    private MessageProcessing() {}

    static DeclaredProcessing declared(RetentionTerms terms) {
        return DeclaredProcessing.of(
                "消息服务",
                new ProcessingActivity(
                        "message.inbox",
                        "通知办理进度和结果",
                        List.of(DataCategory.ACCOUNT, DataCategory.MESSAGE),
                        LegalBasis.CONTRACT,
                        List.of(),
                        Retention.until("账号注销")),
                new ProcessingActivity(
                        "message.notification",
                        "按条件向用户发送运营通知并记录送达结果",
                        List.of(DataCategory.ACCOUNT, DataCategory.CONTACT, DataCategory.MESSAGE),
                        LegalBasis.CONTRACT,
                        List.of("短信服务商", "微信公众平台"),
                        Retention.until("账号注销")),
                new ProcessingActivity(
                        "message.sms",
                        "发送短信验证码",
                        List.of(DataCategory.CONTACT, DataCategory.MESSAGE),
                        LegalBasis.CONTRACT,
                        List.of("短信服务商"),
                        Retention.until("短信发出")),
                new ProcessingActivity(
                        "message.wechat",
                        "通过公众号提醒已绑定微信的用户查看消息（仅标题）",
                        List.of(DataCategory.ACCOUNT, DataCategory.MESSAGE),
                        LegalBasis.CONSENT,
                        List.of("微信公众平台"),
                        Retention.until("提醒发出")),
                new ProcessingActivity(
                        "message.text-notice",
                        "按系统消息的设置以短信提醒用户查看消息（仅简短文字）",
                        List.of(DataCategory.ACCOUNT, DataCategory.CONTACT, DataCategory.MESSAGE),
                        LegalBasis.CONTRACT,
                        List.of("短信服务商"),
                        Retention.until("短信发出")),
                new ProcessingActivity(
                        "message.settings",
                        "按用户选择的方式、时段和政策主题通知",
                        List.of(DataCategory.ACCOUNT, DataCategory.MESSAGE),
                        LegalBasis.CONTRACT,
                        List.of(),
                        Retention.until("账号注销")),
                new ProcessingActivity(
                        "message.undelivered",
                        "留存未送达的通知（仅简短文字）以便重发",
                        List.of(DataCategory.ACCOUNT, DataCategory.MESSAGE),
                        LegalBasis.CONTRACT,
                        List.of(),
                        Retention.of(terms.of("message.undelivered"), "发送失败")),
                new ProcessingActivity(
                        "message.push-log",
                        "留存信息推送日志、短信和微信发送明细（不含手机号和消息内容；结果不明的短信在可向服务商查询的期限内另存手机号的密钥摘要，最长 30 日）",
                        List.of(DataCategory.CONTACT, DataCategory.MESSAGE),
                        LegalBasis.LEGAL_DUTY,
                        List.of(),
                        Retention.of(terms.atLeast("message.push-log", RetentionTerms.LOGS_LEAST), "推送")));
    }
}
