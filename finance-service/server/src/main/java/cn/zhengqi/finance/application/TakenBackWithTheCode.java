package cn.zhengqi.finance.application;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.api.CodeStatusChanged;
import cn.zhengqi.events.EventHandler;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes back what ends with the code of an enterprise: when the end is told, and what an end that was told before this was done, or to a rebuild alone, has left. */
@Component
public class TakenBackWithTheCode {

    private static final Logger LOG = LoggerFactory.getLogger(TakenBackWithTheCode.class);

    private final List<EndsWithTheCode> all;

    TakenBackWithTheCode(List<EndsWithTheCode> all) {
        this.all = all;
    }

    @Configuration(proxyBeanMethods = false)
    static class Events {

        /** The copy that new ones are refused by hears of the end under another name, and first. */
        @Bean
        EventHandler<CodeStatusChanged> takenBack(TakenBackWithTheCode taken) {
            return on(CodeStatusChanged.class, "taken-back-with-the-code", (code, meta) -> {
                if (code.status() == CodeStatus.REVOKED) {
                    taken.all.forEach(each -> each.endWithTheCode(code.enterpriseId(), code.at()));
                }
            });
        }
    }

    /** Copies of the service may do it at once: who comes second finds nothing. An enterprise of which it fails keeps no other from it, and is tried again. */
    @Scheduled(cron = "0 14 * * * *", zone = "Asia/Shanghai")
    public void sweep() {
        all.forEach(each -> each.leftBehind().forEach(ended -> attempt(each, ended)));
    }

    private static void attempt(EndsWithTheCode each, EndsWithTheCode.Ended ended) {
        try {
            each.endWithTheCode(ended.enterpriseId(), ended.endedAt());
        } catch (RuntimeException failed) {
            LOG.warn("What the ended code of {} has left stands for another hour", ended.enterpriseId(), failed);
        }
    }
}
