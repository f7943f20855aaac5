package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.matching.api.PolicyFits;
import cn.zhengqi.message.audience.Audience;
import cn.zhengqi.message.template.NoticeGroup;
import cn.zhengqi.message.template.NoticeKind;
import cn.zhengqi.message.template.Variable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 政策推送: what the people of an enterprise are told of a policy for which it qualifies, in-site alone. Who wants it was asked by who matched. */
@Configuration(proxyBeanMethods = false)
class PolicyNotices {

    private static final NoticeKind<PolicyFits> FITS = NoticeKind.<PolicyFits>of(
                    NoticeGroup.POLICY, "policy.fits", "企业符合一项政策的条件", "企业全部成员")
            .inSiteAlone()
            .knows(Variable.<PolicyFits>text("企业名称", "符合条件的企业", "示例精密机械有限公司", PolicyFits::enterpriseName)
                    .covered(Mask.ENTERPRISE_NAME))
            .knows(Variable.<PolicyFits>text("政策名称", "所符合的政策", "支持企业技术改造若干措施", PolicyFits::title)
                    .required())
            .knows(Variable.id("政策标识", "所符合的政策", PolicyFits::policyId))
            .says(
                    "贵企业符合一项政策的条件",
                    "“${企业名称}”符合《${政策名称}》的条件，可申报或享受。结论按登记信息、已填报和已授权的信息得出，以主管部门审核为准。不想接收政策推送，可在“数据授权”中关闭。",
                    "/policies/${政策标识}");

    static final List<NoticeKind<?>> KINDS = List.of(FITS);

    @Bean
    EventHandler<PolicyFits> policyFitsNotice(Noticeboard board, Audience audience) {
        return on(
                PolicyFits.class,
                "notices",
                (fact, meta) -> board.post(audience.enterprise(fact.enterpriseId()), meta, FITS, fact));
    }
}
