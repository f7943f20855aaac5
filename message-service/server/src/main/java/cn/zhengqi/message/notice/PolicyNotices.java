package cn.zhengqi.message.notice;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.matching.api.PolicyFits;
import cn.zhengqi.message.audience.Audience;
import cn.zhengqi.message.template.NoticeGroup;
import cn.zhengqi.message.template.NoticeKind;
import cn.zhengqi.message.template.Variable;
import cn.zhengqi.message.topic.TopicSubscribers;
import cn.zhengqi.policy.api.PolicyPublished;
import cn.zhengqi.policy.api.PolicyWithdrawn;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 政策推送: what the people of an enterprise are told of a policy for which it qualifies (whether it wants that was asked by who matched, by which ways each person says for themselves), and what people are told of new policies of the topics that they chose. */
@Configuration(proxyBeanMethods = false)
class PolicyNotices {

    private static final NoticeKind<PolicyFits> FITS = NoticeKind.<PolicyFits>of(
                    NoticeGroup.POLICY, "policy.fits", "企业符合一项政策的条件", "企业全部成员")
            .knows(Variable.<PolicyFits>text("企业名称", "符合条件的企业", "示例精密机械有限公司", PolicyFits::enterpriseName)
                    .covered(Mask.ENTERPRISE_NAME))
            .knows(Variable.<PolicyFits>text("政策名称", "所符合的政策", "支持企业技术改造若干措施", PolicyFits::title)
                    .required())
            .knows(Variable.id("政策标识", "所符合的政策", PolicyFits::policyId))
            .says(
                    "贵企业符合一项政策的条件",
                    "“${企业名称}”符合《${政策名称}》的条件，可申报或享受。结论按登记信息、已填报和已授权的信息得出，以主管部门审核为准。不想接收政策推送，可由企业在“数据授权”中关闭。",
                    "/policies/${政策标识}");

    static final NoticeKind<TopicNews.News> TOPIC = NoticeKind.<TopicNews.News>of(
                    NoticeGroup.POLICY, "policy.topic", "订阅的主题有新政策", "订阅该主题的个人")
            .knows(Variable.<TopicNews.News>text("政策名称", "新发布的政策", "支持企业技术改造若干措施", TopicNews.News::title)
                    .required())
            .knows(Variable.<TopicNews.News>text("发文单位", "发布政策的单位", "区经济信息委", TopicNews.News::issuer))
            .knows(Variable.<TopicNews.News>text(
                    "政策类别", "政策所属类别", "创新政策", it -> it.category().label()))
            .knows(Variable.<TopicNews.News>text(
                    "政策级别", "发布政策的层级", "区县", it -> it.level().label()))
            .knows(Variable.<TopicNews.News>text(
                            "所限行业", "政策的条件或标签限定的行业，不限行业的政策没有", "制造业", TopicNews.News::industryNames)
                    .optional())
            .knows(Variable.id("政策标识", "新发布的政策", TopicNews.News::policyId))
            .says(
                    "您订阅的主题有新政策",
                    "${发文单位}发布了《${政策名称}》（${政策级别}级，${政策类别}[[，面向${所限行业}]]）。贵企业是否符合条件，以政策匹配的结果为准。不想再接收，可在“消息设置”的政策主题订阅中取消。",
                    "/policies/${政策标识}");

    static final List<NoticeKind<?>> KINDS = List.of(FITS, TOPIC);

    /** Who has heard of the policy by its topic is not told of it again. */
    @Bean
    EventHandler<PolicyFits> policyFitsNotice(Noticeboard board, Audience audience, TopicSubscribers subscribers) {
        return on(
                PolicyFits.class,
                "notices",
                (fact, meta) -> board.tell(
                        () -> subscribers.withoutThoseTold(fact.policyId(), audience.enterprise(fact.enterpriseId())),
                        meta,
                        FITS,
                        fact));
    }

    @Bean
    EventHandler<PolicyPublished> policyNewsNotice(TopicNews news) {
        return on(PolicyPublished.class, "notices", news::published);
    }

    @Bean
    EventHandler<PolicyWithdrawn> policyNewsTakenBack(TopicNews news) {
        return on(PolicyWithdrawn.class, "notices", (fact, meta) -> news.withdrawn(fact.policyId(), meta));
    }
}
