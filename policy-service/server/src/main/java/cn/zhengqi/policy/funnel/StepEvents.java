package cn.zhengqi.policy.funnel;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.events.EventHandler;
import cn.zhengqi.matching.api.RecommendationsSwitched;
import cn.zhengqi.policy.api.DeclarationApproved;
import cn.zhengqi.policy.api.DeclarationSubmitted;
import cn.zhengqi.policy.api.PolicyStep;
import cn.zhengqi.policy.api.RedemptionApproved;
import cn.zhengqi.policy.api.RedemptionEnded;
import cn.zhengqi.policy.api.RedemptionFact;
import cn.zhengqi.policy.api.RedemptionInNotice;
import cn.zhengqi.policy.api.RedemptionPaid;
import cn.zhengqi.policy.api.RedemptionReturned;
import cn.zhengqi.policy.api.RedemptionSubmitted;
import cn.zhengqi.policy.funnel.PolicySteps.Under;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which step each fact about a declaration or a redemption is. Heard afterwards, so that nobody who decides or pays waits for the counting. */
@Configuration(proxyBeanMethods = false)
class StepEvents {

    private static final String NAME = "policy-steps";

    private final PolicySteps steps;
    private final JdbcClient jdbc;

    StepEvents(PolicySteps steps, JdbcClient jdbc) {
        this.steps = steps;
        this.jdbc = jdbc;
    }

    @Bean
    EventHandler<DeclarationSubmitted> declaredUnderPolicy() {
        return on(
                DeclarationSubmitted.class,
                NAME,
                (it, meta) ->
                        steps.taken(PolicyStep.FILED, declaration(it.parties().declarationId()), it.at()));
    }

    @Bean
    EventHandler<DeclarationApproved> declarationApprovedUnderPolicy() {
        return on(
                DeclarationApproved.class,
                NAME,
                (it, meta) -> steps.approved(declaration(it.parties().declarationId()), it.at()));
    }

    @Bean
    EventHandler<RedemptionSubmitted> redemptionFiledUnderPolicy() {
        return on(RedemptionSubmitted.class, NAME, (it, meta) -> taken(PolicyStep.FILED, it));
    }

    /** What was offered counts as filed with its confirmation, by which the notice begins. */
    @Bean
    EventHandler<RedemptionInNotice> redemptionConfirmedUnderPolicy() {
        return on(RedemptionInNotice.class, NAME, (it, meta) -> taken(PolicyStep.FILED, it));
    }

    @Bean
    EventHandler<RedemptionApproved> redemptionApprovedUnderPolicy() {
        return on(RedemptionApproved.class, NAME, (it, meta) -> approved(it));
    }

    /** Of whom all that was approved ended before it was paid is not counted as approved. */
    @Bean
    EventHandler<RedemptionEnded> redemptionEndedUnderPolicy() {
        return on(RedemptionEnded.class, NAME, (it, meta) -> approved(it));
    }

    @Bean
    EventHandler<RedemptionPaid> paidUnderPolicy() {
        return on(RedemptionPaid.class, NAME, (it, meta) -> paid(it));
    }

    /** Who has nothing of it any more is not counted as paid. */
    @Bean
    EventHandler<RedemptionReturned> cameBackUnderPolicy() {
        return on(RedemptionReturned.class, NAME, (it, meta) -> paid(it));
    }

    @Bean
    EventHandler<RecommendationsSwitched> readingIsRemembered(PolicyOpenings openings) {
        return on(RecommendationsSwitched.class, NAME, (it, meta) -> openings.switched(it, meta.version()));
    }

    private void taken(PolicyStep step, RedemptionFact fact) {
        steps.taken(step, redemption(fact.parties().applicationId()), fact.at());
    }

    private void approved(RedemptionFact fact) {
        steps.approved(redemption(fact.parties().applicationId()), fact.at());
    }

    private void paid(RedemptionFact fact) {
        UUID application = fact.parties().applicationId();
        steps.paid(redemption(application), application, fact.at());
    }

    private Under declaration(UUID id) {
        return under("declaration", id);
    }

    private Under redemption(UUID id) {
        return under("redemption_application", id);
    }

    private Under under(String table, UUID id) {
        return jdbc.sql("select policy_id, enterprise_id, institution_id from " + table + " where id = ?")
                .param(id)
                .query(Under.class)
                .single();
    }
}
