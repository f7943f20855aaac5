package cn.zhengqi.auth;

import cn.zhengqi.data.retention.RetentionTerms;
import cn.zhengqi.kernel.processing.DataCategory;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.kernel.processing.LegalBasis;
import cn.zhengqi.kernel.processing.ProcessingActivity;
import cn.zhengqi.kernel.processing.Retention;
import java.util.List;

/** What data this service processes, and what for; told to the register of processing. */
final class AuthProcessing {

    private AuthProcessing() {}

    static DeclaredProcessing declared(RetentionTerms terms) {
        return DeclaredProcessing.of(
                "统一认证服务",
                new ProcessingActivity(
                        "auth.account",
                        "注册账号、登录和账号安全",
                        List.of(DataCategory.ACCOUNT, DataCategory.CONTACT),
                        LegalBasis.CONTRACT,
                        List.of("短信服务商（发送验证码）", "外部身份认证平台（本人选择使用时）"),
                        Retention.until("账号注销")),
                new ProcessingActivity(
                        "auth.sms-code",
                        "核对短信验证码",
                        List.of(DataCategory.CONTACT),
                        LegalBasis.CONTRACT,
                        List.of("短信服务商"),
                        Retention.of(terms.of("auth.sms-code"), "获取验证码")),
                new ProcessingActivity(
                        "auth.former-phone",
                        "手机号更换后提醒原手机号",
                        List.of(DataCategory.CONTACT),
                        LegalBasis.CONTRACT,
                        List.of("短信服务商"),
                        Retention.of(terms.of("auth.former-phone"), "更换手机号")),
                new ProcessingActivity(
                        "auth.device",
                        "识别常用设备，管理登录会话",
                        List.of(DataCategory.ACCESS_LOG),
                        LegalBasis.CONTRACT,
                        List.of(),
                        Retention.of(terms.of("auth.device"), "最近一次使用")),
                new ProcessingActivity(
                        "auth.wechat",
                        "微信登录和订阅消息：绑定微信用户标识和昵称，记录同意接收的条数",
                        List.of(DataCategory.ACCOUNT),
                        LegalBasis.CONSENT,
                        List.of("微信公众平台（识别用户）"),
                        Retention.until("解绑微信、重置密码或账号注销")),
                new ProcessingActivity(
                        "auth.openapi-key",
                        "办理开放接口申请",
                        List.of(DataCategory.CONTACT),
                        LegalBasis.CONTRACT,
                        List.of(),
                        // What is not accepted, or given up, loses the contact at once.
                        Retention.of(terms.of("auth.openapi-key"), "密钥到期")),
                new ProcessingActivity(
                        "auth.openapi-call",
                        "留存开放接口的调用记录",
                        List.of(DataCategory.ACCESS_LOG),
                        LegalBasis.CONTRACT,
                        List.of(),
                        Retention.of(terms.of("auth.openapi-call"), "每次调用")),
                new ProcessingActivity(
                        "auth.app",
                        "用平台账号登录接入应用，按本人授权提供身份信息",
                        List.of(DataCategory.ACCOUNT, DataCategory.CONTACT),
                        LegalBasis.CONSENT,
                        List.of("本人授权登录的接入应用"),
                        Retention.until("本人撤销授权或账号注销")),
                new ProcessingActivity(
                        "auth.sign-in-log",
                        "统计登录失败次数，发现异常登录，供本人查看登录记录",
                        List.of(DataCategory.ACCOUNT, DataCategory.ACCESS_LOG),
                        LegalBasis.LEGAL_DUTY,
                        List.of(),
                        Retention.of(terms.atLeast("auth.sign-in-log", RetentionTerms.LOGS_LEAST), "登录")));
    }
}
