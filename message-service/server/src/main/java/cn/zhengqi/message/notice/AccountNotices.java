package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.auth.api.SignedInFromNewDevice;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.inbox.Notice;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told of a person's own account. */
@Configuration(proxyBeanMethods = false)
class AccountNotices {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    @Bean
    EventHandler<SignedInFromNewDevice> newDeviceNotice(Noticeboard board) {
        return on(
                SignedInFromNewDevice.class,
                "notices",
                (signIn, meta) -> board.tell(
                        Set.of(signIn.accountId()),
                        meta,
                        new Notice(
                                MessageKind.SYSTEM,
                                "新设备登录提醒",
                                "您的账号于 " + TIME.format(BusinessTime.at(signIn.at())) + " 在新设备（" + signIn.device()
                                        + "，地址 " + signIn.address() + "）登录。如非本人操作，请立即修改密码，并在“账号安全”中退出该设备。",
                                "/security")));
    }
}
