package cn.zhengqi.message.notice;

import cn.zhengqi.message.template.NoticeCatalogue;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that people are told of, by what it is about. */
@Configuration(proxyBeanMethods = false)
class NoticeKinds {

    @Bean
    NoticeCatalogue noticeCatalogue() {
        return catalogue();
    }

    static NoticeCatalogue catalogue() {
        return new NoticeCatalogue(Stream.of(
                        AccountNotices.KINDS,
                        ColleagueNotices.KINDS,
                        AdmissionNotices.KINDS,
                        OpenApiNotices.KINDS,
                        CodeNotices.KINDS,
                        PolicyNotices.KINDS,
                        DeclarationNotices.KINDS,
                        RedemptionNotices.KINDS,
                        ObjectionNotices.KINDS,
                        FinanceNotices.KINDS,
                        DemandNotices.KINDS,
                        EvaluationNotices.KINDS,
                        ActivityNotices.KINDS,
                        CoordinationNotices.KINDS,
                        PromiseNotices.KINDS,
                        ExportNotices.KINDS,
                        NotificationNotices.KINDS)
                .flatMap(List::stream)
                .toList());
    }
}
