package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.matching.api.PolicyFits;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.audience.Audience;
import cn.zhengqi.message.inbox.Messages;
import cn.zhengqi.message.inbox.Notice;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 政策推送: what the people of an enterprise are told of a policy for which it qualifies, in-site alone. Who wants it was asked by who matched. */
@Configuration(proxyBeanMethods = false)
class PolicyNotices {

    private static final String NAME = "notices";

    @Bean
    EventHandler<PolicyFits> policyFitsNotice(Noticeboard board, Messages messages, Audience audience) {
        return on(PolicyFits.class, NAME, (fact, meta) -> {
            if (board.isNews(meta)) {
                messages.post(audience.enterprise(fact.enterpriseId()), meta.id(), notice(fact), meta.occurredAt());
            }
        });
    }

    private static Notice notice(PolicyFits fact) {
        return new Notice(
                MessageKind.POLICY,
                "贵企业符合一项政策的条件",
                "“" + fact.enterpriseName() + "”符合《" + fact.title()
                        + "》的条件，可申报或享受。结论按登记信息、已填报和已授权的信息得出，以主管部门审核为准。不想接收政策推送，可在“数据授权”中关闭。",
                "/policies/" + fact.policyId());
    }
}
