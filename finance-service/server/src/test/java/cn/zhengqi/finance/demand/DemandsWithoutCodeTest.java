package cn.zhengqi.finance.demand;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.code.api.CodeIssued;
import cn.zhengqi.code.api.CodeLevel;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.api.CodeStatusChanged;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.event.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Demands of an enterprise for which nobody acts any more. */
class DemandsWithoutCodeTest extends DemandServiceTest {

    @Autowired
    private EventHandler<CodeIssued> issued;

    /** In the order in which they hear of an end. */
    @Autowired
    private List<EventHandler<CodeStatusChanged>> changed;

    @Test
    void what_stands_ends_with_the_code_its_claims_too_and_nothing_more_is_posted() {
        UUID unclaimed = posted();
        UUID claimed = posted();
        Answer claim = claim(claimer, claimed);

        ends(CodeStatus.REVOKED, Instant.now().plusSeconds(1));

        assertThat(statusOf(unclaimed)).isEqualTo("WITHDRAWN");
        assertThat(statusOf(claimed)).isEqualTo("WITHDRAWN");
        assertThat(claimStates(claimed)).containsExactly("LAPSED");
        assertThat(eventsOf(claimed)).containsExactly("finance.FinancingDemandPosted", "finance.FinancingDemandEnded");
        assertThat(eventsOf(claim.id())).contains("finance.DemandClaimEnded");
        assertThat(claim(claimer, unclaimed).status()).as("no bank claims it").isNotEqualTo(200);
        Answer late = postDemand(poster, demand());
        assertThat(late.status()).isEqualTo(403);
        assertThat(late.code()).isEqualTo("CODE_ENDED");
        assertThat(postDemand(aPoster(), demand()).status())
                .as("of another enterprise")
                .isEqualTo(201);
    }

    @Test
    void a_frozen_code_ends_nothing() {
        UUID standing = posted();

        ends(CodeStatus.FROZEN, Instant.now().plusSeconds(1));

        assertThat(statusOf(standing)).isEqualTo("OPEN");
    }

    @Test
    void what_was_posted_under_a_later_code_stands_though_the_end_of_the_earlier_is_heard_of_after_that() {
        Instant now = Instant.now();
        UUID before = posted();
        hear(
                issued,
                new CodeIssued(
                        Ids.next(),
                        poster.enterpriseId(),
                        NAME,
                        "91500113MAX5XQ4WX4",
                        poster.accountId(),
                        "李四",
                        "500113001",
                        "C3393",
                        Instant.now()));
        UUID under = posted();

        ends(CodeStatus.REVOKED, now.minusSeconds(3600));

        assertThat(statusOf(before)).isEqualTo("WITHDRAWN");
        assertThat(statusOf(under)).isEqualTo("OPEN");
        posted();
    }

    private void ends(CodeStatus status, Instant at) {
        CodeStatusChanged ended =
                new CodeStatusChanged(Ids.next(), poster.enterpriseId(), status, CodeLevel.NORMAL, "不再担任经办人", at);
        changed.forEach(handler -> hear(handler, ended));
    }

    private <E extends DomainEvent> void hear(EventHandler<E> handler, E event) {
        transaction.executeWithoutResult(status ->
                handler.handle(event, new EventMetadata(Ids.next(), "event", event.subject(), 1, Instant.now())));
    }
}
